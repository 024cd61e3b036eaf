package org.kontor.core.documents.imports;

import java.sql.JDBCType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.kontor.api.documents.Imports.Plan;
import org.kontor.api.documents.Imports.Progress;
import org.kontor.api.documents.Imports.State;
import org.kontor.api.files.FileRef;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.api.people.PersonId;
import org.kontor.core.documents.ActorText;
import org.kontor.core.documents.LabelText;
import org.kontor.storage.Database;
import org.kontor.storage.Null;
import org.kontor.storage.Row;
import org.kontor.storage.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// The imports and the rows they refused, in tables.
@Component(service = ImportTable.class)
public final class ImportTable {
    private static final String MEDIA_TYPE = "text/csv";
    private static final int LONGEST_REASONS = 20_000;
    private static final int LONGEST_PROBLEM = 4_000;
    private static final int LATEST = 50;

    /// An import as it is kept: `position` rows of the file are committed.
    record Batch(Plan plan, Actor actor, long position, Progress progress) {
        boolean running() {
            return progress.state() == State.RUNNING;
        }
    }

    /// A refused row: the how manieth of the file's rows, from 1, and the line where it begins.
    record RefusedRow(long position, long line, List<Label> reasons) {}

    private final Database database;

    @Activate
    public ImportTable(@Reference Database database) {
        this.database = database;
        database.migrate("imports", ImportTable.class);
    }

    Database database() {
        return database;
    }

    /// Adds an import and does `within` with its number in the same transaction.
    long add(Plan plan, Actor actor, Instant now, LongConsumer within) {
        Object person = actor.person().<Object>map(PersonId::value).orElse(new Null(JDBCType.BIGINT));
        return database.write(tx -> {
            long id = tx.insert(Sql.of("insert into import_batch (type_id, file_id, file_name, charset, delimiter, header, field_ids, country, actor, person, state, started, file_format, mode, match_field, links, sheet, fresh)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                plan.typeId(), plan.file().id(), plan.file().name(), plan.charset(), String.valueOf(plan.delimiter()), plan.header(), PlanText.columns(plan), plan.country(),
                ActorText.write(actor), person, State.RUNNING.name(), now,
                plan.format().name(), plan.mode().name(), plan.match().orElse(""), PlanText.links(plan), plan.sheet(), PlanText.fresh(plan.fresh())), "id");
            within.accept(id);
            return id;
        });
    }

    Optional<Batch> find(long id) {
        return database.read(tx -> tx.one(Sql.of("select * from import_batch where id = ?", id), ImportTable::batch));
    }

    /// The import, held until the surrounding transaction ends.
    Optional<Batch> hold(long id) {
        return database.write(tx -> tx.one(Sql.of("select * from import_batch where id = ? for update", id), ImportTable::batch));
    }

    List<Progress> latest(Optional<PersonId> whose) {
        Sql where = whose.map(person -> Sql.of(" where person = ?", person.value())).orElse(Sql.of(""));
        Sql sql = Sql.of("select * from import_batch").then(where).then(" order by id desc limit " + LATEST);
        return database.read(tx -> tx.query(sql, row -> batch(row).progress()));
    }

    void total(long id, long rows) {
        database.write(tx -> tx.update(Sql.of("update import_batch set total = ? where id = ?", rows, id)));
    }

    /// Notes that `rows` more rows are done, those that changed documents and the refused ones among them.
    void advance(long id, int rows, int updated, List<RefusedRow> refused) {
        database.write(tx -> {
            if (!refused.isEmpty()) {
                tx.batch("insert into import_refusal (import_id, position, line, reasons) values (?, ?, ?, ?)", refused.stream()
                        .map(row -> List.<Object>of(id, row.position(), row.line(), LabelText.write(row.reasons(), LONGEST_REASONS)))
                        .toList());
            }
            return tx.update(Sql.of("update import_batch set position = position + ?, created = created + ?, updated = updated + ?, refused = refused + ?, problem = null where id = ?",
                    rows, rows - updated - refused.size(), updated, refused.size(), id));
        });
    }

    void done(long id, Optional<FileRef> errors, Optional<Label> problem, Instant now) {
        database.write(tx -> tx.update(Sql.of("update import_batch set state = ?, ended = ?, errors_id = ?, errors_name = ?, errors_size = ?, problem = ? where id = ?",
                State.DONE.name(), now,
                errors.<Object>map(FileRef::id).orElse(new Null(JDBCType.BIGINT)),
                errors.<Object>map(FileRef::name).orElse(new Null(JDBCType.VARCHAR)),
                errors.<Object>map(FileRef::size).orElse(new Null(JDBCType.BIGINT)),
                text(problem), id)));
    }

    void failed(long id, Label problem, Instant now) {
        database.write(tx -> tx.update(Sql.of("update import_batch set state = ?, ended = ?, problem = ? where id = ?", State.FAILED.name(), now, text(Optional.of(problem)), id)));
    }

    /// Notes why the import stands still at the moment; it is forgotten when it goes on.
    void held(long id, Label problem) {
        database.write(tx -> tx.update(Sql.of("update import_batch set problem = ? where id = ?", text(Optional.of(problem)), id)));
    }

    /// Moves an import from one of some states to another; false when it is in none of them.
    boolean turn(long id, List<State> from, State to, Optional<Instant> ended) {
        String marks = String.join(", ", from.stream().map(_ -> "?").toList());
        List<Object> parameters = new ArrayList<>(List.of(to.name(), ended.<Object>map(moment -> moment).orElse(new Null(JDBCType.TIMESTAMP_WITH_TIMEZONE)), id));
        from.forEach(state -> parameters.add(state.name()));
        return database.write(tx -> tx.update(new Sql("update import_batch set state = ?, ended = ? where id = ? and state in (" + marks + ")", parameters))) > 0;
    }

    /// Refused rows behind a position, in the order of the file.
    List<RefusedRow> refused(long id, long after, int most) {
        Sql sql = Sql.of("select position, line, reasons from import_refusal where import_id = ? and position > ? order by position limit ?", id, after, most);
        return database.read(tx -> tx.query(sql, row -> new RefusedRow(row.number("position"), row.number("line"), LabelText.read(row.text("reasons")))));
    }

    private static Object text(Optional<Label> problem) {
        return problem.<Object>map(label -> LabelText.write(List.of(label), LONGEST_PROBLEM)).orElse(new Null(JDBCType.VARCHAR));
    }

    private static Batch batch(Row row) {
        FileRef file = new FileRef(row.number("file_id"), row.text("file_name"), MEDIA_TYPE, 0);
        Plan plan = PlanText.read(row, file);
        Progress progress = new Progress(
                row.number("id"),
                plan.typeId(),
                file.name(),
                State.valueOf(row.text("state")),
                row.number("total"),
                row.number("created"),
                row.number("updated"),
                row.number("refused"),
                row.moment("started"),
                row.optionalMoment("ended"),
                row.optionalNumber("errors_id").map(id -> new FileRef(id, row.text("errors_name"), MEDIA_TYPE, row.number("errors_size"))),
                row.optionalText("problem").flatMap(text -> LabelText.read(text).stream().findFirst()));
        return new Batch(plan, ActorText.read(row.text("actor")), row.number("position"), progress);
    }
}

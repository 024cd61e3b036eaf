package org.kontor.core.documents.exports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormatSymbols;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.api.access.Access;
import org.kontor.api.access.Grant;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Exports;
import org.kontor.api.documents.Notation;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Slice;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;
import org.kontor.api.people.Actor;
import org.kontor.api.people.People;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Exports page by page: one page of documents is in memory at a time.
@Component
public final class StreamedExports implements Exports {
    private final DocumentTypes types;
    private final Documents documents;
    private final Access access;
    private final Notation notation;
    private final People people;
    private final Labels labels;

    @Activate
    public StreamedExports(
            @Reference DocumentTypes types,
            @Reference Documents documents,
            @Reference Access access,
            @Reference Notation notation,
            @Reference People people,
            @Reference Labels labels) {
        this.types = types;
        this.documents = documents;
        this.access = access;
        this.notation = notation;
        this.people = people;
        this.labels = labels;
    }

    @Override
    public List<Format> formats(String typeId) {
        DocumentType type = types.require(typeId);
        return Arrays.stream(Format.values()).filter(format -> format != Format.VCARD || CardTarget.fits(type)).toList();
    }

    @Override
    public Optional<Label> objection(Wanted wanted, Actor actor) {
        DocumentType type = types.require(wanted.query().typeId());
        columns(wanted, type);
        for (Operation operation : List.of(Operation.READ, Operation.EXPORT)) {
            if (access.reach(actor, type.id(), operation) == Reach.NONE) {
                return Optional.of(access.explain(actor, type.id(), operation).rule());
            }
        }
        return formats(type.id()).contains(wanted.format()) ? Optional.empty() : Optional.of(Label.of("documents.export.no-cards", type.many()));
    }

    @Override
    public String fileName(Wanted wanted, Actor actor) {
        String name = labels.text(types.require(wanted.query().typeId()).many(), habits(actor).language()).replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]+", " ").strip();
        return (name.isEmpty() ? "export" : name) + "." + wanted.format().ending();
    }

    @Override
    public long write(Wanted wanted, OutputStream out, Actor actor) throws IOException {
        objection(wanted, actor).ifPresent(reason -> {
            throw new IllegalArgumentException("the export of '" + wanted.query().typeId() + "' is refused: " + reason);
        });
        DocumentType type = types.require(wanted.query().typeId());
        Notation.Habits habits = habits(actor);
        List<Column> columns = columns(wanted, type);
        Target target = target(wanted, type, columns, habits, out);
        CellWriting writing = new CellWriting(types, documents, notation, labels, habits, actor);
        Grant grant = access.grant(actor, type.id(), Operation.EXPORT);
        Query query = query(wanted, type, columns);
        long count = 0;
        for (Optional<Slice> page = Optional.of(documents.find(query, actor)); page.isPresent(); page = page.get().next().map(next -> documents.find(query.from(next), actor))) {
            List<Document> some = page.get().documents().stream().filter(document -> grant.covers(type.subject(document))).toList();
            List<List<Cell>> rows = writing.of(type, some, columns, wanted.format() == Format.JSON_LINES ? Form.MACHINE : wanted.form());
            for (int i = 0; i < some.size(); i++) {
                target.add(some.get(i), rows.get(i));
            }
            count += some.size();
        }
        target.finish();
        return count;
    }

    private static Query query(Wanted wanted, DocumentType type, List<Column> columns) {
        Query all = new Query(wanted.query().typeId(), wanted.query().filter(), wanted.query().sortBy(), wanted.query().descending(), Query.MOST, Optional.empty());
        Stream<String> open = type.field(DocumentType.OPEN.id()).stream().map(field -> field.id());
        return all.only(Stream.concat(columns.stream().filter(column -> !column.builtIn()).map(Column::id), open).toList());
    }

    private static List<Column> columns(Wanted wanted, DocumentType type) {
        return wanted.columns().isEmpty() ? Column.all(type) : wanted.columns().stream().map(id -> Column.of(type, id)).toList();
    }

    private Target target(Wanted wanted, DocumentType type, List<Column> columns, Notation.Habits habits, OutputStream out) throws IOException {
        boolean machine = wanted.form() == Form.MACHINE;
        List<String> heads = columns.stream().map(column -> machine ? column.id() : labels.text(column.name(), habits.language())).toList();
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 65_536);
        return switch (wanted.format()) {
            case CSV -> new CsvTarget(text, machine || DecimalFormatSymbols.getInstance(habits.language()).getDecimalSeparator() == '.' ? ',' : ';', !machine, heads);
            case XLSX -> new XlsxTarget(out, heads, habits.zone());
            case VCARD -> new CardTarget(text, type);
            case JSON_LINES -> new JsonTarget(text, notation);
        };
    }

    private Notation.Habits habits(Actor actor) {
        return actor.person()
                .flatMap(people::find)
                .map(person -> new Notation.Habits(person.language(), person.zone(), ""))
                .orElse(new Notation.Habits(Locale.ENGLISH, ZoneOffset.UTC, ""));
    }
}

package org.kontor.core.documents.duplicates;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.api.documents.Change;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Duplicates;
import org.kontor.api.documents.Duplicates.Merge;
import org.kontor.api.documents.Duplicates.Plan;
import org.kontor.api.documents.Duplicates.Preview;
import org.kontor.api.documents.HistoryEntry;
import org.kontor.api.documents.Refusal;
import org.kontor.api.documents.Values;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.core.documents.ActorText;
import org.kontor.storage.Database;
import org.kontor.storage.Journal;
import org.kontor.storage.Sql;
import tools.jackson.databind.json.JsonMapper;

/// Merges documents and takes merges back, each in one transaction.
final class Merging {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Database database;
    private final Journal journal;
    private final DocumentTypes types;
    private final Documents documents;
    private final LinkMoves links;
    private final MergeTable table;

    Merging(Database database, Journal journal, DocumentTypes types, Documents documents) {
        this.database = database;
        this.journal = journal;
        this.types = types;
        this.documents = documents;
        this.links = new LinkMoves(types, documents);
        this.table = new MergeTable(database);
    }

    /// Ends a transaction in which something was refused.
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient List<Refusal> reasons;

        Stopped(List<Refusal> reasons) {
            super("the merge is refused", null, false, false);
            this.reasons = reasons;
        }

        Stopped(Label reason) {
            this(List.of(Refusal.of(reason)));
        }
    }

    Optional<Preview> preview(Plan plan, Actor actor) {
        Optional<List<Document>> all = all(plan, actor);
        return all.map(found -> new Preview(new Survivorship(types.require(plan.survivor().type()), plan, found).choices(), Math.min(links.to(plan.losers()).size(), Duplicates.MOST_LINKS)));
    }

    private Optional<List<Document>> all(Plan plan, Actor actor) {
        List<Document> found = Stream.concat(Stream.of(plan.survivor()), plan.losers().stream()).flatMap(ref -> documents.get(ref, actor).stream()).toList();
        return found.size() == plan.losers().size() + 1 ? Optional.of(found) : Optional.empty();
    }

    Merge merge(Plan plan, Actor actor) {
        return refusable(() -> database.write(_ -> {
            List<Document> all = all(plan, actor).orElseThrow(() -> new Stopped(Label.of("documents.merge.missing")));
            List<LinkMoves.Link> moved = links.to(plan.losers());
            if (moved.size() > Duplicates.MOST_LINKS) {
                throw new Stopped(Label.of("documents.merge.too-many-links", Duplicates.MOST_LINKS));
            }
            Values values = new Survivorship(types.require(plan.survivor().type()), plan, all).values();
            plan.losers().forEach(loser -> done(documents.delete(loser, actor)));
            Document survivor = done(documents.change(plan.survivor(), Draft.of(values).on(all.getFirst().version()), actor));
            long position = survivor.version() == all.getFirst().version() ? 0 : newest(plan.survivor());
            moved.forEach(link -> links.turn(link.from(), link.field(), link.loser(), plan.survivor()));
            long id = table.add(plan, position, moved, ActorText.write(actor), Instant.now());
            note("document.merged", plan.survivor(), id, plan.losers(), actor);
            return new Merge.Done(id, documents.get(plan.survivor(), actor).orElse(survivor), List.of());
        }));
    }

    Merge unmerge(long mergeId, Actor actor) {
        return refusable(() -> database.write(_ -> {
            MergeTable.Kept kept = table.hold(mergeId).orElseThrow(() -> new Stopped(Label.of("documents.merge.unknown")));
            documents.get(kept.survivor(), actor).orElseThrow(() -> new Stopped(Label.of("documents.merge.missing")));
            List<Label> left = new ArrayList<>();
            if (kept.position() > 0) {
                left.addAll(back(kept, actor));
            }
            for (DocumentRef loser : kept.losers()) {
                if (documents.restore(loser, actor) instanceof Change.Denied(Label rule)) {
                    throw new Stopped(rule);
                }
            }
            kept.links().stream().filter(link -> !backTurned(kept, link)).forEach(link -> left.add(Label.of("documents.merge.link-left", link.from())));
            table.undone(mergeId, Instant.now());
            note("document.unmerged", kept.survivor(), mergeId, kept.losers(), actor);
            return new Merge.Done(mergeId, documents.get(kept.survivor(), actor).orElseThrow(), left);
        }));
    }

    private boolean backTurned(MergeTable.Kept kept, MergeTable.KeptLink link) {
        return types.find(link.from().type()).flatMap(type -> type.field(link.fieldId())).map(field -> links.turn(link.from(), field, kept.survivor(), link.loser())).orElse(false);
    }

    /// Gives the survivor its former values back, but for fields that were changed since.
    private List<Label> back(MergeTable.Kept kept, Actor actor) {
        var type = types.require(kept.survivor().type());
        Document now = documents.get(kept.survivor(), LinkMoves.ROBOT).orElseThrow();
        List<Label> left = new ArrayList<>();
        Values values = Values.none();
        for (HistoryEntry entry : documents.history(kept.survivor(), kept.position() + 1, 1, LinkMoves.ROBOT)) {
            for (HistoryEntry.FieldDiff diff : entry.fields()) {
                if (diff.field().readOnly() || type.field(diff.field().id()).isEmpty()) {
                    continue;
                }
                if (!now.values().any(diff.field()).equals(diff.after())) {
                    left.add(Label.of("documents.merge.value-left", type.nameOf(diff.field())));
                    continue;
                }
                values = diff.before().isPresent() ? values.withAny(diff.field(), diff.before().get()) : values.cleared(diff.field());
            }
        }
        done(documents.change(kept.survivor(), Draft.of(values), actor));
        return left;
    }

    Optional<Merge.Done> mergedInto(DocumentRef loser, Actor actor) {
        return table.of(loser).flatMap(kept -> documents.get(kept.survivor(), actor).map(survivor -> new Merge.Done(kept.id(), survivor, List.of())));
    }

    private long newest(DocumentRef ref) {
        return documents.history(ref, Long.MAX_VALUE, 1, LinkMoves.ROBOT).getFirst().occurrence().position();
    }

    private void note(String event, DocumentRef survivor, long mergeId, List<DocumentRef> losers, Actor actor) {
        var body = JSON.createObjectNode().put("merge", mergeId).put("survivor", survivor.toString());
        losers.forEach(loser -> body.withArray("losers").add(loser.toString()));
        journal.append(List.of(new Journal.NewEntry(event, Optional.of(survivor), JSON.writeValueAsString(body), actor)));
    }

    private static Document done(Change change) {
        return switch (change) {
            case Change.Changed(Document document) -> document;
            case Change.Refused(var reasons) -> throw new Stopped(reasons);
            case Change.Denied(Label rule) -> throw new Stopped(rule);
            case Change.Conflict _ -> throw new Stopped(Label.of("documents.merge.conflict"));
            case Change.Missing _ -> throw new Stopped(Label.of("documents.merge.missing"));
        };
    }

    private interface Act {
        Merge run();
    }

    private static Merge refusable(Act act) {
        try {
            return act.run();
        } catch (Stopped stopped) {
            return new Merge.Refused(stopped.reasons);
        }
    }
}

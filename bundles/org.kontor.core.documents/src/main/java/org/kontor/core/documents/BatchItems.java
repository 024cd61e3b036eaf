package org.kontor.core.documents;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import org.kontor.api.documents.Batches.Act;
import org.kontor.api.documents.Batches.Choice;
import org.kontor.api.documents.Batches.Kind;
import org.kontor.api.documents.Batches.Undone;
import org.kontor.api.documents.Change;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Documents.Step;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.TypeAway;
import org.kontor.api.events.Cause;
import org.kontor.api.people.Actor;
import org.kontor.storage.Journal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// The documents of a batch, some at a time, each with what is to be done to it: in the order of their ids, for an undo from the last journal entry to the first.
@Component(service = BatchItems.class)
public final class BatchItems {
    private static final int MOST_COUNTED = 10_000_000;

    /// One document. `place` is where the batch stands when it is done.
    record Item(long place, DocumentRef ref, Supplier<Change> work) {}

    /// Some documents, to be done together or one by one.
    record Some(List<Item> items, Supplier<List<Change>> together) {
        private static Some oneByOne(List<Item> items) {
            return new Some(items, () -> items.stream().map(item -> item.work().get()).toList());
        }
    }

    private final Documents documents;
    private final DocumentTypes types;
    private final Journal journal;

    @Activate
    public BatchItems(@Reference Documents documents, @Reference DocumentTypes types, @Reference Journal journal) {
        this.documents = documents;
        this.types = types;
        this.journal = journal;
    }

    /// The next behind where the batch stands; none when it is done.
    Some next(BatchTable.Kept batch, int most) {
        Actor actor = batch.progress().actor();
        if (batch.progress().kind() == Kind.UNDO) {
            long before = batch.position() == 0 ? Long.MAX_VALUE : batch.position();
            return undo(journal.of(cause(batch.progress().undoes().orElseThrow()), before, most).stream().map(BatchItems::step).toList(), actor);
        }
        BatchTask task = task(batch);
        String typeId = batch.progress().typeId();
        return Some.oneByOne(ids(batch, task, most).stream().map(id -> item(new DocumentRef(typeId, id), task.act(), actor)).toList());
    }

    /// How many documents are meant.
    long count(BatchTable.Kept batch) {
        return task(batch).choice() instanceof Choice.Passing(Filter filter)
                ? documents.count(batch.progress().typeId(), filter, MOST_COUNTED, batch.progress().actor()).value()
                : batch.progress().total();
    }

    private BatchTask task(BatchTable.Kept batch) {
        DocumentType type = types.find(batch.progress().typeId())
                .orElseThrow(() -> new TypeAway(batch.progress().typeId()));
        return BatchTask.read(type, batch.task());
    }

    private List<Long> ids(BatchTable.Kept batch, BatchTask task, int most) {
        return switch (task.choice()) {
            case Choice.Chosen(List<Long> ids) -> ids.stream().filter(id -> id > batch.position()).limit(most).toList();
            case Choice.Passing(Filter filter) -> {
                Filter range = id(Filter.Operator.GREATER, batch.position()).and(id(Filter.Operator.AT_MOST, batch.bound()));
                Query query = Query.newest(batch.progress().typeId()).where(range).where(filter).sorted("id", false).limited(most);
                yield documents.find(query, batch.progress().actor()).documents().stream().map(document -> document.ref().id()).toList();
            }
        };
    }

    private static Filter id(Filter.Operator operator, long bound) {
        return new Filter.Compare("id", operator, BigDecimal.valueOf(bound));
    }

    private Item item(DocumentRef ref, Act act, Actor actor) {
        return new Item(ref.id(), ref, switch (act) {
            case Act.Edit edit -> () -> documents.change(ref, edit.draft(), actor);
            case Act.Delete _ -> () -> documents.delete(ref, actor);
            case Act.Restore _ -> () -> documents.restore(ref, actor);
        });
    }

    private Some undo(List<Step> steps, Actor actor) {
        boolean known = steps.stream().allMatch(step -> types.find(step.document().type()).isPresent());
        List<Item> items = steps.stream().map(step -> new Item(step.position(), step.document(), () -> undo(step, actor))).toList();
        return known ? new Some(items, () -> documents.undoAll(steps, actor)) : Some.oneByOne(items);
    }

    private Change undo(Step step, Actor actor) {
        return types.find(step.document().type()).isPresent() ? documents.undo(step.document(), step.position(), actor) : new Change.Missing();
    }

    private static Step step(Journal.Entry entry) {
        long position = entry.cursor().position();
        return new Step(entry.document().orElseThrow(() -> new IllegalStateException("journal entry " + position + " of a batch is about no document")), position);
    }

    private static Cause cause(Undone undone) {
        return switch (undone) {
            case Undone.Batch(long id) -> new Cause.Batch(id);
            case Undone.Import(long id) -> new Cause.Import(id);
        };
    }
}

package org.kontor.core.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Query;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.api.workflow.Robot;
import org.kontor.storage.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A page of due steps in one transaction, and which of them is being called now.
final class Steps {
    /// What a page did: the documents whose runs went on, and what steps began to wait for (activities, types).
    record Done(Set<DocumentRef> documents, Set<String> awaited) {}

    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);
    private static final Actor READER = new Actor.Robot("workflow.runner");
    private static final int PAGE = 200;

    private final Documents documents;
    private final DocumentTypes types;
    private final StageRobots robots;
    private final Planning planning;
    private final RunTable table;
    private final StepCall call;
    private final Quarantine quarantine;
    private final Duration longest;

    /// After `longest` no further step of a page is begun.
    Steps(Documents documents, DocumentTypes types, StageRobots robots, RunTable table, StepCall call, Quarantine quarantine, Duration longest) {
        this.documents = documents;
        this.types = types;
        this.robots = robots;
        this.planning = new Planning(robots, table);
        this.table = table;
        this.call = call;
        this.quarantine = quarantine;
        this.longest = longest;
    }

    /// Does one page; empty when no step was due. Steps of `slow` activities are kept for their lanes.
    Optional<Done> page(Transaction tx, Instant now, Turn turn, Predicate<String> slow) {
        List<RunTable.Wait> waits = table.take(tx, now, PAGE);
        if (waits.isEmpty()) {
            return Optional.empty();
        }
        Map<Long, RunTable.Run> runs = new HashMap<>(table.lock(tx, RunTable.ids(waits)));
        Page page = new Page(tx, runs, now, turn, slow);
        long end = System.nanoTime() + longest.toNanos();
        for (RunTable.Wait wait : waits) {
            page.step(wait);
            if (System.nanoTime() > end) {
                break;
            }
        }
        return Optional.of(page.save());
    }

    /// Does a leased step; its rows are locked only when it was called.
    Done alone(Transaction tx, RunTable.Wait wait, Instant now, Turn turn) {
        Page page = new Page(tx, new HashMap<>(table.read(tx, List.of(wait.runId()))), now, turn, _ -> false);
        page.step(wait);
        RunTable.Run held = table.hold(tx, wait).orElseThrow(() -> new IllegalStateException("run " + wait.runId() + " does not wait for this call any more"));
        page.touched.replaceAll((_, run) -> held.with(held.log().with(wait.step(), run.log().entries().get(wait.step()))));
        return page.save();
    }

    private Map<DocumentRef, Document> load(Set<DocumentRef> refs) {
        Map<DocumentRef, Document> found = new HashMap<>();
        refs.stream().filter(ref -> types.find(ref.type()).isPresent()).collect(Collectors.groupingBy(DocumentRef::type)).forEach((type, some) -> {
            Filter wanted = new Filter.In("id", some.stream().<Object>map(DocumentRef::id).toList());
            documents.find(new Query(type, wanted, "id", false, PAGE, Optional.empty()), READER).documents().forEach(document -> found.put(document.ref(), document));
        });
        return found;
    }

    /// What one page has read and will write.
    private final class Page {
        private final Transaction tx;
        private final Map<Long, RunTable.Run> runs;
        private final Map<DocumentRef, Document> found;
        private final Instant now;
        private final Turn turn;
        private final Predicate<String> slow;
        private final Set<DocumentRef> worked = new HashSet<>();
        private final Map<Long, RunTable.Run> touched = new LinkedHashMap<>();
        private final List<RunTable.Wait> over = new ArrayList<>();
        private final List<RunTable.Kept> kept = new ArrayList<>();

        Page(Transaction tx, Map<Long, RunTable.Run> runs, Instant now, Turn turn, Predicate<String> slow) {
            this.tx = tx;
            this.runs = runs;
            this.found = load(runs.values().stream().map(RunTable.Run::document).collect(Collectors.toSet()));
            this.now = now;
            this.turn = turn;
            this.slow = slow;
        }

        void step(RunTable.Wait wait) {
            RunTable.Run run = runs.get(wait.runId());
            Optional<DocumentType> type = types.find(run.document().type());
            if (type.isEmpty()) {
                kept.add(RunTable.Kept.untilTypeReturns(wait, run.document().type()));
            } else if (wait.step() == RunTable.PLAN) {
                over.add(wait);
                planning.plan(tx, run).ifPresent(planned -> touched.put(run.id(), planned));
            } else {
                call(wait, run, type.get());
            }
        }

        private void call(RunTable.Wait wait, RunTable.Run run, DocumentType type) {
            List<Robot> sheet = robots.sheet(type, run.stageId(), run.version()).robots();
            if (wait.step() >= sheet.size()) {
                LOG.error("run {} has no step {} in version {} of stage {}/{}: it is dropped", run.id(), wait.step(), run.version(), type.id(), run.stageId());
                over.add(wait);
                return;
            }
            Robot robot = sheet.get(wait.step());
            StepCall.Result result = slow.test(robot.activityId()) ? StepCall.held(run.log().entries().get(wait.step()), wait, robot.activityId()) : called(wait, run, robot, type);
            RunTable.Run next = run.with(run.log().with(wait.step(), result.entry()));
            runs.put(run.id(), next);
            touched.put(run.id(), next);
            result.waiting().ifPresentOrElse(kept::add, () -> over.add(wait));
        }

        private StepCall.Result called(RunTable.Wait wait, RunTable.Run run, Robot robot, DocumentType type) {
            turn.begins(new Turn.Current(wait, robot.activityId()));
            StepCall.Result result = call.call(tx, run, wait, robot, type, document(run.document()), quarantine.holds(robot.activityId()), now);
            turn.ends();
            return result;
        }

        Done save() {
            table.save(tx, touched.values(), over, kept);
            return new Done(
                    touched.values().stream().map(RunTable.Run::document).collect(Collectors.toSet()),
                    kept.stream().flatMap(wait -> wait.away().stream()).collect(Collectors.toSet()));
        }

        /// As it is now: read again when a step of this page worked for it before.
        private Optional<Document> document(DocumentRef ref) {
            return worked.add(ref) ? Optional.ofNullable(found.get(ref)) : documents.get(ref, READER);
        }
    }

    /// Notes in a transaction of its own that a step failed together with its whole page: it is tried again later, alone.
    /// Nothing is noted when it does not wait any more.
    Set<DocumentRef> failed(Transaction tx, RunTable.Wait waiting, Label note, Instant now) {
        Optional<RunTable.Run> held = table.hold(tx, waiting);
        held.ifPresent(run -> {
            StepCall.Result result = StepCall.retried(run.log().entries().get(waiting.step()), waiting, note, now);
            table.save(tx, List.of(run.with(run.log().with(waiting.step(), result.entry()))), List.of(), result.waiting().stream().toList());
        });
        return held.stream().map(RunTable.Run::document).collect(Collectors.toSet());
    }
}

package org.kontor.core.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.api.documents.Conditions;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Notation;
import org.kontor.api.events.Cause;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.api.people.People;
import org.kontor.api.workflow.Outcome;
import org.kontor.api.workflow.Robot;
import org.kontor.api.workflow.RunState.Progress;
import org.kontor.api.workflow.Step;
import org.kontor.storage.Journal;
import org.kontor.storage.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One call of a step: condition, input, activity, and what became of it.
public final class StepCall {
    private static final Logger LOG = LoggerFactory.getLogger(StepCall.class);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

    /// The step's new entry in the log, and its wait if it goes on waiting.
    record Result(StepLog.Entry entry, Optional<RunTable.Kept> waiting) {}

    private final Activities activities;
    private final Conditions conditions;
    private final Notation notation;
    private final People people;
    private final Journal journal;

    public StepCall(Activities activities, Conditions conditions, Notation notation, People people, Journal journal) {
        this.activities = activities;
        this.conditions = conditions;
        this.notation = notation;
        this.people = people;
        this.journal = journal;
    }

    Result call(Transaction tx, RunTable.Run run, RunTable.Wait wait, Robot robot, DocumentType type, Optional<Document> found, boolean quarantined, Instant now) {
        StepLog.Entry entry = run.log().entries().get(wait.step());
        if (found.filter(document -> document.stage().equals(Optional.of(run.stageId()))).isEmpty()) {
            return over(entry.with(Progress.CANCELLED, Optional.of(now), Optional.empty()));
        }
        Document document = found.get();
        if (wait.attempt() == 0 && !conditions.passes(robot.condition(), document)) {
            return over(entry.with(Progress.SKIPPED, Optional.of(now), Optional.empty()));
        }
        Optional<Activities.Known> activity = activities.find(robot.activityId());
        if (activity.isEmpty() || quarantined) {
            Label note = Label.of(quarantined ? "workflow.quarantined" : "workflow.away", robot.activityId());
            return new Result(entry.with(Progress.ACTIVITY_AWAY, entry.when(), Optional.of(note)),
                    Optional.of(new RunTable.Kept(wait.runId(), wait.step(), RunTable.NEVER, wait.attempt(), Optional.of(robot.activityId()), true)));
        }
        try {
            Outcome outcome = journal.because(new Cause.Follows(run.parent(), run.depth() + 1), () -> tx.nested(() -> run(activity.get(), run, wait, robot, document, now)));
            return result(entry, wait, outcome, now);
        } catch (RuntimeException | Error e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            LOG.warn("robot {} of {} in stage {} failed, run {}, attempt {}", robot.id(), type.id(), run.stageId(), run.id(), wait.attempt() + 1, e);
            return retried(entry, wait, Label.of("workflow.failed", shortened(e), wait.attempt() + 1), now);
        }
    }

    private Outcome run(Activities.Known activity, RunTable.Run run, RunTable.Wait wait, Robot robot, Document document, Instant now) {
        Notation.Habits habits = habits(document);
        List<Label> reasons = new ArrayList<>();
        Optional<Record> input = activity.form().make(robot.input(), text -> notation.fill(text, document, habits), notation, reasons);
        if (input.isEmpty()) {
            return new Outcome.Refused(reasons.getFirst());
        }
        Actor actor = new RobotName(document.ref().type(), run.stageId(), robot.id()).actor();
        return activity.activity().run(input.get(), new Step(run.id() + "-" + wait.step(), document, actor, wait.attempt() + 1, now));
    }

    private static Result result(StepLog.Entry entry, RunTable.Wait wait, Outcome outcome, Instant now) {
        return switch (outcome) {
            case Outcome.Done _ -> over(entry.with(Progress.DONE, Optional.of(now), Optional.empty()));
            case Outcome.Made made -> over(new StepLog.Entry(entry.robotId(), Progress.DONE, Optional.of(now), Optional.empty(), Optional.of(made.document())));
            case Outcome.Wait(Instant until) -> waiting(entry, wait, until.isBefore(now.plus(SHORTEST_WAIT)) ? now.plus(SHORTEST_WAIT) : until);
            case Outcome.Refused(Label reason) -> new Result(entry.with(Progress.REFUSED, Optional.of(now), Optional.of(reason)),
                    Optional.of(new RunTable.Kept(wait.runId(), wait.step(), RunTable.NEVER, wait.attempt(), Optional.empty(), true)));
        };
    }

    private static Result waiting(StepLog.Entry entry, RunTable.Wait wait, Instant until) {
        Instant when = until.isBefore(RunTable.NEVER) ? until.truncatedTo(ChronoUnit.MICROS) : RunTable.NEVER;
        return new Result(entry.with(Progress.WAITING, Optional.of(when), Optional.empty()), Optional.of(new RunTable.Kept(wait.runId(), wait.step(), when, wait.attempt(), Optional.empty(), false)));
    }

    /// The step is tried again, alone, after a pause that doubles from one second to an hour.
    static Result retried(StepLog.Entry entry, RunTable.Wait wait, Label note, Instant now) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(wait.attempt(), 12));
        Instant next = now.plus(doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled);
        return new Result(entry.with(Progress.RETRYING, Optional.of(next), Optional.of(note)),
                Optional.of(new RunTable.Kept(wait.runId(), wait.step(), next, wait.attempt() + 1, Optional.empty(), true)));
    }

    /// The step waits for its activity's lane, and says so unless it tells more already.
    static Result held(StepLog.Entry entry, RunTable.Wait wait, String activityId) {
        StepLog.Entry told = wait.attempt() == 0 ? entry.with(Progress.WAITING, entry.when(), Optional.of(Label.of("workflow.slow", activityId))) : entry;
        return new Result(told, Optional.of(new RunTable.Kept(wait.runId(), wait.step(), RunTable.NEVER, wait.attempt(), Optional.of(activityId), wait.attempt() > 0)));
    }

    private static Result over(StepLog.Entry entry) {
        return new Result(entry, Optional.empty());
    }

    static String shortened(Throwable e) {
        String text = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }

    private Notation.Habits habits(Document document) {
        return document.createdBy().flatMap(people::find)
                .map(person -> new Notation.Habits(person.language(), person.zone(), ""))
                .orElse(new Notation.Habits(Locale.ENGLISH, ZoneOffset.UTC, ""));
    }
}

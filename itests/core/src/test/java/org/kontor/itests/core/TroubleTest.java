package org.kontor.itests.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.itests.core.RobotDesk.atOnce;
import static org.kontor.itests.core.RobotDesk.task;
import static org.kontor.itests.core.RobotDesk.until;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Values;
import org.kontor.api.labels.Label;
import org.kontor.api.workflow.Outcome;
import org.kontor.api.workflow.RunState.Progress;
import org.kontor.api.workflow.Step;
import org.kontor.leads.Lead;
import org.kontor.storage.Engine;
import org.kontor.tasks.Task;

/// Robots whose activities throw, hang, leave, refuse, or start each other.
@ParameterizedClass
@EnumSource(Engine.class)
class TroubleTest {
    private final RobotDesk desk;

    TroubleTest(Engine engine) {
        desk = new RobotDesk(engine);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void waitsForAnActivityThatIsAwayAndGoesOn() {
        Runnable leave = desk.activity("acme.say", (_, _) -> new Outcome.Done());
        desk.robots(Lead.NEW, atOnce("say", "acme.say", "hello"));
        leave.run();
        Document lead = desk.lead("Price list");
        desk.until(lead, "say", Progress.ACTIVITY_AWAY);
        assertThat(desk.note(lead, "say")).isEqualTo("The activity acme.say is not installed: the step waits until it returns");

        desk.activity("acme.say", (_, _) -> new Outcome.Done());

        desk.until(lead, "say", Progress.DONE);
    }

    @Test
    void triesAgainAfterAGrowingPauseAndHoldsNobodyUp() {
        AtomicInteger calls = new AtomicInteger();
        desk.activity("acme.shaky", (_, step) -> {
            calls.incrementAndGet();
            if (step.attempt() < 3) {
                throw new IllegalStateException("gateway is down");
            }
            return new Outcome.Done();
        });
        desk.robots(Lead.NEW, atOnce("shaky", "acme.shaky", "x"), task("Call"));

        Document lead = desk.lead("Price list");

        desk.until(lead, "task", Progress.DONE);
        desk.until(lead, "shaky", Progress.RETRYING);
        assertThat(desk.note(lead, "shaky")).isEqualTo("It failed (gateway is down), attempt 1: it is tried again");
        assertThat(calls).hasValue(1);
        desk.later(Duration.ofSeconds(1));
        until("a second call", () -> calls.get() == 2);
        desk.later(Duration.ofSeconds(2));
        desk.until(lead, "shaky", Progress.DONE);
    }

    @Test
    void keepsNothingOfAnAttemptThatFailed() {
        AtomicBoolean healed = new AtomicBoolean();
        desk.activity("acme.half", (_, step) -> {
            half(step);
            if (!healed.get()) {
                throw new IllegalStateException("too late");
            }
            return new Outcome.Done();
        });
        desk.robots(Lead.NEW, atOnce("half", "acme.half", "x"));
        Document lead = desk.lead("Price list");
        desk.until(lead, "half", Progress.RETRYING);
        assertThat(desk.tasks()).isEmpty();

        healed.set(true);
        desk.later(Duration.ofSeconds(10));

        desk.until(lead, "half", Progress.DONE);
        assertThat(desk.tasks()).hasSize(1);
    }

    @Test
    void survivesAnActivityThatRunsOutOfStack() {
        desk.activity("acme.deep", (_, _) -> endless(1));
        desk.robots(Lead.NEW, atOnce("deep", "acme.deep", "x"), task("Call"));

        Document lead = desk.lead("Price list");

        desk.until(lead, "task", Progress.DONE);
        desk.until(lead, "deep", Progress.RETRYING);
    }

    @Test
    void showsWhyAnActivityRefusedAndTriesAgainWhenAsked() {
        AtomicBoolean healed = new AtomicBoolean();
        desk.activity("acme.picky", (_, _) -> healed.get() ? new Outcome.Done() : new Outcome.Refused(Label.verbatim("no number")));
        desk.robots(Lead.NEW, atOnce("picky", "acme.picky", "x"));
        Document lead = desk.lead("Price list");
        desk.until(lead, "picky", Progress.REFUSED);
        assertThat(desk.note(lead, "picky")).isEqualTo("no number");
        assertThat(desk.portal.runs().troubled(Lead.TYPE, desk.admin)).hasSize(1);

        healed.set(true);
        desk.later(Duration.ofSeconds(10));
        assertThat(desk.portal.runs().retry(desk.portal.runs().of(lead.ref(), desk.admin).getFirst().id(), "picky", desk.admin)).isTrue();

        desk.until(lead, "picky", Progress.DONE);
        assertThat(desk.portal.runs().troubled(Lead.TYPE, desk.admin)).isEmpty();
    }

    @Test
    void staysRefusedWhenTheLeadLeaves() {
        desk.activity("acme.picky", (_, _) -> new Outcome.Refused(Label.verbatim("no number")));
        desk.robots(Lead.NEW, atOnce("picky", "acme.picky", "x"));
        Document lead = desk.lead("Price list");
        desk.until(lead, "picky", Progress.REFUSED);

        desk.move(lead, Lead.CONTACTED);
        until("it is not troubled any more", () -> desk.portal.runs().troubled(Lead.TYPE, desk.admin).isEmpty());

        assertThat(desk.is(lead, "picky", Progress.REFUSED)).isTrue();
    }

    @Test
    void givesUpAnActivityThatNeverReturnsAndTheOthersGoOn() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        desk.activity("acme.hang", (_, step) -> {
            half(step);
            return hanging(never);
        });
        desk.robots(Lead.NEW, atOnce("hang", "acme.hang", "x"), task("Call"));

        List<DocumentRef> before = desk.leads(3);
        until("each of the first leads has its task", () -> calls() == before.size());
        List<DocumentRef> after = desk.leads(3);

        until("each of the later leads has its task", () -> calls() == before.size() + after.size());
        never.countDown();
        assertThat(desk.tasks()).extracting(task -> task.get(Task.ABOUT).orElseThrow().toString() + task.get(Task.TITLE)).doesNotHaveDuplicates();
    }

    @Test
    void keepsNothingOfWhatAGivenUpActivityWritesLater() throws InterruptedException {
        CountDownLatch back = new CountDownLatch(1);
        CountDownLatch wrote = new CountDownLatch(1);
        AtomicBoolean first = new AtomicBoolean(true);
        desk.activity("acme.slow", (_, step) -> {
            if (first.getAndSet(false)) {
                hanging(back);
                try {
                    half(step);
                } finally {
                    wrote.countDown();
                }
            }
            return new Outcome.Done();
        });
        desk.robots(Lead.NEW, atOnce("slow", "acme.slow", "x"));
        Document lead = desk.lead("Price list");
        desk.until(lead, "slow", Progress.DONE);

        back.countDown();

        assertThat(wrote.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(desk.tasks()).isEmpty();
    }

    @Test
    void worksForANewLeadWhileAnActivityHangs() {
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch never = new CountDownLatch(1);
        desk.activity("acme.hang", (_, _) -> {
            calls.incrementAndGet();
            return hanging(never);
        });
        desk.robots(Lead.CONTACTED, atOnce("hang", "acme.hang", "x"));
        desk.robots(Lead.NEW, task("Call"));
        Document stuck = desk.lead("Stuck");
        until("its own task", () -> calls() == 1);
        desk.move(stuck, Lead.CONTACTED);
        until("it hangs in its lane", () -> calls.get() == 2);

        desk.lead("Price list");

        until("the task of another lead", RobotDesk.STEP.dividedBy(2), () -> calls() == 2);
        assertThat(calls).hasValue(2);
        assertThat(desk.note(stuck, "hang")).isEqualTo("The activity acme.hang takes long: its steps are called one at a time");
        never.countDown();
    }

    @Test
    void letsAPersonMoveALeadWhoseRobotHangs() {
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch never = new CountDownLatch(1);
        desk.activity("acme.hang", (_, _) -> {
            calls.incrementAndGet();
            return hanging(never);
        });
        desk.robots(Lead.NEW, atOnce("hang", "acme.hang", "x"));
        Document lead = desk.lead("Price list");
        until("it hangs in its lane", () -> calls.get() == 2);

        desk.move(lead, Lead.CONTACTED);

        desk.until(lead, "hang", Progress.CANCELLED);
        never.countDown();
        desk.later(Duration.ofSeconds(10));
        assertThat(desk.is(lead, "hang", Progress.CANCELLED)).isTrue();
    }

    @Test
    void doesEachStepOfASlowActivityOnce() {
        desk.activity("acme.slow", (_, step) -> {
            half(step);
            return slowly(RobotDesk.STEP.multipliedBy(2).dividedBy(3));
        });
        desk.robots(Lead.NEW, atOnce("slow", "acme.slow", "x"));

        List<DocumentRef> leads = desk.leads(3);

        until("nothing waits", Duration.ofSeconds(15), () -> desk.rows("robot_run") == leads.size() && desk.rows("run_wait") == 0);
        assertThat(desk.tasks()).extracting(task -> task.get(Task.ABOUT).orElseThrow()).containsExactlyInAnyOrderElementsOf(leads);
    }

    @Test
    void callsAnActivityThatHungAgainWhenItsBundleIsUpdated() {
        CountDownLatch never = new CountDownLatch(1);
        Runnable leave = desk.activity("acme.hang", (_, step) -> {
            hanging(never);
            half(step);
            return new Outcome.Done();
        });
        desk.robots(Lead.NEW, atOnce("hang", "acme.hang", "x"));
        Document lead = desk.lead("Price list");
        until("it is left alone", Duration.ofSeconds(20), () -> {
            desk.later(Duration.ofSeconds(1));
            return desk.is(lead, "hang", Progress.ACTIVITY_AWAY);
        });

        leave.run();
        desk.activity("acme.hang", (_, step) -> {
            half(step);
            return new Outcome.Done();
        });

        desk.until(lead, "hang", Progress.DONE);
        never.countDown();
        assertThat(desk.tasks()).hasSize(1);
    }

    @Test
    void cutsRobotsThatStartEachOtherAndNamesThem() {
        desk.moving();
        desk.robots(Lead.NEW, atOnce("on", "test.move", Lead.CONTACTED));
        desk.robots(Lead.CONTACTED, atOnce("back", "test.move", Lead.NEW));

        Document lead = desk.lead("Price list");

        until("it is cut", () -> desk.steps(lead).stream().anyMatch(step -> step.progress() == Progress.REFUSED));
        String note = desk.steps(lead).stream().filter(step -> step.progress() == Progress.REFUSED).findFirst().flatMap(step -> step.note())
                .map(label -> desk.portal.labels().text(label, java.util.Locale.ENGLISH)).orElseThrow();
        assertThat(note).startsWith("These robots start each other without end: activity.test.move (").contains("(New)").contains("(Contacted)").contains("After 15 steps");
        assertThat(desk.steps(lead)).hasSize(16);
        assertThat(desk.portal.runs().troubled(Lead.TYPE, desk.admin)).hasSize(1);
    }

    private long calls() {
        return desk.tasks().stream().filter(task -> task.get(Task.TITLE).orElseThrow().equals("Call")).count();
    }

    private void half(Step step) {
        desk.portal.documents().create(Task.TYPE, Values.none().with(Task.TITLE, "Half").with(Task.ABOUT, step.document().ref()), step.actor());
    }

    private static Outcome hanging(CountDownLatch until) {
        while (true) {
            try {
                until.await();
                return new Outcome.Done();
            } catch (InterruptedException e) {
                // an activity that does not even heed this
            }
        }
    }

    private static Outcome slowly(Duration span) {
        try {
            Thread.sleep(span);
            return new Outcome.Done();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Outcome endless(int depth) {
        return depth > 0 ? endless(depth + 1) : new Outcome.Done();
    }
}

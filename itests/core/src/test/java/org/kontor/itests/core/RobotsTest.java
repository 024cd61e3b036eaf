package org.kontor.itests.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.itests.core.RobotDesk.atOnce;
import static org.kontor.itests.core.RobotDesk.robot;
import static org.kontor.itests.core.RobotDesk.task;
import static org.kontor.itests.core.RobotDesk.until;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentShape;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Imports;
import org.kontor.api.documents.Money;
import org.kontor.api.documents.Values;
import org.kontor.api.files.FileRef;
import org.kontor.api.people.Actor;
import org.kontor.api.people.TokenScope;
import org.kontor.api.workflow.Outcome;
import org.kontor.api.workflow.RobotPreset;
import org.kontor.api.workflow.RunState;
import org.kontor.api.workflow.RunState.Progress;
import org.kontor.api.workflow.Timing;
import org.kontor.leads.Lead;
import org.kontor.leads.internal.FirstRobots;
import org.kontor.notifications.Notification;
import org.kontor.storage.Engine;
import org.kontor.tasks.Task;

/// What robots of stages do: ROB-1, 2, 5, 7, 8, 14, 15, 16, 18, 23, 24, TRG-3, Q10.
@ParameterizedClass
@EnumSource(Engine.class)
class RobotsTest {
    private final RobotDesk desk;

    RobotsTest(Engine engine) {
        desk = new RobotDesk(engine);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    // ROB-1, ROB-7, ROB-5
    @Test
    void worksWhenALeadEntersItsStageAndBearsATick() {
        desk.robots(Lead.NEW, task("Call"));

        Document lead = desk.lead("Price list");

        desk.until(lead, "task", Progress.DONE);
        assertThat(desk.tasks()).extracting(task -> task.get(Task.TITLE)).containsExactly(Optional.of("Call"));
        assertThat(desk.step(lead, "task").flatMap(RunState.StepState::made)).isEqualTo(Optional.of(desk.tasks().getFirst().ref()));
    }

    // ROB-2
    @Test
    void worksInItsOwnStageOnly() {
        desk.robots(Lead.NEW, task("New"));
        desk.robots(Lead.CONTACTED, task("Contacted"));

        Document lead = desk.lead("Price list");
        desk.until(lead, "task", Progress.DONE);
        desk.move(lead, Lead.CONTACTED);

        until("a second task", () -> desk.tasks().size() == 2);
        assertThat(desk.tasks()).extracting(task -> task.get(Task.TITLE).orElseThrow()).containsExactly("New", "Contacted");
    }

    // TRG-3
    @Test
    void worksForALeadThatAProgramPosted() {
        desk.robots(Lead.NEW, task("Call"));
        Actor client = new Actor.Client(desk.anna.id(), "script", TokenScope.WRITE);

        desk.portal.documents().create(Lead.TYPE, Values.none().with(Lead.TITLE, "From a form"), client);

        until("a task", () -> desk.tasks().size() == 1);
    }

    // TRG-3
    @Test
    void worksForALeadThatARobotMoved() {
        desk.moving();
        desk.robots(Lead.CONTACTED, task("Call"));
        desk.robots(Lead.NEW, atOnce("move", "test.move", Lead.CONTACTED));

        Document lead = desk.lead("Price list");

        until("a task", () -> desk.tasks().size() == 1);
        assertThat(desk.stage(lead)).isEqualTo(Lead.CONTACTED);
    }

    // TRG-3
    @Test
    void worksOnceForEachLeadOfAnImport() throws Exception {
        desk.robots(Lead.NEW, task("Call {{title}}"));
        StringBuilder csv = new StringBuilder("title,company\n");
        for (int i = 0; i < 450; i++) {
            csv.append("lead ").append(i).append(",Acme\n");
        }
        FileRef file = desk.portal.files().store("leads.csv", "text/csv", new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)), desk.annasHand());
        Imports.Plan plan = ((Imports.Look.Seen) desk.portal.imports().look(file, Lead.TYPE, desk.annasHand())).guess().plan();

        Imports.Progress started = desk.portal.imports().start(plan, desk.annasHand());

        until("the import is done", () -> desk.portal.imports().find(started.id(), desk.annasHand()).orElseThrow().state() == Imports.State.DONE);
        until("a task for each lead", () -> desk.tasks().size() == 450);
        assertThat(desk.tasks()).extracting(task -> task.get(Task.ABOUT)).doesNotHaveDuplicates();
    }

    // ROB-8
    @Test
    void waitsForItsSpan() {
        desk.robots(Lead.NEW, robot("later", "tasks.create", new Timing.After(Duration.ofMinutes(30)), Filter.any(), Map.of("title", "Late", "audience", "RESPONSIBLE")));
        Document lead = desk.lead("Price list");
        desk.until(lead, "later", Progress.WAITING);

        desk.later(Duration.ofMinutes(29));
        assertThat(desk.tasks()).isEmpty();
        desk.later(Duration.ofMinutes(2));

        desk.until(lead, "later", Progress.DONE);
    }

    // Q10
    @Test
    void isCalledOffWhenTheLeadLeavesTheStage() {
        desk.robots(Lead.NEW, robot("later", "tasks.create", new Timing.After(Duration.ofMinutes(30)), Filter.any(), Map.of("title", "Late", "audience", "RESPONSIBLE")));
        Document lead = desk.lead("Price list");
        desk.until(lead, "later", Progress.WAITING);

        desk.move(lead, Lead.CONTACTED);

        desk.until(lead, "later", Progress.CANCELLED);
        desk.later(Duration.ofHours(1));
        assertThat(desk.tasks()).isEmpty();
    }

    // Q10
    @Test
    void isCalledOffWhenTheLeadIsDeleted() {
        desk.robots(Lead.NEW, robot("later", "tasks.create", new Timing.After(Duration.ofMinutes(30)), Filter.any(), Map.of("title", "Late", "audience", "RESPONSIBLE")));
        Document lead = desk.lead("Price list");
        desk.until(lead, "later", Progress.WAITING);

        desk.portal.documents().delete(lead.ref(), desk.admin);
        until("nothing waits", () -> desk.rows("run_wait") == 0);
        desk.later(Duration.ofHours(1));
        desk.portal.documents().restore(lead.ref(), desk.admin);

        desk.until(lead, "later", Progress.CANCELLED);
    }

    // ROB-14
    @Test
    void leavesAloneWhatDoesNotMeetItsCondition() {
        Filter large = new Filter.Compare("amount", Filter.Operator.GREATER, new Money(100_000, Currency.getInstance("EUR")));
        desk.robots(Lead.NEW, robot("large", "tasks.create", new Timing.AtOnce(), large, Map.of("title", "Large", "audience", "RESPONSIBLE")));

        Document small = desk.lead(Values.none().with(Lead.TITLE, "small").with(Lead.AMOUNT, new Money(5_000, Currency.getInstance("EUR"))));
        Document big = desk.lead(Values.none().with(Lead.TITLE, "big").with(Lead.AMOUNT, new Money(500_000, Currency.getInstance("EUR"))));

        desk.until(big, "large", Progress.DONE);
        desk.until(small, "large", Progress.SKIPPED);
        assertThat(desk.tasks()).extracting(task -> task.get(Task.ABOUT)).containsExactly(Optional.of(big.ref()));
    }

    // ROB-14
    @Test
    void canAskWhenTheLeadWasCreated() {
        Filter recent = new Filter.Compare("created", Filter.Operator.GREATER, java.time.Instant.now().minusSeconds(3600));
        desk.robots(Lead.NEW, robot("recent", "tasks.create", new Timing.AtOnce(), recent, Map.of("title", "Recent", "audience", "RESPONSIBLE")));

        Document lead = desk.lead("Price list");

        desk.until(lead, "recent", Progress.DONE);
    }

    // ROB-15
    @Test
    void fillsPlacesWithTheValuesOfTheMoment() {
        desk.robots(Lead.NEW, robot("later", "tasks.create", new Timing.After(Duration.ofMinutes(30)), Filter.any(), Map.of("title", "Call {{company}}: {{title}}", "audience", "RESPONSIBLE")));
        Document lead = desk.lead(Values.none().with(Lead.TITLE, "Old title").with(Lead.COMPANY, "Acme"));
        desk.until(lead, "later", Progress.WAITING);

        desk.portal.documents().change(lead.ref(), Draft.of(Values.none().with(Lead.TITLE, "New title")), desk.annasHand());
        desk.later(Duration.ofMinutes(31));

        desk.until(lead, "later", Progress.DONE);
        assertThat(desk.tasks().getFirst().get(Task.TITLE)).contains("Call Acme: New title");
    }

    // ROB-16
    @Test
    void givesTheTaskAResponsibleADeadlineAndALink() {
        desk.robots(Lead.NEW, robot("task", "tasks.create", new Timing.AtOnce(), Filter.any(), Map.of("title", "Call", "audience", "RESPONSIBLE", "within", "2h", "description", "Ask for {{title}}")));

        Document lead = desk.lead("Price list");

        desk.until(lead, "task", Progress.DONE);
        Document task = desk.tasks().getFirst();
        assertThat(task.get(Task.RESPONSIBLE)).contains(desk.anna.id());
        assertThat(task.get(Task.ABOUT)).contains(lead.ref());
        assertThat(task.get(Task.DEADLINE)).hasValueSatisfying(deadline -> assertThat(Duration.between(lead.created(), deadline)).isBetween(Duration.ofHours(2), Duration.ofHours(2).plusSeconds(8)));
        assertThat(task.get(Task.DESCRIPTION)).contains("Ask for Price list");
    }

    // ROB-18, ROB-24
    @Test
    void tellsTheBossWhenALeadLies() {
        desk.robots(Lead.NEW, robot("tell", "notifications.notify", new Timing.After(Duration.ofMinutes(1)), Filter.any(), Map.of("text", "{{title}} lies", "audience", "BOSS")));
        Document lead = desk.lead("Price list");
        desk.until(lead, "tell", Progress.WAITING);

        desk.later(Duration.ofMinutes(2));

        desk.until(lead, "tell", Progress.DONE);
        assertThat(desk.documents(Notification.TYPE)).extracting(told -> told.get(Notification.RECIPIENT).orElseThrow()).containsExactly(desk.boss.id());
    }

    // ROB-23
    @Test
    void canUseAPartnersActivityLikeABuiltInOne() {
        List<String> said = new ArrayList<>();
        desk.activity("acme.say", (words, step) -> {
            said.add(words.text());
            return new Outcome.Done();
        });
        desk.robots(Lead.NEW, atOnce("say", "acme.say", "hello {{title}}"));

        Document lead = desk.lead("world");

        desk.until(lead, "say", Progress.DONE);
        assertThat(said).containsExactly("hello world");
        assertThat(desk.portal.robots().activities()).extracting(shape -> shape.id()).contains("acme.say", "tasks.create");
    }

    // ROB-4
    @Test
    void comesWithItsModuleUntilSomebodyConfiguresIt() {
        desk.portal.register(RobotPreset.class, new FirstRobots(), Map.of());

        List<Document> leads = List.of(desk.lead("one"), desk.lead("two"));

        leads.forEach(lead -> desk.until(lead, "call", Progress.DONE));
        assertThat(desk.portal.robots().sheet(Lead.TYPE, Lead.NEW).version()).isEqualTo(1);
    }

    @Test
    void goesOnWithTheSheetItsRunStartedOn() {
        desk.robots(Lead.NEW, robot("later", "tasks.create", new Timing.After(Duration.ofMinutes(30)), Filter.any(), Map.of("title", "Old", "audience", "RESPONSIBLE")));
        Document before = desk.lead("before");
        desk.until(before, "later", Progress.WAITING);
        desk.robots(Lead.NEW, task("New"));

        Document after = desk.lead("after");
        desk.until(after, "task", Progress.DONE);
        desk.later(Duration.ofMinutes(31));

        desk.until(before, "later", Progress.DONE);
        assertThat(desk.tasks()).extracting(task -> task.get(Task.TITLE).orElseThrow()).containsExactly("New", "Old");
    }

    @Test
    void seesWhatTheRobotBeforeItChanged() {
        desk.moving();
        desk.robots(Lead.NEW, atOnce("move", "test.move", Lead.JUNK), task("Too late"));

        Document lead = desk.lead("Price list");

        desk.until(lead, "move", Progress.DONE);
        desk.until(lead, "task", Progress.CANCELLED);
        assertThat(desk.tasks()).isEmpty();
    }

    @Test
    void isPlannedLaterWhenTheModuleOfTheLeadIsAway() {
        desk.robots(Lead.NEW, task("Call"));
        Runnable away = desk.portal.register(DocumentShape.class, new ParcelShape(), Map.of());
        desk.portal.register(RobotPreset.class, ParcelShape.PRESET, Map.of());
        desk.portal.database().database().write(_ -> {
            desk.portal.documents().create("parcel", Values.none().with(ParcelShape.TITLE, "Box"), desk.annasHand());
            away.run();
            return true;
        });
        until("the entry is seen", () -> desk.rows("robot_run") == 1);

        desk.portal.register(DocumentShape.class, new ParcelShape(), Map.of());

        until("a task", () -> desk.tasks().size() == 1);
    }
}

package org.kontor.core.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.events.Cause;
import org.kontor.api.events.Event;
import org.kontor.api.events.EventId;
import org.kontor.api.events.Occurrence;
import org.kontor.api.events.Reaction;
import org.kontor.api.people.Actor;
import org.kontor.storage.Engine;
import org.kontor.storage.Sql;
import org.kontor.testkit.TestDatabase;

@ParameterizedClass
@EnumSource(Engine.class)
class FollowerTest {
    private static final Actor TEST = new Actor.Robot("test");

    @EventId("test.said")
    record Said(String text) implements Event {}

    @EventId("test.other")
    record Other(String text) implements Event {}

    private record Doing(BiConsumer<Said, Occurrence> act) implements Reaction<Event> {
        @Override
        @SuppressWarnings({"unchecked", "rawtypes"})
        public Class<Event> event() {
            return (Class) Said.class;
        }

        @Override
        public void after(Event event, Occurrence occurrence) {
            act.accept((Said) event, occurrence);
        }
    }

    private final TestDatabase database;
    private final Cursors cursors;
    private final JournalEvents events;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    FollowerTest(Engine engine) {
        database = TestDatabase.open(engine);
        cursors = new Cursors(database.database(), database.journal());
        events = new JournalEvents(database.journal());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void hearsWhatItWantsInOrder() throws Exception {
        Follower follower = following((said, _) -> heard.add(said.text()));

        for (int i = 0; i < 20; i++) {
            say("word " + i);
            events.publish(new Other("noise"), TEST);
        }

        until(() -> heard.size() == 20);
        assertThat(heard).startsWith("word 0", "word 1").endsWith("word 19");
        follower.stop();
    }

    @Test
    void hearsNothingFromBeforeItCame() throws Exception {
        say("before");
        Follower follower = following((said, _) -> heard.add(said.text()));

        say("after");

        until(() -> !heard.isEmpty());
        assertThat(heard).containsExactly("after");
        follower.stop();
    }

    @Test
    void goesOnWhereItWasWhenItsBundleReturns() throws Exception {
        following((said, _) -> heard.add(said.text())).stop();
        say("while away");

        Follower follower = following((said, _) -> heard.add(said.text()));

        until(() -> !heard.isEmpty());
        assertThat(heard).containsExactly("while away");
        follower.stop();
    }

    @Test
    void keepsNothingOfAFailedAttempt() throws Exception {
        notes();
        Follower follower = following((said, _) -> {
            note(said.text());
            if (heard.size() < 3) {
                heard.add(said.text());
                throw new IllegalStateException("not yet");
            }
        });

        say("once");

        until(() -> noted().size() == 1);
        assertThat(heard).hasSize(3);
        follower.stop();
    }

    @Test
    void isNotHeldUpForEverByOneEntry() throws Exception {
        Follower follower = following((said, _) -> {
            if (said.text().equals("poison")) {
                throw new IllegalStateException("can't");
            }
            heard.add(said.text());
        });

        say("poison");
        say("good");

        until(() -> heard.contains("good"));
        assertThat(parked()).singleElement().asString().contains("can't");
        follower.stop();
    }

    @Test
    void survivesAnError() throws Exception {
        Follower follower = following((said, _) -> {
            if (heard.isEmpty()) {
                heard.add("failed");
                throw new NoClassDefFoundError("gone");
            }
            heard.add(said.text());
        });

        say("word");

        until(() -> heard.contains("word"));
        follower.stop();
    }

    @Test
    void doesNothingTwiceWhenTwoFollowTheSame() throws Exception {
        notes();
        List<Follower> both = List.of(following((said, _) -> note(said.text())), following((said, _) -> note(said.text())));

        for (int i = 0; i < 60; i++) {
            say("word " + i);
        }

        until(() -> noted().size() >= 60);
        Thread.sleep(200);
        assertThat(noted()).hasSize(60).doesNotHaveDuplicates();
        for (Follower follower : both) {
            follower.stop();
        }
    }

    @Test
    void parksWhatIsTooDeepInAChain() throws Exception {
        Follower follower = following((said, occurrence) -> {
            heard.add(said.text());
            events.publish(new Said(said.text() + "."), TEST);
            assertThat(occurrence.cause()).isInstanceOfAny(Cause.Direct.class, Cause.Follows.class);
        });

        say("loop");

        until(() -> !parked().isEmpty());
        assertThat(heard).hasSize(20);
        assertThat(parked().getFirst()).startsWith("more than 20 automatic changes followed each other, the last by Robot[id=test]");
        follower.stop();
    }

    private Follower following(BiConsumer<Said, Occurrence> act) {
        Follower follower = new Follower("test", new Doing(act), database.database(), database.journal(), cursors, Duration.ofMillis(1));
        database.journal().onCommit(follower::wake);
        return follower;
    }

    private void say(String text) {
        events.publish(new Said(text), TEST);
    }

    private void notes() {
        database.database().write(tx -> tx.update(Sql.of("create table noted (text varchar(100) not null)")));
    }

    private void note(String text) {
        database.database().write(tx -> tx.update(Sql.of("insert into noted (text) values (?)", text)));
    }

    private List<String> noted() {
        return database.database().read(tx -> tx.query(Sql.of("select text from noted"), row -> row.text("text")));
    }

    private List<String> parked() {
        return database.database().read(tx -> tx.query(Sql.of("select reason from parked_entry"), row -> row.text("reason")));
    }

    private static void until(BooleanSupplier so) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within 10 s").isLessThan(end);
            Thread.sleep(5);
        }
    }
}

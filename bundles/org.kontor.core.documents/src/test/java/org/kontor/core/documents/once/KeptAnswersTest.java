package org.kontor.core.documents.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.documents.Once.Answer;
import org.kontor.api.documents.Once.Request;
import org.kontor.storage.Engine;
import org.kontor.testkit.MovableClock;
import org.kontor.testkit.TestDatabase;

class KeptAnswersTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Request REQUEST = new Request("rest:1", "k", "abc");

    private final MovableClock clock = MovableClock.at("2026-11-23T10:00:00Z");
    private final AtomicInteger done = new AtomicInteger();
    private final Supplier<Optional<String>> work = () -> Optional.of("answer " + done.incrementAndGet());

    @ParameterizedTest
    @EnumSource(Engine.class)
    void doesTheSameOnceAndOtherThingsToo(Engine engine) {
        try (TestDatabase database = TestDatabase.open(engine)) {
            KeptAnswers once = new KeptAnswers(database.database(), clock);

            assertThat(once.ask(REQUEST, DAY, work)).isEqualTo(new Answer.Fresh(Optional.of("answer 1")));
            assertThat(once.ask(REQUEST, DAY, work)).isEqualTo(new Answer.Again("answer 1"));
            assertThat(once.ask(new Request("rest:1", "k", "other"), DAY, work)).isEqualTo(new Answer.Other());
            assertThat(once.ask(new Request("rest:2", "k", "abc"), DAY, work)).isEqualTo(new Answer.Fresh(Optional.of("answer 2")));
            clock.advance(DAY.plusSeconds(1));
            assertThat(once.ask(REQUEST, DAY, work)).isEqualTo(new Answer.Fresh(Optional.of("answer 3")));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void keepsNothingOfWorkThatFailedOrGaveNoAnswer(Engine engine) {
        try (TestDatabase database = TestDatabase.open(engine)) {
            KeptAnswers once = new KeptAnswers(database.database(), clock);

            assertThatThrownBy(() -> once.ask(REQUEST, DAY, () -> {
                throw new IllegalStateException("no");
            })).hasMessage("no");
            assertThat(once.ask(REQUEST, DAY, Optional::empty)).isEqualTo(new Answer.Fresh(Optional.empty()));
            assertThat(once.ask(REQUEST, DAY, work)).isEqualTo(new Answer.Fresh(Optional.of("answer 1")));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void doesItOnceWhenAskedFromManySides(Engine engine) throws Exception {
        try (TestDatabase database = TestDatabase.open(engine); var threads = Executors.newFixedThreadPool(8)) {
            KeptAnswers once = new KeptAnswers(database.database(), clock);

            List<Future<Answer>> answers = threads.invokeAll(java.util.Collections.nCopies(40, () -> once.ask(REQUEST, DAY, work)));

            for (Future<Answer> answer : answers) {
                answer.get();
            }
            assertThat(done).hasValue(1);
        }
    }
}

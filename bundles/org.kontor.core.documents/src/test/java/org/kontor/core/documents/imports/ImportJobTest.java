package org.kontor.core.documents.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.documents.Creation;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentGuard;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Imports.Progress;
import org.kontor.api.documents.Imports.State;
import org.kontor.api.documents.Refusal;
import org.kontor.api.documents.Values;
import org.kontor.api.events.Cause;
import org.kontor.api.jobs.Work;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.storage.Engine;
import org.kontor.testkit.FixedPeople;

class ImportJobTest {

    private static String rows(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "n" + i + ";c" + i + "\n").collect(Collectors.joining());
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void importsRowsAndReportsTheRefusedOnes(Engine engine) throws Exception {
        try (ImportDesk desk = new ImportDesk(engine)) {
            Progress end = desk.run(desk.plan("Name;Phone;Comments\nAnna;+39 06 1234567;hello\n;+39 06 1234567;=cmd()\n\nIvan;\"broken;x\nOlga;12;\nMaria;;\"a\nb\"\n"));

            assertThat(end).extracting(Progress::state, Progress::rows, Progress::created, Progress::refused).containsExactly(State.DONE, 5L, 2L, 3L);
            assertThat(desk.names()).containsExactly("Anna", "Maria");
            assertThat(desk.errors(end).lines()).satisfiesExactly(
                    head -> assertThat(head).isEqualTo("\uFEFFName;Phone;Comments;Line;Reasons"),
                    row -> assertThat(row).startsWith(";+39 06 1234567;'=cmd();3;").contains("required"),
                    row -> assertThat(row).startsWith("\"Ivan;\"\"broken;x\";;;5;"),
                    row -> assertThat(row).startsWith("Olga;12;;6;").contains("telephone number"));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void namesTheImportAsCause(Engine engine) throws Exception {
        try (ImportDesk desk = new ImportDesk(engine)) {
            Progress end = desk.run(desk.plan("Name;Company\nAnna;x\n"));

            Document anna = desk.documents.find(org.kontor.api.documents.Query.newest("client"), FixedPeople.ADMIN).documents().getFirst();
            assertThat(desk.documents.history(anna.ref(), Long.MAX_VALUE, 5, FixedPeople.ADMIN).getFirst().occurrence())
                    .satisfies(occurrence -> assertThat(occurrence.cause()).isEqualTo(new Cause.Import(end.id())))
                    .satisfies(occurrence -> assertThat(occurrence.actor()).isEqualTo(FixedPeople.ANNA));
        }
    }

    /// Whatever dies between two batches, or inside one, is carried on by the next attempt: every row once.
    @ParameterizedTest
    @EnumSource(Engine.class)
    void goesOnWhereItWasCommitted(Engine engine) throws Exception {
        try (ImportDesk desk = new ImportDesk(engine)) {
            Progress started = desk.imports.start(desk.plan("Name;Company\n" + rows(1, 5450) + ";nobody\n" + rows(5451, 6700)), FixedPeople.ANNA);
            Work work = new Work(Long.toString(started.id()), "", 1);
            for (int call = 1; call <= 3; call++) {
                assertThatThrownBy(() -> desk.job(dying(desk.documents)).run(work)).isInstanceOf(StackOverflowError.class);
            }
            desk.job(desk.documents).run(work);
            desk.job(desk.documents).run(work);

            Progress end = desk.imports.find(started.id(), FixedPeople.ANNA).orElseThrow();
            assertThat(end).extracting(Progress::state, Progress::rows, Progress::created, Progress::refused).containsExactly(State.DONE, 6701L, 6700L, 1L);
            assertThat(desk.documents.count("client", org.kontor.api.documents.Filter.any(), 10_000, FixedPeople.ADMIN).value()).isEqualTo(6700);
            assertThat(desk.errors(end).lines().skip(1)).singleElement().asString().startsWith(";nobody;5452;");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void refusesOnlyTheRowsThatFail(Engine engine) throws Exception {
        DocumentGuard fragile = new DocumentGuard() {
            @Override
            public String typeId() {
                return "client";
            }

            @Override
            public List<Refusal> check(Optional<Document> before, Values after, Optional<String> stage, Actor actor) {
                String name = after.get(ImportDesk.NAME).orElseThrow();
                if (name.equals("n7")) {
                    throw new IllegalStateException("the guard fell over n7");
                }
                return name.equals("n9") ? List.of(Refusal.of(ImportDesk.NAME, Label.verbatim("no nines"))) : List.of();
            }
        };
        try (ImportDesk desk = new ImportDesk(engine, fragile)) {
            Progress end = desk.run(desk.plan("Name;Company\n" + rows(1, 20)));

            assertThat(end).extracting(Progress::created, Progress::refused).containsExactly(18L, 2L);
            assertThat(desk.errors(end)).contains("n7;c7;8;The row could not be stored", "no nines");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void canImportTheErrorFileAfterCorrection(Engine engine) throws Exception {
        try (ImportDesk desk = new ImportDesk(engine)) {
            String errors = desk.errors(desk.run(desk.plan("Name;Company;E-mail\n=Anna;@Acme;bad\n")));

            Progress end = desk.run(desk.plan(errors.replace("bad", "anna@example.org")));

            assertThat(end.created()).isEqualTo(1);
            assertThat(desk.names()).containsExactly("=Anna");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void failsWithAMessageWhenTheFileIsGone(Engine engine) throws Exception {
        try (ImportDesk desk = new ImportDesk(engine)) {
            var plan = desk.plan("Name;Company\nAnna;x\n");
            Progress started = desk.imports.start(plan, FixedPeople.ANNA);
            desk.files.lose(plan.file());

            desk.job(desk.documents).run(new Work(Long.toString(started.id()), "", 1));

            Progress end = desk.imports.find(started.id(), FixedPeople.ANNA).orElseThrow();
            assertThat(end.state()).isEqualTo(State.FAILED);
            assertThat(end.problem().map(desk::text)).hasValueSatisfying(text -> assertThat(text).contains("is not there any more"));
        }
    }

    /// Documents that write one batch and fail in the second call, after writing.
    private static Documents dying(Documents documents) {
        int[] calls = {0};
        return (Documents) java.lang.reflect.Proxy.newProxyInstance(Documents.class.getClassLoader(), new Class<?>[] {Documents.class}, (_, method, arguments) -> {
            @SuppressWarnings("unchecked")
            List<Creation> answer = (List<Creation>) method.invoke(documents, arguments);
            if (++calls[0] == 2) {
                throw new StackOverflowError("dead");
            }
            return answer;
        });
    }
}

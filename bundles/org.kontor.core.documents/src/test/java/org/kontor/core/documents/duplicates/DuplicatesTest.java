package org.kontor.core.documents.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.documents.Creation;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Duplicates;
import org.kontor.api.documents.Duplicates.Merge;
import org.kontor.api.documents.Duplicates.Plan;
import org.kontor.api.documents.Duplicates.Rule;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.HistoryEntry;
import org.kontor.api.documents.Phone;
import org.kontor.api.documents.Values;
import org.kontor.api.jobs.Work;
import org.kontor.core.documents.imports.ImportDesk;
import org.kontor.storage.Engine;
import org.kontor.testkit.FixedPeople;

class DuplicatesTest {
    private static final Field<?> PHONE = ImportDesk.CLIENT.field("phone").orElseThrow();
    private static final Field<?> EMAIL = ImportDesk.CLIENT.field("email").orElseThrow();

    private static Duplicates duplicates(ImportDesk desk) {
        return new KeptDuplicates(desk.database.database(), desk.database.journal(), desk.store, desk.types, desk.documents, desk.rights, desk);
    }

    private static DocumentRef client(ImportDesk desk, Values values) {
        return ((Creation.Created) desk.documents.create("client", values, FixedPeople.ADMIN)).document().ref();
    }

    private static Values named(String name) {
        return Values.none().with(ImportDesk.NAME, name);
    }

    private static Document get(ImportDesk desk, DocumentRef ref) {
        return desk.documents.get(ref, FixedPeople.ADMIN).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void warnsOfTheSamePhoneOrMail(Engine engine) {
        try (ImportDesk desk = new ImportDesk(engine)) {
            DocumentRef anna = client(desk, named("Anna").withAny(PHONE, new Phone("+39061234567")).withAny(EMAIL, "Anna@Example.org"));

            assertThat(duplicates(desk).like("client", Values.none().withAny(EMAIL, "anna@example.org"), Optional.empty(), FixedPeople.ANNA)).extracting(like -> like.document().ref()).containsExactly(anna);
            assertThat(duplicates(desk).like("client", Values.none().withAny(PHONE, new Phone("+39061234567")), Optional.of(anna), FixedPeople.ANNA)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void followsChangesAndTheTrash(Engine engine) {
        try (ImportDesk desk = new ImportDesk(engine)) {
            DocumentRef anna = client(desk, named("Anna").withAny(EMAIL, "a@example.org"));
            desk.documents.change(anna, Draft.of(Values.none().withAny(EMAIL, "b@example.org")), FixedPeople.ADMIN);

            assertThat(duplicates(desk).like("client", Values.none().withAny(EMAIL, "a@example.org"), Optional.empty(), FixedPeople.ANNA)).isEmpty();
            assertThat(duplicates(desk).like("client", Values.none().withAny(EMAIL, "b@example.org"), Optional.empty(), FixedPeople.ANNA)).hasSize(1);
            desk.documents.delete(anna, FixedPeople.ADMIN);
            assertThat(duplicates(desk).like("client", Values.none().withAny(EMAIL, "b@example.org"), Optional.empty(), FixedPeople.ANNA)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void blocksByRuleAlsoWhatWasThereBefore(Engine engine) {
        try (ImportDesk desk = new ImportDesk(engine)) {
            client(desk, named("Rossi, Ànna").with(ImportDesk.COMPANY, "Acme"));
            duplicates(desk).set("client", List.of(new Rule(List.of("contactName", "company"), true)), FixedPeople.ADMIN);
            new MatchKeysJob(desk.database.database(), desk.store, desk.types, desk.documents, desk).run(new Work("all", "", 1));

            assertThat(desk.documents.create("client", named("anna ROSSI").with(ImportDesk.COMPANY, "ACME"), FixedPeople.ADMIN)).isInstanceOf(Creation.Refused.class);
            assertThat(desk.documents.create("client", named("anna ROSSI").with(ImportDesk.COMPANY, "Beta"), FixedPeople.ADMIN)).isInstanceOf(Creation.Created.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void groupsWhatMatches(Engine engine) {
        try (ImportDesk desk = new ImportDesk(engine)) {
            for (int i = 0; i < 9; i++) {
                client(desk, named("n" + i).withAny(EMAIL, "m" + i / 2 + "@example.org"));
            }

            List<Duplicates.Group> first = duplicates(desk).groups("client", Optional.empty(), 3, FixedPeople.ANNA);
            List<Duplicates.Group> rest = duplicates(desk).groups("client", Optional.of(first.getLast().place()), 3, FixedPeople.ANNA);

            assertThat(first).hasSize(3).allSatisfy(group -> assertThat(group.documents()).hasSize(2));
            assertThat(rest).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void mergesAndTakesItBack(Engine engine) {
        try (ImportDesk desk = new ImportDesk(engine)) {
            Duplicates duplicates = duplicates(desk);
            DocumentRef[] firms = {firm(desk, "Acme"), firm(desk, "ACME Inc")};
            DocumentRef anna = client(desk, named("Anna").with(ImportDesk.FIRM_LINK, firms[1]));
            Plan plan = new Plan(firms[0], List.of(firms[1]), Map.of("name", firms[1]));

            assertThat(duplicates.preview(plan, FixedPeople.ADMIN).orElseThrow()).satisfies(preview -> {
                assertThat(preview.choices()).singleElement().satisfies(choice -> assertThat(choice.chosen()).isEqualTo(firms[1]));
                assertThat(preview.links()).isEqualTo(1);
            });
            Merge.Done merged = (Merge.Done) duplicates.merge(plan, FixedPeople.ADMIN);

            assertThat(merged.survivor().get(ImportDesk.FIRM_NAME)).contains("ACME Inc");
            assertThat(get(desk, anna).get(ImportDesk.FIRM_LINK)).contains(firms[0]);
            assertThat(desk.documents.get(firms[1], FixedPeople.ADMIN)).isEmpty();
            assertThat(duplicates.mergedInto(firms[1], FixedPeople.ADMIN)).hasValueSatisfying(done -> assertThat(done.survivor().ref()).isEqualTo(firms[0]));

            Merge.Done back = (Merge.Done) duplicates.unmerge(merged.mergeId(), FixedPeople.ADMIN);

            assertThat(back.left()).isEmpty();
            assertThat(get(desk, firms[0]).get(ImportDesk.FIRM_NAME)).contains("Acme");
            assertThat(get(desk, anna).get(ImportDesk.FIRM_LINK)).contains(firms[1]);
            assertThat(get(desk, firms[1]).get(ImportDesk.FIRM_NAME)).contains("ACME Inc");
            assertThat(duplicates.unmerge(merged.mergeId(), FixedPeople.ADMIN)).isInstanceOf(Merge.Refused.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void leavesWhatWasChangedSinceTheMerge(Engine engine) {
        try (ImportDesk desk = new ImportDesk(engine)) {
            Duplicates duplicates = duplicates(desk);
            DocumentRef[] clients = {client(desk, named("Anna")), client(desk, named("Anna R").with(ImportDesk.COMPANY, "Acme").withAny(EMAIL, "a@example.org"))};
            Merge.Done merged = (Merge.Done) duplicates.merge(new Plan(clients[0], List.of(clients[1]), Map.of()), FixedPeople.ADMIN);
            desk.documents.change(clients[0], Draft.of(Values.none().with(ImportDesk.COMPANY, "Beta")), FixedPeople.ADMIN);

            Merge.Done back = (Merge.Done) duplicates.unmerge(merged.mergeId(), FixedPeople.ADMIN);

            assertThat(back.left()).hasSize(1);
            assertThat(back.survivor().get(ImportDesk.COMPANY)).contains("Beta");
            assertThat(back.survivor().values().any(EMAIL)).isEmpty();
            assertThat(desk.documents.count("client", Filter.any(), 10, FixedPeople.ADMIN).value()).isEqualTo(2);
        }
    }

    /// TL-4: a merge and what takes it back are lines of the history.
    @ParameterizedTest
    @EnumSource(Engine.class)
    void tellsInTheHistoryWhatWasMerged(Engine engine) {
        try (ImportDesk desk = new ImportDesk(engine)) {
            DocumentRef[] firms = {firm(desk, "Acme"), firm(desk, "ACME Inc")};
            Merge.Done merged = (Merge.Done) duplicates(desk).merge(new Plan(firms[0], List.of(firms[1]), Map.of()), FixedPeople.ADMIN);
            duplicates(desk).unmerge(merged.mergeId(), FixedPeople.ADMIN);

            assertThat(desk.documents.history(firms[0], Long.MAX_VALUE, 2, FixedPeople.ADMIN)).satisfiesExactly(
                    back -> {
                        assertThat(back.act()).isEqualTo(HistoryEntry.Act.UNMERGED);
                        assertThat(back.others()).containsExactly(firms[1]);
                    },
                    done -> assertThat(done.act()).isEqualTo(HistoryEntry.Act.MERGED));
        }
    }

    private static DocumentRef firm(ImportDesk desk, String name) {
        return ((Creation.Created) desk.documents.create("firm", Values.none().with(ImportDesk.FIRM_NAME, name), FixedPeople.ADMIN)).document().ref();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void blocksTwinsAmongThoseWrittenTogether(Engine engine) {
        try (ImportDesk desk = new ImportDesk(engine)) {
            DocumentRef there = client(desk, named("Anna").withAny(EMAIL, "a@example.org"));
            duplicates(desk).set("client", List.of(new Rule(List.of("email"), true)), FixedPeople.ADMIN);
            new MatchKeysJob(desk.database.database(), desk.store, desk.types, desk.documents, desk).run(new Work("all", "", 1));

            List<Creation> answers = desk.documents.createAll("client", List.of(
                    named("A").withAny(EMAIL, "A@example.org"), named("B").withAny(EMAIL, "b@example.org"), named("C"), named("B2").withAny(EMAIL, "B@EXAMPLE.org")), FixedPeople.ADMIN);

            assertThat(answers).extracting(answer -> answer instanceof Creation.Created).containsExactly(false, true, true, false);
            assertThat(desk.text(((Creation.Refused) answers.getFirst()).reasons().getFirst().reason())).contains(there.toString());
            assertThat(desk.text(((Creation.Refused) answers.getLast()).reasons().getFirst().reason())).contains("written together");
            assertThat(duplicates(desk).compared("client")).isTrue();
        }
    }
}

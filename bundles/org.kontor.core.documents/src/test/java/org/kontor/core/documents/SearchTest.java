package org.kontor.core.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.core.documents.QueryDesk.CITY;
import static org.kontor.core.documents.QueryDesk.MAIL;
import static org.kontor.core.documents.QueryDesk.NAME;
import static org.kontor.core.documents.QueryDesk.OWNER;
import static org.kontor.core.documents.QueryDesk.PHONE;
import static org.kontor.core.documents.QueryDesk.SOURCE;
import static org.kontor.core.documents.QueryDesk.TAGS;
import static org.kontor.core.documents.QueryDesk.TITLE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.access.Access;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.Creation;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Phone;
import org.kontor.api.documents.Search;
import org.kontor.api.documents.Search.Wanted;
import org.kontor.api.documents.Values;
import org.kontor.api.jobs.Jobs;
import org.kontor.api.jobs.Work;
import org.kontor.api.people.Actor;
import org.kontor.api.people.PersonId;
import org.kontor.api.people.Role;
import org.kontor.storage.Engine;
import org.kontor.storage.Sql;
import org.kontor.testkit.FixedPeople;

class SearchTest {
    private static Search search(QueryDesk desk) {
        return new WordSearch(desk.database.database(), desk.desk.types(), desk.rights);
    }

    /// What is found of words: the same before they are in the index and afterwards.
    private static List<String> found(QueryDesk desk, String words, Actor actor) {
        List<String> fresh = names(desk, words, actor);
        FillSearch fill = fill(desk, new ArrayList<>());
        fill.run(new Work("deal", "", 1));
        fill.run(new Work("contact", "", 1));
        List<String> indexed = names(desk, words, actor);
        assertThat(indexed).as("%s, in the index", words).isEqualTo(fresh);
        return indexed;
    }

    private static List<String> names(QueryDesk desk, String words, Actor actor) {
        return search(desk).find(Wanted.anywhere(words), actor).stream()
                .map(hit -> hit.document().get(hit.document().ref().type().equals("deal") ? TITLE : NAME).orElseThrow())
                .toList();
    }

    private static List<String> found(QueryDesk desk, String words) {
        return found(desk, words, FixedPeople.ADMIN);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void findsBeginningsOfWordsInAnyOrderCaseAndAccent(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            desk.contact("Jürgen Müller-Großmann");
            desk.contact("Фёдор Ёлкин");

            assertThat(found(desk, "mull JURG")).containsExactly("Jürgen Müller-Großmann");
            assertThat(found(desk, "grossm")).containsExactly("Jürgen Müller-Großmann");
            assertThat(found(desk, "елк ФЕД")).containsExactly("Фёдор Ёлкин");
            assertThat(found(desk, "uller")).isEmpty();
            assertThat(found(desk, "mull ivan")).isEmpty();
            assertThat(found(desk, " … ")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void findsPhonesAndMailsInAnyNotation(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            desk.contact(Values.none().with(NAME, "Anna").with(PHONE, new Phone("+74951234567")).with(MAIL, "Anna.Schmidt@Example.org"));
            desk.contact(Values.none().with(NAME, "Bianca").with(PHONE, new Phone("+390612345678")));

            for (String typed : List.of("+7 (495) 123", "+74951234567", "8 (495) 123-45-67", "84951234567", "495 1234567", "(495) 123", "007 495 123", "4951", "anna.schmidt@example.org", "Anna.Schmidt@exam", "anna <anna.schmidt@example.org>", "ANNA.SCH", "schmidt", "example.org")) {
                assertThat(found(desk, typed)).as(typed).containsExactly("Anna");
            }
            assertThat(found(desk, "06 12345678")).containsExactly("Bianca");
            assertThat(found(desk, "bianca +39 06 123")).containsExactly("Bianca");
            assertThat(found(desk, "anna +39 06 123")).isEmpty();
            assertThat(found(desk, "schmidt@example.org")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void takesNumbersInTextsForWordsToo(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            desk.deal("Invoice 2024-0001234");

            assertThat(found(desk, "2024-0001234")).containsExactly("Invoice 2024-0001234");
            assertThat(found(desk, "invoice 2024")).containsExactly("Invoice 2024-0001234");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void putsTitlesFirstThenTheNewest(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            desk.contact(Values.none().with(NAME, "Anna").with(CITY, "Rome"));
            desk.deal("Rome 1");
            desk.deal("A deal", Values.none().with(TAGS, List.of("rome")));
            desk.contact("Rome GmbH");

            assertThat(found(desk, "rom")).containsExactly("Rome GmbH", "Rome 1", "A deal", "Anna");
            assertThat(search(desk).find(new Wanted("rom", List.of("deal"), 1), FixedPeople.ADMIN)).singleElement().satisfies(hit -> assertThat(hit.byTitle()).isTrue());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void findsNothingOneMayNotReadAndNothingInTheTrash(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            Document mine = desk.deal("Rome mine", Values.none().with(OWNER, new PersonId(2)));
            desk.deal("Rome theirs", Values.none().with(OWNER, new PersonId(3)));
            desk.contact("Rome hidden");
            desk.rights.set(new Access.Rule(Role.EMPLOYEE, "deal", Operation.READ, Reach.OWN), FixedPeople.ADMIN);
            desk.rights.set(new Access.Rule(Role.EMPLOYEE, "contact", Operation.READ, Reach.NONE), FixedPeople.ADMIN);

            assertThat(found(desk, "rome", FixedPeople.ANNA)).containsExactly("Rome mine");

            desk.documents.delete(mine.ref(), FixedPeople.ADMIN);
            assertThat(found(desk, "rome", FixedPeople.ANNA)).isEmpty();

            desk.documents.restore(mine.ref(), FixedPeople.ADMIN);
            assertThat(found(desk, "rome", FixedPeople.ANNA)).containsExactly("Rome mine");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void followsChangesOfTexts(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            Document deal = desk.deal("Old house", Values.none().with(TAGS, List.of("old", "stone")));

            desk.documents.change(deal.ref(), Draft.of(Values.none().with(TITLE, "New house").cleared(TAGS)), FixedPeople.ADMIN);

            assertThat(found(desk, "old")).isEmpty();
            assertThat(found(desk, "stone")).isEmpty();
            assertThat(found(desk, "new house")).containsExactly("New house");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void filtersListsByTheSameWords(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            desk.contact(Values.none().with(NAME, "Jürgen Müller").with(PHONE, new Phone("+74951234567")));
            desk.contact("Anna");

            assertThat(desk.contacts(new Filter.Words("mul JÜRG"))).containsExactly("Jürgen Müller");
            assertThat(desk.contacts(new Filter.Words("+7 (495) 123"))).containsExactly("Jürgen Müller");
            assertThat(desk.contacts(new Filter.Words(" "))).hasSize(2);
            assertThat(desk.contacts(new Filter.Not(new Filter.Words("anna")))).containsExactly("Jürgen Müller");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void writesWordsInOneBatchAndOnlyWhenTextsChange(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            Document deal = desk.deal("Old house with seven rooms");
            found(desk, "old");

            List<String> create = desk.database.statements().sentDuring(() -> desk.deal("One more old house", Values.none().with(SOURCE, "web")));
            List<String> change = desk.database.statements().sentDuring(() -> desk.documents.change(deal.ref(), Draft.of(Values.none().with(SOURCE, "web")), FixedPeople.ADMIN));
            List<String> rename = desk.database.statements().sentDuring(() -> desk.documents.change(deal.ref(), Draft.of(Values.none().with(TITLE, "New house")), FixedPeople.ADMIN));

            assertThat(create).filteredOn(sql -> sql.contains("words_")).isEmpty();
            assertThat(create).filteredOn(sql -> sql.contains("search_fresh")).hasSize(1);
            assertThat(change).filteredOn(sql -> sql.contains("words_")).isEmpty();
            assertThat(rename).filteredOn(sql -> sql.contains("words_")).hasSize(2);
            assertThat(create.size()).isLessThanOrEqualTo(4);
            assertThat(rename.size()).isLessThanOrEqualTo(7);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void sendsTwoStatementsForASearchOverAllTypesAndOneForAGet(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            Document deal = desk.deal("Old house");

            assertThat(desk.database.statements().during(() -> search(desk).find(Wanted.anywhere("old +7 495 123"), FixedPeople.ANNA))).isEqualTo(2);
            assertThat(desk.database.statements().during(() -> desk.documents.get(deal.ref(), FixedPeople.ANNA))).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void fillsTheWordsOfDocumentsThatAreOlderThanSearch(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            for (int i = 0; i < 600; i++) {
                desk.contact("House " + i);
            }
            desk.database.database().write(tx -> tx.update(Sql.of("delete from search_fresh")));
            List<String> asked = new ArrayList<>();
            FillSearch fill = fill(desk, asked);

            fill.run(new Work("contact", "", 1));

            assertThat(asked).contains("contact", "deal");
            assertThat(found(desk, "house 599")).containsExactly("House 599");
            assertThat(found(desk, "house 0")).containsExactly("House 0");
        }
    }

    private static FillSearch fill(QueryDesk desk, List<String> asked) {
        return new FillSearch(desk.database.database(), desk.desk.types(), new Jobs() {
            @Override
            public void at(Instant due, String jobId, String key, String payload) {
                asked.add(key);
            }

            @Override
            public boolean cancel(String jobId, String key) {
                return false;
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void movesTheWordsOfNewDocumentsIntoTheIndex(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            List<Document> many = desk.documents.createAll("contact", IntStream.range(0, 3_000).mapToObj(i -> Values.none().with(NAME, "House " + i)).toList(), Optional.empty(), FixedPeople.ADMIN).stream()
                    .map(created -> ((Creation.Created) created).document())
                    .toList();
            desk.documents.change(many.get(7).ref(), Draft.of(Values.none().with(NAME, "Castle 7")), FixedPeople.ADMIN);
            List<String> asked = new ArrayList<>();
            FillSearch fill = fill(desk, asked);

            fill.run(new Work("contact", "", 1));
            fill.run(new Work("contact", "", 2));

            assertThat(asked).contains("contact");
            assertThat(count(desk, "search_fresh")).isZero();
            assertThat(count(desk, "terms_contact")).isEqualTo(3_000);
            assertThat(names(desk, "house 2999", FixedPeople.ADMIN)).containsExactly("House 2999");
            assertThat(names(desk, "castle 7", FixedPeople.ADMIN)).containsExactly("Castle 7");
            assertThat(desk.contacts(new Filter.Words("house 7"))).contains("House 70").doesNotContain("Castle 7");
        }
    }

    private static long count(QueryDesk desk, String table) {
        return desk.database.database().read(tx -> tx.one(Sql.of("select count(*) as n from " + table), row -> row.number("n"))).orElseThrow();
    }
}

package org.kontor.core.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kontor.core.documents.QueryDesk.AMOUNT;
import static org.kontor.core.documents.QueryDesk.CLOSING;
import static org.kontor.core.documents.QueryDesk.OWNER;
import static org.kontor.core.documents.QueryDesk.SOURCE;
import static org.kontor.core.documents.QueryDesk.TITLE;
import static org.kontor.core.documents.QueryDesk.euro;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Slice;
import org.kontor.api.documents.Values;
import org.kontor.storage.Engine;
import org.kontor.testkit.FixedPeople;

class QueryTest {
    private static final String[] SORTS = {"id", "stage", "stageSince", "created", "changed", "createdBy", "title", "amount", "hours", "closing", "source", "urgent", "buyer", "owner"};

    /// Many of the same amount, some without any.
    private static void fill(QueryDesk desk) {
        for (int i = 0; i < 23; i++) {
            Values values = Values.none().with(SOURCE, i % 2 == 0 ? "web" : "mail");
            Values valued = i % 4 == 3 ? values : values.with(AMOUNT, euro(i % 3)).with(CLOSING, LocalDate.of(2026, 1 + i % 5, 1));
            desk.deal("deal " + i, i % 5 == 0 ? "talks" : "new", valued);
        }
    }

    private static List<String> all(QueryDesk desk, Query query) {
        return QueryDesk.titles(desk.documents.find(query.limited(500), FixedPeople.ADMIN).documents());
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void pagesForwardInTheOrderOfOnePageByEveryField(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            fill(desk);

            for (String sort : SORTS) {
                for (boolean down : new boolean[] {true, false}) {
                    Query query = Query.newest("deal").sorted(sort, down).limited(4);
                    List<String> paged = new ArrayList<>();
                    Optional<Slice> page = Optional.of(desk.documents.find(query, FixedPeople.ADMIN));
                    while (page.isPresent()) {
                        paged.addAll(QueryDesk.titles(page.get().documents()));
                        page = page.get().next().map(cursor -> desk.documents.find(query.from(cursor), FixedPeople.ADMIN));
                    }

                    assertThat(paged).as(sort + " " + down).hasSize(23).isEqualTo(all(desk, query));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void sortsByTheFieldOfWhichItTakesSomeValuesOnly(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            fill(desk);
            Map<String, List<Object>> some = Map.of(
                    "closing", List.of(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1)),
                    "amount", List.of(euro(2), euro(0), euro(1)),
                    "source", List.of("web", "mail"),
                    "stage", List.of("talks", "new"));

            some.forEach((field, values) -> {
                Query query = Query.newest("deal").sorted(field, false).where(new Filter.In(field, values)).limited(4);
                List<String> ordered = some(desk, field, values);
                List<String> paged = new ArrayList<>();
                Optional<Slice> page = Optional.of(desk.documents.find(query, FixedPeople.ADMIN));
                while (page.isPresent()) {
                    paged.addAll(QueryDesk.titles(page.get().documents()));
                    page = page.get().next().map(cursor -> desk.documents.find(query.from(cursor), FixedPeople.ADMIN));
                }

                assertThat(paged).as(field).isEqualTo(ordered);
            });
        }
    }

    private static List<String> some(QueryDesk desk, String field, List<Object> values) {
        return desk.documents.find(Query.newest("deal").sorted(field, false).limited(500), FixedPeople.ADMIN).documents().stream()
                .filter(deal -> BuiltIn.value(QueryDesk.DEAL, deal, field).filter(values::contains).isPresent())
                .map(deal -> deal.get(TITLE).orElseThrow())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void pagesBackTheSameWayByEveryField(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            fill(desk);

            for (String sort : SORTS) {
                for (boolean down : new boolean[] {true, false}) {
                    Query query = Query.newest("deal").sorted(sort, down).limited(5);
                    List<List<String>> there = new ArrayList<>();
                    Slice page = desk.documents.find(query, FixedPeople.ADMIN);
                    there.add(QueryDesk.titles(page.documents()));
                    while (page.next().isPresent()) {
                        page = desk.documents.find(query.from(page.next().get()), FixedPeople.ADMIN);
                        there.add(QueryDesk.titles(page.documents()));
                    }
                    List<List<String>> back = new ArrayList<>(List.of(QueryDesk.titles(page.documents())));
                    while (page.previous().isPresent()) {
                        page = desk.documents.find(query.from(page.previous().get()), FixedPeople.ADMIN);
                        back.add(QueryDesk.titles(page.documents()));
                    }
                    Collections.reverse(back);

                    assertThat(back).as(sort + " " + down).isEqualTo(there);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void putsDocumentsWithoutValueLastBothWays(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            desk.deal("none");
            desk.deal("two", Values.none().with(AMOUNT, euro(2)));
            desk.deal("one", Values.none().with(AMOUNT, euro(1)));

            assertThat(all(desk, Query.newest("deal").sorted("amount", true))).containsExactly("two", "one", "none");
            assertThat(all(desk, Query.newest("deal").sorted("amount", false))).containsExactly("one", "two", "none");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void readsOnlyTheFieldsAskedForAndThoseThatNameTheDocument(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            desk.deal("a", Values.none().with(AMOUNT, euro(2)).with(SOURCE, "web"));

            Document found = desk.documents.find(Query.newest("deal").only(List.of("source")), FixedPeople.ADMIN).documents().getFirst();

            assertThat(found.get(TITLE)).contains("a");
            assertThat(found.get(OWNER)).isPresent();
            assertThat(found.get(SOURCE)).contains("web");
            assertThat(found.get(AMOUNT)).isEmpty();
            assertThat(found.stage()).contains("new");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void sendsOneStatementForAPageOrTwoAtItsEnd(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            fill(desk);
            Query query = Query.newest("deal").sorted("amount", true).limited(5);
            String second = desk.documents.find(query, FixedPeople.ADMIN).next().orElseThrow();

            assertThat(desk.database.statements().during(() -> desk.documents.find(query, FixedPeople.ADMIN))).isEqualTo(1);
            assertThat(desk.database.statements().during(() -> desk.documents.find(query.from(second), FixedPeople.ADMIN))).isEqualTo(1);
            assertThat(desk.database.statements().during(() -> desk.documents.find(query.limited(100), FixedPeople.ADMIN))).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void refusesACursorOfSomewhereElse(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            assertThatThrownBy(() -> desk.documents.find(Query.newest("deal").from("Zm9v"), FixedPeople.ADMIN))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("start without one");
        }
    }
}

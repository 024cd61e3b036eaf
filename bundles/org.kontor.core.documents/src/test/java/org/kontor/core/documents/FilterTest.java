package org.kontor.core.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kontor.core.documents.QueryDesk.BUYER;
import static org.kontor.core.documents.QueryDesk.CITY;
import static org.kontor.core.documents.QueryDesk.CLOSING;
import static org.kontor.core.documents.QueryDesk.NAME;
import static org.kontor.core.documents.QueryDesk.OTHERS;
import static org.kontor.core.documents.QueryDesk.OWNER;
import static org.kontor.core.documents.QueryDesk.PHONE;
import static org.kontor.core.documents.QueryDesk.SOURCE;
import static org.kontor.core.documents.QueryDesk.TAGS;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.access.Access;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.Conditions;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Period;
import org.kontor.api.documents.Phone;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Values;
import org.kontor.api.people.PersonId;
import org.kontor.api.people.Role;
import org.kontor.storage.Engine;
import org.kontor.testkit.FixedPeople;
import org.kontor.testkit.MovableClock;

class FilterTest {
    private static Conditions conditions(QueryDesk desk, MovableClock clock) {
        return new FilterConditions(desk.desk.types(), desk.desk.notation(), desk.database.database(), desk.rights, clock);
    }

    private static Conditions conditions(QueryDesk desk) {
        return conditions(desk, MovableClock.at("2026-11-24T12:00:00Z"));
    }

    /// The titles that pass in a query; asserts that the same pass in memory.
    private static List<String> passing(QueryDesk desk, Filter filter, MovableClock clock) {
        Viewpoint all = Viewpoint.everything(desk.desk.types(), new Rights(new GivenGrant(), desk.database.database()), clock);
        Reader reader = new Reader(desk.database.database());
        Query query = Query.newest("deal").sorted("id", false);
        List<Document> found = reader.page(QueryDesk.DEAL, query.where(filter), all).documents();
        Conditions conditions = conditions(desk, clock);

        assertThat(reader.page(QueryDesk.DEAL, query, all).documents().stream().filter(document -> conditions.passes(filter, document)).toList()).isEqualTo(found);
        return QueryDesk.titles(found);
    }

    private static List<String> passing(QueryDesk desk, Filter filter) {
        return passing(desk, filter, MovableClock.at("2026-11-24T12:00:00Z"));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void looksThroughLinks(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            Document rome = desk.contact(Values.none().with(NAME, "Anna").with(CITY, "Rome"));
            Document oslo = desk.contact(Values.none().with(NAME, "Ivan").with(CITY, "Oslo"));
            desk.deal("roman", Values.none().with(BUYER, rome.ref()));
            desk.deal("norse", Values.none().with(BUYER, oslo.ref()));
            desk.deal("alone");

            assertThat(passing(desk, Filter.through(BUYER, Filter.equal(CITY, "Rome")))).containsExactly("roman");
            assertThat(passing(desk, new Filter.Not(Filter.through(BUYER, Filter.equal(CITY, "Rome"))))).containsExactly("norse", "alone");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void looksThroughManyLinks(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            Document rome = desk.contact(Values.none().with(NAME, "Anna").with(CITY, "Rome"));
            Document oslo = desk.contact(Values.none().with(NAME, "Ivan").with(CITY, "Oslo"));
            desk.deal("both", Values.none().with(OTHERS, List.of(rome.ref(), oslo.ref())));
            desk.deal("norse", Values.none().with(OTHERS, List.of(oslo.ref())));

            assertThat(passing(desk, Filter.through(OTHERS, Filter.equal(CITY, "Rome")))).containsExactly("both");
            assertThat(passing(desk, Filter.through(OTHERS, new Filter.Words("iva")))).containsExactly("both", "norse");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void showsNothingOfLinkedDocumentsOneMayNotRead(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            Document rome = desk.contact(Values.none().with(NAME, "Anna").with(CITY, "Rome").with(OWNER, new PersonId(3)));
            desk.deal("roman", Values.none().with(BUYER, rome.ref()));
            desk.rights.set(new Access.Rule(Role.EMPLOYEE, "contact", Operation.READ, Reach.OWN), FixedPeople.ADMIN);
            Filter filter = Filter.through(BUYER, Filter.equal(CITY, "Rome"));
            Query query = Query.newest("deal").where(filter);
            Document deal = desk.documents.find(Query.newest("deal"), FixedPeople.ADMIN).documents().getFirst();

            assertThat(desk.documents.find(query, FixedPeople.ANNA).documents()).isEmpty();
            assertThat(desk.documents.find(query, FixedPeople.IVAN).documents()).hasSize(1);
            assertThat(conditions(desk).passes(filter, deal, FixedPeople.ANNA)).isFalse();
            assertThat(conditions(desk).passes(filter, deal, FixedPeople.IVAN)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void doesNotSeeLinkedDocumentsInTheTrash(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            Document rome = desk.contact(Values.none().with(NAME, "Anna").with(CITY, "Rome"));
            desk.deal("roman", Values.none().with(BUYER, rome.ref()));

            desk.documents.delete(rome.ref(), FixedPeople.ADMIN);

            assertThat(passing(desk, Filter.through(BUYER, Filter.any()))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void findsDaysInAPeriodBesideToday(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            for (String day : List.of("2026-11-15", "2026-11-16", "2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25", "2026-11-30", "2026-12-01")) {
                desk.deal(day, Values.none().with(CLOSING, LocalDate.parse(day)));
            }
            desk.deal("never");

            assertThat(passing(desk, closing("today"))).containsExactly("2026-11-24");
            assertThat(passing(desk, closing("last-week"))).containsExactly("2026-11-16", "2026-11-22");
            assertThat(passing(desk, closing("this-week"))).containsExactly("2026-11-23", "2026-11-24", "2026-11-25");
            assertThat(passing(desk, closing("next-month"))).containsExactly("2026-12-01");
            assertThat(passing(desk, closing("last-2-days"))).containsExactly("2026-11-23", "2026-11-24");
        }
    }

    private static Filter closing(String period) {
        return new Filter.Within("closing", Period.parse(period), ZoneOffset.UTC);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void meansTodayInTheZoneOfWhoLooks(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            Document deal = desk.deal("now");
            MovableClock clock = new MovableClock(deal.created());
            ZoneId here = ZoneOffset.UTC;
            clock.advance(java.time.Duration.between(deal.created(), deal.created().atZone(here).toLocalDate().plusDays(1).atStartOfDay(here).toInstant()));

            assertThat(passing(desk, new Filter.Within("created", Period.today(), here), clock)).isEmpty();
            assertThat(passing(desk, new Filter.Within("created", Period.today(), ZoneOffset.ofHours(-18)), clock).isEmpty())
                    .isEqualTo(!deal.created().atZone(ZoneOffset.ofHours(-18)).toLocalDate().equals(clock.instant().atZone(ZoneOffset.ofHours(-18)).toLocalDate()));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void findsOneOfManyValuesAndNone(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            desk.deal("red", Values.none().with(TAGS, List.of("red", "round")));
            desk.deal("blue", Values.none().with(TAGS, List.of("blue")));
            desk.deal("plain");

            assertThat(passing(desk, new Filter.In("tags", List.of("red", "green")))).containsExactly("red");
            assertThat(passing(desk, new Filter.Empty("tags"))).containsExactly("plain");
            assertThat(passing(desk, new Filter.In("source", List.of()))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void comparesPhonesInAnyNotation(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            desk.contact(Values.none().with(NAME, "Anna").with(PHONE, new Phone("+74951234567")));

            assertThat(desk.contacts(new Filter.Compare("phone", Filter.Operator.STARTS_WITH, "+7 (495) 123"))).containsExactly("Anna");
            assertThat(desk.contacts(new Filter.Compare("phone", Filter.Operator.CONTAINS, "123-45"))).containsExactly("Anna");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void readsBackEveryFilterItWrites(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            Filter filter = Filter.equal(SOURCE, "web")
                    .and(new Filter.Or(List.of(closing("last-week"), new Filter.Empty("closing"), new Filter.In("tags", List.of("red")))))
                    .and(new Filter.Not(Filter.through(BUYER, new Filter.Words("rom"))))
                    .and(new Filter.Compare("amount", Filter.Operator.AT_LEAST, QueryDesk.euro(5)));

            String text = conditions(desk).write("deal", filter);

            assertThat(conditions(desk).read("deal", text)).isEqualTo(filter);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void readsFiltersOfFormerSheets(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            String former = "{\"and\":[{\"field\":\"amount\",\"operator\":\"AT_LEAST\",\"value\":\"5.00 EUR\"},{\"field\":\"owner\",\"in\":[\"anna\"]},{\"field\":\"owner\",\"operator\":\"EQUAL\",\"value\":\"ivan\"}]}";

            Filter filter = conditions(desk).read("deal", former);

            assertThat(filter).isEqualTo(new Filter.And(List.of(
                    new Filter.Compare("amount", Filter.Operator.AT_LEAST, QueryDesk.euro(5)),
                    new Filter.In("owner", List.of(new PersonId(2))),
                    new Filter.Compare("owner", Filter.Operator.EQUAL, new PersonId(3)))));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void refusesAPeriodForWhatIsNoTime(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            assertThatThrownBy(() -> desk.deals(new Filter.Within("source", Period.today(), ZoneOffset.UTC))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("neither a day nor a moment");
        }
    }
}

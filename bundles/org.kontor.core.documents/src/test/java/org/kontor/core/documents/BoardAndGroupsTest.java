package org.kontor.core.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kontor.core.documents.QueryDesk.AMOUNT;
import static org.kontor.core.documents.QueryDesk.BUYER;
import static org.kontor.core.documents.QueryDesk.CLOSING;
import static org.kontor.core.documents.QueryDesk.HOURS;
import static org.kontor.core.documents.QueryDesk.OWNER;
import static org.kontor.core.documents.QueryDesk.SOURCE;
import static org.kontor.core.documents.QueryDesk.URGENT;
import static org.kontor.core.documents.QueryDesk.euro;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.access.Access;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.Board;
import org.kontor.api.documents.BoardQuery;
import org.kontor.api.documents.Count;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Grouping;
import org.kontor.api.documents.Grouping.Group;
import org.kontor.api.documents.Money;
import org.kontor.api.documents.Period;
import org.kontor.api.documents.Total;
import org.kontor.api.documents.Values;
import org.kontor.api.people.PersonId;
import org.kontor.api.people.Role;
import org.kontor.storage.Engine;
import org.kontor.testkit.FixedPeople;

class BoardAndGroupsTest {
    private static Values worth(long amount, String currency) {
        return Values.none().with(AMOUNT, new Money(amount * 100, Currency.getInstance(currency)));
    }

    private static String plain(List<Total> totals) {
        return totals.stream().map(total -> total.fieldId() + " " + total.amount().stripTrailingZeros().toPlainString() + total.currency().map(in -> " " + in).orElse("")).sorted().toList().toString();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void showsCountAndSumsPerCurrencyOfEveryStage(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            desk.deal("a", "new", worth(10, "EUR").with(HOURS, new BigDecimal("1.5")));
            desk.deal("b", "new", worth(5, "EUR"));
            desk.deal("c", "new", worth(7, "USD").with(HOURS, new BigDecimal("2")));
            desk.deal("d", "won", Values.none());
            desk.deal("elsewhere", "s-new", worth(99, "EUR"));

            Board board = desk.documents.board(BoardQuery.of("deal").summing("amount", "hours").limited(2), FixedPeople.ADMIN);

            assertThat(board.columns()).extracting(column -> column.stage().id() + " " + column.count().value() + " " + QueryDesk.titles(column.documents()))
                    .containsExactly("new 3 [c, b]", "talks 0 []", "won 1 [d]", "lost 0 []");
            assertThat(plain(board.columns().getFirst().totals())).isEqualTo("[amount 15 EUR, amount 7 USD, hours 3.5]");
            assertThat(board.columns().get(2).totals()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void showsAnyPipelineOfAType(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            desk.deal("a", "new", Values.none());
            desk.deal("elsewhere", "s-talks", Values.none().with(SOURCE, "web"));

            Board board = desk.documents.board(BoardQuery.of("deal").in("service").where(Filter.equal(SOURCE, "web")).only(List.of()), FixedPeople.ADMIN);

            assertThat(board.columns()).extracting(column -> column.stage().id()).containsExactly("s-new", "s-talks", "s-won", "s-lost");
            assertThat(board.columns().get(1).documents()).extracting(document -> document.get(SOURCE)).containsExactly(Optional.empty());
            assertThatThrownBy(() -> desk.documents.board(BoardQuery.of("deal").in("nowhere"), FixedPeople.ADMIN)).hasMessageContaining("[sales, service]");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void countsOnTheBoardOnlyWhatOneMayRead(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            desk.deal("mine", "new", worth(10, "EUR").with(OWNER, new PersonId(2)));
            desk.deal("theirs", "new", worth(5, "EUR").with(OWNER, new PersonId(3)));
            desk.rights.set(new Access.Rule(Role.EMPLOYEE, "deal", Operation.READ, Reach.OWN), FixedPeople.ADMIN);

            Board.Column column = desk.documents.board(BoardQuery.of("deal").summing("amount"), FixedPeople.ANNA).columns().getFirst();
            List<Group> groups = desk.documents.groups(Grouping.by("deal", "owner").summing("amount"), FixedPeople.ANNA);

            assertThat(column.count()).isEqualTo(new Count(1, true));
            assertThat(plain(column.totals())).isEqualTo("[amount 10 EUR]");
            assertThat(groups).extracting(Group::key).containsExactly(Optional.of(new PersonId(2)));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void sendsTwoStatementsForABoardAndOneForGroups(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            desk.deal("a", "new", worth(10, "EUR"));

            assertThat(desk.database.statements().during(() -> desk.documents.board(BoardQuery.of("deal").summing("amount", "hours"), FixedPeople.ADMIN))).isEqualTo(2);
            assertThat(desk.database.statements().during(() -> desk.documents.groups(Grouping.by("deal", "stage").summing("amount"), FixedPeople.ADMIN))).isEqualTo(1);
        }
    }

    private static String shown(List<Group> groups) {
        return groups.stream().map(group -> group.key().map(Object::toString).orElse("-") + "=" + group.count().value()).toList().toString();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void groupsByEveryKindThatMakesGroups(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            Document anna = desk.contact("Anna");
            desk.deal("a", "talks", Values.none().with(SOURCE, "mail").with(URGENT, true).with(OWNER, new PersonId(2)).with(BUYER, anna.ref()));
            desk.deal("b", "new", Values.none().with(SOURCE, "web").with(URGENT, false).with(OWNER, new PersonId(3)));
            desk.deal("c", "new", Values.none().with(SOURCE, "web").with(OWNER, new PersonId(3)));

            assertThat(shown(desk.documents.groups(Grouping.by("deal", "stage"), FixedPeople.ADMIN))).isEqualTo("[new=2, talks=1]");
            assertThat(shown(desk.documents.groups(Grouping.by("deal", "source"), FixedPeople.ADMIN))).isEqualTo("[web=2, mail=1]");
            assertThat(shown(desk.documents.groups(Grouping.by("deal", "urgent"), FixedPeople.ADMIN))).isEqualTo("[false=1, true=1, -=1]");
            assertThat(desk.documents.groups(Grouping.by("deal", "owner"), FixedPeople.ADMIN)).extracting(Group::key).containsExactly(Optional.of(new PersonId(3)), Optional.of(new PersonId(2)));
            assertThat(desk.documents.groups(Grouping.by("deal", "buyer"), FixedPeople.ADMIN)).extracting(Group::key).containsExactly(Optional.of(anna.ref()), Optional.empty());
            assertThatThrownBy(() -> desk.documents.groups(Grouping.by("deal", "tags"), FixedPeople.ADMIN)).hasMessageContaining("makes no groups");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void groupsDaysAndMomentsBySpan(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            for (String day : List.of("2026-11-22", "2026-11-23", "2026-11-24", "2026-12-31")) {
                desk.deal(day, worth(2, "EUR").with(CLOSING, LocalDate.parse(day)));
            }
            desk.deal("never");
            ZoneId rome = ZoneId.of("Europe/Rome");

            assertThat(shown(desk.documents.groups(Grouping.by("deal", "closing", Period.Unit.WEEK, rome), FixedPeople.ADMIN)))
                    .isEqualTo("[2026-11-16=1, 2026-11-23=2, 2026-12-28=1, -=1]");
            assertThat(shown(desk.documents.groups(Grouping.by("deal", "closing", Period.Unit.QUARTER, rome), FixedPeople.ADMIN))).isEqualTo("[2026-10-01=4, -=1]");
            Document first = desk.documents.find(org.kontor.api.documents.Query.newest("deal"), FixedPeople.ADMIN).documents().getFirst();
            assertThat(desk.documents.groups(Grouping.by("deal", "created", Period.Unit.MONTH, rome), FixedPeople.ADMIN).getLast().key())
                    .contains(first.created().atZone(rome).toLocalDate().withDayOfMonth(1));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void countsUpToABoundAndSaysSo(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            for (int i = 0; i < 5; i++) {
                desk.deal("deal " + i, "new", Values.none().with(OWNER, new PersonId(2)).with(AMOUNT, euro(1)));
            }
            desk.deal("other", "talks", Values.none().with(OWNER, new PersonId(3)));

            List<Group> byStage = desk.documents.groups(new Grouping("deal", Filter.any(), new Grouping.By.Value("stage"), List.of(), 3), FixedPeople.ADMIN);
            List<Group> byOwner = desk.documents.groups(new Grouping("deal", Filter.any(), new Grouping.By.Value("owner"), List.of(), 3), FixedPeople.ADMIN);

            assertThat(byStage).extracting(Group::count).containsExactly(new Count(3, false), new Count(1, true));
            assertThat(byOwner).extracting(group -> group.count().exact()).containsOnly(false);
        }
    }
}

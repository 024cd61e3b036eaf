package org.kontor.core.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.core.documents.ShapeDesk.ADMIN;
import static org.kontor.core.documents.ShapeDesk.AMOUNT;
import static org.kontor.core.documents.ShapeDesk.CLIENT;
import static org.kontor.core.documents.ShapeDesk.PIECES;
import static org.kontor.core.documents.ShapeDesk.TITLE;
import static org.kontor.core.documents.ShapeDesk.euro;
import static org.kontor.core.documents.ShapeDesk.named;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.Computation;
import org.kontor.api.documents.Computation.RollUp.How;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Money;
import org.kontor.api.documents.Rates;
import org.kontor.api.documents.Values;
import org.kontor.storage.Engine;

@ParameterizedClass
@EnumSource(Engine.class)
class ComputedFieldsTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency USD = Currency.getInstance("USD");

    private final Engine engine;
    private ShapeDesk desk;

    ComputedFieldsTest(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        desk = new ShapeDesk(engine);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static Field<?> formula(String id, Kind<?> kind, String expression) {
        return Field.of(id, kind).named(named(id)).computedBy(new Computation.Formula(expression));
    }

    private static Field<?> rollUp(String id, Kind<?> kind, How how, String fieldId) {
        return Field.of(id, kind).named(named(id)).computedBy(new Computation.RollUp("deal", "client", how, Optional.of(fieldId).filter(field -> !field.isEmpty())));
    }

    private Field<?> add(String typeId, Field<?> field) {
        return desk.done(desk.fields.add(typeId, field, ADMIN));
    }

    private Document dealOf(Document client, String amount) {
        return desk.deal(Values.none().with(CLIENT, client.ref()).with(AMOUNT, euro(amount)));
    }

    @Test
    void computesOnCreationAndChange() {
        add("deal", formula("total", new Kind.Sum("EUR"), "amount * pieces"));
        Document deal = desk.deal(Values.none().with(AMOUNT, euro("2.50")).with(PIECES, BigDecimal.valueOf(3)));
        assertThat(desk.value(deal, "total")).contains(euro("7.50"));

        desk.changed(deal, Values.none().with(PIECES, BigDecimal.valueOf(4)));
        assertThat(desk.value(deal, "total")).contains(euro("10.00"));

        desk.changed(deal, Values.none().cleared(PIECES));
        assertThat(desk.value(deal, "total")).isEmpty();
    }

    @Test
    void keepsTheCurrencyOfWhatItFollowsFrom() {
        add("deal", formula("half", new Kind.Sum("EUR"), "amount / 2"));

        Document deal = desk.deal(Values.none().with(AMOUNT, Money.of(new BigDecimal("5"), USD)));

        assertThat(desk.value(deal, "half")).contains(Money.of(new BigDecimal("2.50"), USD));
    }

    @Test
    void findsByComputedValuesAndShowsThemInTheHistory() {
        add("deal", formula("double", new Kind.Number(0), "pieces * 2").with(Field.Trait.INDEXED));
        Document deal = desk.deal(Values.none().with(PIECES, BigDecimal.valueOf(3)));
        desk.deal(Values.none().with(PIECES, BigDecimal.ONE));

        assertThat(desk.found("deal", new Filter.Compare("double", Filter.Operator.GREATER, BigDecimal.valueOf(5)))).extracting(Document::ref).containsExactly(deal.ref());
        assertThat(desk.documents.history(deal.ref(), Long.MAX_VALUE, 1, ADMIN).getFirst().fields()).extracting(diff -> diff.field().id()).contains("double");
    }

    @Test
    void computesFormulasOverFormulas() {
        add("deal", formula("double", new Kind.Number(0), "pieces * 2"));
        add("deal", formula("again", new Kind.Number(0), "double + 1"));

        assertThat(desk.value(desk.deal(Values.none().with(PIECES, BigDecimal.valueOf(3))), "again")).contains(BigDecimal.valueOf(7));
    }

    @Test
    void hasNoValueWhenItDoesNotFit() {
        add("deal", formula("huge", new Kind.Number(0), "pieces * 999999999999999 * 999999999999999"));

        assertThat(desk.value(desk.deal(Values.none().with(PIECES, BigDecimal.valueOf(3))), "huge")).isEmpty();
    }

    @Test
    void cannotBeWritten() {
        Field<?> field = add("deal", formula("double", new Kind.Number(0), "pieces * 2"));

        assertThat(desk.refused(desk.documents.create("deal", Values.none().with(TITLE, "A").withAny(field, BigDecimal.ONE), ADMIN))).containsExactly("documents.read-only");
    }

    @Test
    void refusesWhatCantBeComputed() {
        assertThat(desk.refused(desk.fields.add("deal", formula("f", new Kind.Number(0), "pieces +"), ADMIN))).containsExactly("documents.computed.unreadable");
        assertThat(desk.refused(desk.fields.add("deal", formula("f", new Kind.Number(0), "title"), ADMIN))).containsExactly("documents.computed.not-a-number");
        assertThat(desk.refused(desk.fields.add("deal", formula("f", new Kind.Number(0), "nothing"), ADMIN))).containsExactly("documents.shape.no-field");
        assertThat(desk.refused(desk.fields.add("deal", formula("f", new Kind.Text(10, 1), "pieces"), ADMIN))).containsExactly("documents.computed.kind");
        assertThat(desk.refused(desk.fields.add("client", rollUp("f", new Kind.Sum("EUR"), How.SUM, "title"), ADMIN))).containsExactly("documents.computed.no-figure");
        assertThat(desk.refused(desk.fields.add("client", rollUp("f", new Kind.Sum("EUR"), How.COUNT, ""), ADMIN))).containsExactly("documents.computed.count");
        assertThat(desk.refused(desk.fields.add("deal", rollUp("f", new Kind.Number(0), How.COUNT, ""), ADMIN))).containsExactly("documents.computed.no-link");
    }

    @Test
    void refusesCirclesAndNamesTheirFields() {
        add("deal", formula("one", new Kind.Number(0), "pieces"));
        add("deal", formula("two", new Kind.Number(0), "one + 1"));

        Amendment<Field<?>> answer = desk.fields.change("deal", formula("one", new Kind.Number(0), "two + 1"), ADMIN);

        assertThat(desk.refused(answer)).containsExactly("documents.computed.circle");
        assertThat(desk.labels.text(((Amendment.Refused<?>) answer).reasons().getFirst().reason(), Locale.ENGLISH)).contains("deal.one → deal.two → deal.one");
    }

    @Test
    void refusesCirclesThroughOtherTypes() {
        add("client", formula("plain", new Kind.Number(0), "2"));
        add("deal", formula("one", new Kind.Number(0), "pieces"));
        add("client", rollUp("all", new Kind.Number(0), How.SUM, "one"));
        desk.done(desk.fields.add("client", Field.of("deal", new Kind.Link(List.of("deal"))).named(named("Deal")), ADMIN));
        add("deal", Field.of("back", new Kind.Number(0)).named(named("Back")).computedBy(new Computation.RollUp("client", "deal", How.SUM, Optional.of("all"))));

        assertThat(desk.refused(desk.fields.change("deal", formula("one", new Kind.Number(0), "back"), ADMIN))).containsExactly("documents.computed.circle");
    }

    @Test
    void keepsAFieldThatAFormulaOrRollUpLooksAt() {
        add("deal", Field.of("weight", new Kind.Number(0)).named(named("Weight")));
        add("client", rollUp("weights", new Kind.Number(0), How.SUM, "weight"));

        assertThat(desk.refused(desk.fields.delete("deal", "weight", ADMIN))).containsExactly("documents.shape.field-used");
    }

    @Test
    void recomputesDocumentsThatAreThereInTheBackground() {
        Document deal = desk.deal(Values.none().with(PIECES, BigDecimal.valueOf(3)));
        long version = deal.version();
        add("deal", formula("double", new Kind.Number(0), "pieces * 2"));
        assertThat(desk.value(deal, "double")).isEmpty();

        desk.work();
        assertThat(desk.value(deal, "double")).contains(BigDecimal.valueOf(6));

        desk.done(desk.fields.change("deal", formula("double", new Kind.Number(0), "pieces * 5"), ADMIN));
        desk.work();
        assertThat(desk.value(deal, "double")).contains(BigDecimal.valueOf(15));
        assertThat(desk.now(deal).version()).isEqualTo(version);
    }

    @Test
    void recomputesMoreThanAPage() {
        desk.documents.createAll("deal", java.util.stream.IntStream.range(0, 450).mapToObj(i -> Values.none().with(TITLE, "A").with(PIECES, BigDecimal.valueOf(i))).toList(), ADMIN);
        add("deal", formula("double", new Kind.Number(0), "pieces * 2"));

        desk.work();

        assertThat(desk.documents.count("deal", new Filter.Empty("double"), 1000, ADMIN).value()).isZero();
        assertThat(desk.documents.count("deal", new Filter.Compare("double", Filter.Operator.EQUAL, BigDecimal.valueOf(898)), 1000, ADMIN).value()).isEqualTo(1);
    }

    @Test
    void rollsUpOnCreationChangeDeletionAndRestoration() {
        add("client", rollUp("deals", new Kind.Number(0), How.COUNT, ""));
        add("client", rollUp("sum", new Kind.Sum("EUR"), How.SUM, "amount"));
        add("client", rollUp("least", new Kind.Sum("EUR"), How.LEAST, "amount"));
        add("client", rollUp("most", new Kind.Sum("EUR"), How.GREATEST, "amount"));
        Document one = desk.client("One");
        Document two = desk.client("Two");
        assertThat(desk.value(one, "deals")).contains(BigDecimal.ZERO);
        assertThat(desk.value(one, "sum")).contains(euro("0"));
        assertThat(desk.value(one, "least")).isEmpty();

        Document deal = dealOf(one, "10");
        dealOf(one, "5");
        assertThat(figures(one)).containsExactly("2", "15.00", "5.00", "10.00");

        desk.changed(deal, Values.none().with(AMOUNT, euro("1")));
        assertThat(figures(one)).containsExactly("2", "6.00", "1.00", "5.00");

        desk.changed(deal, Values.none().with(CLIENT, two.ref()));
        assertThat(figures(one)).containsExactly("1", "5.00", "5.00", "5.00");
        assertThat(figures(two)).containsExactly("1", "1.00", "1.00", "1.00");

        desk.documents.delete(deal.ref(), ADMIN);
        assertThat(figures(two)).containsExactly("0", "0.00", "-", "-");

        desk.documents.restore(deal.ref(), ADMIN);
        assertThat(figures(two)).containsExactly("1", "1.00", "1.00", "1.00");
        assertThat(desk.now(two).version()).isEqualTo(two.version());
    }

    private List<String> figures(Document client) {
        return List.of("deals", "sum", "least", "most").stream().map(id -> desk.value(client, id).map(value -> value instanceof Money money ? money.amount().toPlainString() : ((BigDecimal) value).toPlainString()).orElse("-")).toList();
    }

    @Test
    void rollsUpManyAtOnce() {
        add("client", rollUp("deals", new Kind.Number(0), How.COUNT, ""));
        Document one = desk.client("One");
        Document two = desk.client("Two");

        desk.documents.createAll("deal", java.util.stream.IntStream.range(0, 10).mapToObj(i -> Values.none().with(TITLE, "A").with(CLIENT, (i < 7 ? one : two).ref())).toList(), ADMIN);

        assertThat(desk.value(one, "deals")).contains(BigDecimal.valueOf(7));
        assertThat(desk.value(two, "deals")).contains(BigDecimal.valueOf(3));
    }

    @Test
    void computesFormulasOverRollUpsAndRollUpsOverFormulas() {
        add("deal", formula("total", new Kind.Sum("EUR"), "amount * pieces"));
        add("client", rollUp("sum", new Kind.Sum("EUR"), How.SUM, "total"));
        add("client", formula("tax", new Kind.Sum("EUR"), "sum / 5"));
        Document client = desk.client("One");

        Document deal = desk.deal(Values.none().with(CLIENT, client.ref()).with(AMOUNT, euro("10")).with(PIECES, BigDecimal.valueOf(3)));
        assertThat(desk.value(client, "tax")).contains(euro("6"));

        desk.changed(deal, Values.none().with(PIECES, BigDecimal.valueOf(5)));
        assertThat(desk.value(client, "sum")).contains(euro("50"));
        assertThat(desk.value(client, "tax")).contains(euro("10"));
    }

    @Test
    void rollsUpWhatIsThereWhenItIsDefined() {
        Document client = desk.client("One");
        dealOf(client, "10");
        add("client", rollUp("sum", new Kind.Sum("EUR"), How.SUM, "amount"));

        desk.work();

        assertThat(desk.value(client, "sum")).contains(euro("10"));
    }

    @Test
    void convertsSumsOfSeveralCurrenciesByTheDaysRate() {
        add("client", rollUp("sum", new Kind.Sum("EUR"), How.SUM, "amount"));
        Document client = desk.client("One");
        dealOf(client, "10");
        desk.deal(Values.none().with(CLIENT, client.ref()).with(AMOUNT, Money.of(new BigDecimal("20"), USD)));
        assertThat(desk.value(client, "sum")).isEmpty();

        desk.done(desk.rates.put(new Rates.Rate(EUR, USD, LocalDate.of(2026, 1, 1), new BigDecimal("1.25")), ADMIN));
        desk.work();

        assertThat(desk.value(client, "sum")).contains(euro("26"));
    }

    @Test
    void losesNoFigureWhenManyWriteAtOnce() throws Exception {
        add("client", rollUp("deals", new Kind.Number(0), How.COUNT, ""));
        add("client", rollUp("sum", new Kind.Sum("EUR"), How.SUM, "amount"));
        Document client = desk.client("One");
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> writers = java.util.stream.IntStream.range(0, 6).mapToObj(_ -> Thread.ofPlatform().start(() -> {
            try {
                start.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            for (int i = 0; i < 15; i++) {
                dealOf(client, "1");
            }
        })).toList();

        start.countDown();
        for (Thread writer : writers) {
            writer.join();
        }

        assertThat(desk.value(client, "deals")).contains(new BigDecimal("90").stripTrailingZeros());
        assertThat(desk.value(client, "sum")).contains(euro("90"));
    }
}

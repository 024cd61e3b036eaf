package org.kontor.core.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.core.documents.ShapeDesk.ADMIN;
import static org.kontor.core.documents.ShapeDesk.TITLE;
import static org.kontor.core.documents.ShapeDesk.named;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Values;
import org.kontor.api.jobs.Work;
import org.kontor.core.documents.ShapeStore.Part;
import org.kontor.storage.Engine;
import org.kontor.storage.Sql;

@ParameterizedClass
@EnumSource(Engine.class)
class WideningTest {
    private final Engine engine;
    private ShapeDesk desk;

    WideningTest(Engine engine) {
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

    /// More than a table may have that is copied in a moment.
    private void fill() {
        for (int round = 0; round < 11; round++) {
            desk.documents.createAll("deal", IntStream.range(0, 500).mapToObj(_ -> Values.none().with(TITLE, "A")).toList(), ADMIN);
        }
    }

    private Field<?> add(Field<?> field) {
        return desk.done(desk.fields.add("deal", field.named(named("Field")), ADMIN));
    }

    @Test
    void addsFieldsOfEveryKindToALargeTable() {
        fill();
        Field<?> text = add(Field.longText("story"));
        Field<?> number = add(Field.of("weight", new Kind.Number(3)));
        Field<?> money = add(Field.of("price", new Kind.Sum("EUR")));
        Field<?> day = add(Field.of("day", new Kind.Date()));
        Field<?> moment = add(Field.of("since", new Kind.Moment()));
        Field<?> yes = add(Field.of("sure", new Kind.YesNo()));
        Values values = Values.none().withAny(text, "x".repeat(20_000)).withAny(number, new BigDecimal("1234567.125")).withAny(money, ShapeDesk.euro("1.25"))
                .withAny(day, LocalDate.of(2026, 1, 2)).withAny(moment, Instant.parse("2026-01-02T03:04:05.123456Z")).withAny(yes, true);

        Document deal = desk.deal(values);

        for (Field<?> field : List.of(text, number, money, day, moment, yes)) {
            assertThat(desk.now(deal).values().any(field)).isEqualTo(values.any(field));
        }
    }

    @Test
    void addsMoreFieldsThanThereAreColumnsInStock() {
        fill();

        IntStream.range(0, 20).forEach(number -> add(Field.of("flag" + number, new Kind.YesNo())));

        assertThat(desk.fields.of("deal")).hasSize(20);
        assertThat(desk.documents.count("deal", new Filter.Empty("flag19"), 10_000, ADMIN).value()).isEqualTo(5500);
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void letsOthersReadWhileItWaitsForALongReader() throws Exception {
        desk.deal(Values.none());
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        Thread reader = Thread.ofPlatform().start(() -> desk.database.database().write(tx -> {
            tx.query(Sql.of("select id from doc_deal"), row -> row.number("id"));
            reading.countDown();
            return awaited(over);
        }));
        reading.await();
        Thread adding = Thread.ofPlatform().start(() -> add(Field.text("note")));

        long slowest = 0;
        for (int i = 0; i < 20; i++) {
            long start = System.nanoTime();
            desk.documents.find(Query.newest("deal"), ADMIN);
            slowest = Math.max(slowest, System.nanoTime() - start);
        }
        over.countDown();
        reader.join();
        adding.join();

        assertThat(slowest).isLessThan(TimeUnit.SECONDS.toNanos(2));
        assertThat(desk.types.require("deal").field("note")).isPresent();
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void goesOnWhenKilledBetweenColumnAndField() {
        Field<?> number = Field.of("thing", new Kind.Number(0)).named(named("Thing"));
        desk.types.widen(FieldChecks.with(desk.types.require("deal"), number), number);
        ShapeDesk again = new ShapeDesk(desk.database);

        Field<?> text = again.done(again.fields.add("deal", Field.text("thing").named(named("Thing")), ADMIN));

        assertThat(again.value(again.deal(Values.none().withAny(text, "x")), "thing")).contains("x");
    }

    @Test
    void givesNoIdTwiceWhenTheDatabaseForgotTheLastOnes() {
        Document last = desk.deal(Values.none());
        if (engine == Engine.H2) {
            desk.database.database().write(tx -> tx.update(Sql.of("alter table doc_deal alter column id restart with 1")));
        }

        ShapeDesk again = new ShapeDesk(desk.database);

        assertThat(again.deal(Values.none()).ref().id()).isGreaterThan(last.ref().id());
    }

    @Test
    void makesTheColumnOfAFieldThatHasNoneWhenItStarts() {
        Field<?> note = Field.text("note").named(named("Note")).with(Field.Trait.CUSTOM);
        new ShapeStore(desk.database.database()).put(Part.FIELD, "deal", "note", FieldJson.write(note, FieldChecks.with(desk.types.require("deal"), note)));

        ShapeDesk again = new ShapeDesk(desk.database);

        assertThat(again.value(again.deal(Values.none().withAny(note, "x")), "note")).contains("x");
    }

    @Test
    void indexesAFieldInTheBackground() {
        fill();
        add(Field.of("weight", new Kind.Number(0)).asIndexed());
        add(Field.of("about", new Kind.Link(List.of("client"))));
        Indexes indexes = new Indexes(desk.database.database());
        assertThat(indexes.missing(desk.types.require("deal"))).extracting(Indexes.Index::name).contains("doc_deal_by_f_weight", "doc_deal_by_f_about");

        new MakeIndexes(desk.database.database(), desk.types, desk).run(new Work("all", "", 1));

        assertThat(indexes.missing(desk.types.require("deal"))).hasSize(engine == Engine.H2 ? 2 : 0);
        assertThat(indexes.missing(new ShapeDesk(desk.database).types.require("deal"))).isEmpty();
    }

    @Test
    void givesLongNamesIndexesOfTheirOwn() {
        String id = "aVeryLongNameOfAFieldThatIsIndexed";
        add(Field.of(id + "One", new Kind.Number(0)).asIndexed());
        add(Field.of(id + "Two", new Kind.Number(0)).asIndexed());

        assertThat(Indexes.wanted(desk.types.require("deal"))).extracting(Indexes.Index::name).doesNotHaveDuplicates().allMatch(name -> name.length() <= 63);
        new MakeIndexes(desk.database.database(), desk.types, desk).run(new Work("all", "", 1));
        assertThat(new Indexes(desk.database.database()).missing(desk.types.require("deal"))).isEmpty();
    }
}

package org.kontor.core.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.core.documents.ShapeDesk.ADMIN;
import static org.kontor.core.documents.ShapeDesk.ANNA;
import static org.kontor.core.documents.ShapeDesk.TITLE;
import static org.kontor.core.documents.ShapeDesk.named;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.documents.CustomTypes.NewType;
import org.kontor.api.documents.CustomTypes.Section;
import org.kontor.api.documents.Display;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.FieldRule;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Phone;
import org.kontor.api.documents.PostalAddress;
import org.kontor.api.documents.Preset;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Values;
import org.kontor.api.files.FileRef;
import org.kontor.api.labels.Label;
import org.kontor.api.people.PersonId;
import org.kontor.storage.Engine;

@ParameterizedClass
@EnumSource(Engine.class)
class CustomFieldsTest {
    private final Engine engine;
    private ShapeDesk desk;

    CustomFieldsTest(Engine engine) {
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

    private Field<?> add(Field<?> field) {
        return desk.done(desk.fields.add("deal", field, ADMIN));
    }

    /// One value of every kind.
    private static Map<Kind<?>, Object> examples() {
        Map<Kind<?>, Object> all = new LinkedHashMap<>();
        all.put(new Kind.Text(250, 1), "straße");
        all.put(new Kind.Text(5000, 4), "line\nline");
        all.put(new Kind.Number(3), new BigDecimal("12.125"));
        all.put(new Kind.Sum("EUR"), ShapeDesk.euro("12.50"));
        all.put(new Kind.YesNo(), true);
        all.put(new Kind.Date(), LocalDate.of(2026, 11, 24));
        all.put(new Kind.Moment(), Instant.parse("2026-11-24T10:00:00Z"));
        all.put(choice("red", "green"), "green");
        all.put(new Kind.User(), new PersonId(2));
        all.put(new Kind.PhoneNumber(), new Phone("+390612345678"));
        all.put(new Kind.Email(), "ann@example.org");
        all.put(new Kind.WebLink(), URI.create("https://example.org/a"));
        all.put(new Kind.Link(List.of("client")), new DocumentRef("client", 1));
        all.put(new Kind.Attachment(), new FileRef(7, "a.pdf", "application/pdf", 12));
        all.put(new Kind.Address(), new PostalAddress("Via Roma 1", "Roma", "RM", "00100", "IT"));
        return all;
    }

    private static Kind.Choice choice(String... options) {
        return new Kind.Choice(java.util.Arrays.stream(options).map(option -> new Kind.Choice.Option(option, named(option))).toList());
    }

    @Test
    void keepsEveryKindOfValue_FLD10_FLD24() {
        desk.client("Client");
        Values values = Values.none();
        int number = 0;
        for (Map.Entry<Kind<?>, Object> each : examples().entrySet()) {
            Field<?> field = add(Field.of("kind" + number++, each.getKey()).named(named("Kind")));
            values = values.withAny(field, each.getValue());
        }

        Document deal = desk.deal(values);

        Values expected = values;
        assertThat(desk.fields.of("deal")).allSatisfy(field -> assertThat(desk.now(deal).values().any(field)).as(field.kind().toString()).isEqualTo(expected.any(field)));
    }

    @Test
    void keepsManyValuesOfEveryKindAndFindsThemByOne_FLD7() {
        desk.client("Client");
        Values values = Values.none();
        int number = 0;
        for (Map.Entry<Kind<?>, Object> each : examples().entrySet()) {
            if (!(each.getKey() instanceof Kind.YesNo)) {
                Field<?> field = add(Field.of("many" + number++, new Kind.Many<>(each.getKey())).named(named("Many")));
                values = values.withAny(field, List.of(each.getValue()));
            }
        }
        Document deal = desk.deal(values);
        desk.deal(Values.none());

        Values expected = values;
        assertThat(desk.fields.of("deal")).hasSize(14).allSatisfy(field -> {
            assertThat(desk.now(deal).values().any(field)).isEqualTo(expected.any(field));
            Object one = ((List<?>) expected.any(field).orElseThrow()).getFirst();
            assertThat(desk.found("deal", new Filter.Compare(field.id(), Filter.Operator.EQUAL, one))).as(field.kind().toString()).extracting(Document::ref).containsExactly(deal.ref());
        });
    }

    @Test
    void filtersAndSortsLikeDeclaredFields_FLD1() {
        Field<?> weight = add(Field.of("weight", new Kind.Number(0)).named(named("Weight")));
        for (int each : new int[] {3, 1, 2}) {
            desk.deal(Values.none().withAny(weight, BigDecimal.valueOf(each)));
        }

        List<Object> found = desk.documents.find(Query.newest("deal").where(new Filter.Compare("weight", Filter.Operator.AT_LEAST, BigDecimal.TWO)).sorted("weight", false), ADMIN)
                .documents().stream().map(document -> document.values().any(weight).orElseThrow()).toList();

        assertThat(found).containsExactly(BigDecimal.TWO, BigDecimal.valueOf(3));
    }

    @Test
    void isReadAndWrittenAsTextLikeDeclaredFields_FLD1() {
        Field<?> colour = add(Field.of("colour", choice("red", "green")).named(named("Colour")));

        assertThat(desk.notation.read(colour, "GREEN", Notations.MACHINE)).isEqualTo(Notations.value("green"));
        assertThat(desk.notation.write(colour, "green")).isEqualTo("green");
    }

    @Test
    void refusesWhoMayNotConfigure_FLD2() {
        assertThat(desk.refused(desk.fields.add("deal", Field.text("note").named(named("Note")), ANNA))).containsExactly("documents.shape.denied");
    }

    @Test
    void ordersFieldsBySort_FLD4() {
        add(Field.text("last").named(named("Last")).at(20));
        add(Field.text("first").named(named("First")).at(10));

        assertThat(desk.fields.of("deal")).extracting(Field::id).containsExactly("first", "last");
    }

    @Test
    void needsANameInEveryLanguage_FLD5() {
        Field<?> field = Field.text("note").named(new Label.Given(Map.of("en", "Note", "it", "Nota")));

        assertThat(desk.refused(desk.fields.add("deal", field, ADMIN))).containsExactly("documents.shape.name-missing");
    }

    @Test
    void requiresAValue_FLD6() {
        add(Field.text("reason").named(named("Reason")).asRequired());

        assertThat(desk.refused(desk.documents.create("deal", Values.none().with(TITLE, "A"), ADMIN))).containsExactly("documents.required");
    }

    @Test
    void keepsKindAndMultiplicityAfterTheFirstSave_FLD7_FLD10() {
        add(Field.text("note").named(named("Note")));

        assertThat(desk.refused(desk.fields.change("deal", Field.of("note", new Kind.Number(0)).named(named("Note")), ADMIN))).containsExactly("documents.shape.kind-stays");
        assertThat(desk.refused(desk.fields.change("deal", Field.of("note", new Kind.Many<>(new Kind.Text(250, 1))).named(named("Note")), ADMIN)))
                .containsExactly("documents.shape.kind-stays");
    }

    @Test
    void showsANewFieldInTheFilterAndListOfItsMakerAndOfAll_FLD8_FLD9() {
        desk.done(desk.layouts.chooseForAll("deal", new org.kontor.api.documents.Layouts.ListLook(List.of("title"), List.of()), ADMIN));
        desk.done(desk.layouts.choose("deal", new org.kontor.api.documents.Layouts.ListLook(List.of("amount"), List.of()), ADMIN));
        desk.done(desk.layouts.choose("deal", new org.kontor.api.documents.Layouts.ListLook(List.of("source"), List.of()), ANNA));

        add(Field.text("note").named(named("Note")).asListed().with(Field.Trait.FILTERED));

        assertThat(desk.layouts.list("deal", ADMIN).columns()).containsExactly("amount", "note");
        assertThat(desk.layouts.list("deal", ADMIN).filters()).containsExactly("note");
        assertThat(desk.layouts.listForAll("deal").columns()).containsExactly("title", "note");
        assertThat(desk.layouts.list("deal", ANNA).columns()).containsExactly("source");
    }

    @Test
    void keepsHowItIsShown_FLD11_FLD12_FLD13_FLD14() {
        Display display = new Display(Display.Appearance.CHECKBOXES, 5, Optional.of(named("None")));

        add(Field.of("colour", choice("red")).named(named("Colour")).shownAs(display));

        assertThat(desk.types.require("deal").field("colour").orElseThrow().display()).isEqualTo(display);
    }

    @Test
    void addsAndReordersOptionsAndKeepsThoseInUse_FLD15() {
        Field<?> colour = add(Field.of("colour", choice("red", "green")).named(named("Colour")));
        desk.deal(Values.none().withAny(colour, "red"));

        desk.done(desk.fields.change("deal", Field.of("colour", choice("blue", "red")).named(named("Colour")), ADMIN));

        assertThat(desk.types.require("deal").field("colour").orElseThrow().kind()).isEqualTo(choice("blue", "red"));
        assertThat(desk.refused(desk.fields.change("deal", Field.of("colour", choice("blue")).named(named("Colour")), ADMIN))).containsExactly("documents.shape.option-used");
    }

    @Test
    void keepsOptionsInUseOfManyValues_FLD15() {
        Field<?> colour = add(Field.of("colour", new Kind.Many<>(choice("red", "green"))).named(named("Colour")));
        desk.deal(Values.none().withAny(colour, List.of("red")));

        assertThat(desk.refused(desk.fields.change("deal", Field.of("colour", new Kind.Many<>(choice("green"))).named(named("Colour")), ADMIN)))
                .containsExactly("documents.shape.option-used");
    }

    @Test
    void takesTwoThousandOptionsAtOnce_FLD16() {
        String[] lines = java.util.stream.IntStream.range(0, 2000).mapToObj(line -> "o" + line).toArray(String[]::new);

        add(Field.of("colour", choice(lines)).named(named("Colour")));

        assertThat(((Kind.Choice) desk.types.require("deal").field("colour").orElseThrow().kind()).options()).hasSize(2000);
    }

    @Test
    void startsWithADefaultOption_FLD17() {
        add(Field.of("colour", choice("red", "green")).named(named("Colour")).startingWith(new Preset.Fixed("green")));

        assertThat(desk.value(desk.deal(Values.none()), "colour")).contains("green");
    }

    @Test
    void refusesADefaultThatIsNoOption_FLD17() {
        Field<?> field = Field.of("colour", choice("red")).named(named("Colour")).startingWith(new Preset.Fixed("blue"));

        assertThat(desk.refused(desk.fields.add("deal", field, ADMIN))).containsExactly("documents.unknown-option");
    }

    @Test
    void startsWithTheMomentOrAFixedDay_FLD18() {
        Instant before = Instant.now().minusSeconds(1);
        add(Field.of("since", new Kind.Moment()).named(named("Since")).startingWith(new Preset.Now()));
        add(Field.of("day", new Kind.Date()).named(named("Day")).startingWith(new Preset.Fixed(LocalDate.of(2026, 1, 1))));

        Document deal = desk.deal(Values.none());

        assertThat((Instant) desk.value(deal, "since").orElseThrow()).isAfter(before);
        assertThat(desk.value(deal, "day")).contains(LocalDate.of(2026, 1, 1));
    }

    @Test
    void linksPersonsAndDocumentsAndBookings_FLD20_FLD22_FLD23() {
        Document client = desk.client("Client");
        Field<?> person = add(Field.of("helper", new Kind.User()).named(named("Helper")));
        Field<?> link = add(Field.of("about", new Kind.Link(List.of("client", "deal"))).named(named("About")));
        Field<?> booking = add(Field.of("room", new Kind.Booking()).named(named("Room")));

        Document deal = desk.deal(Values.none().withAny(person, new PersonId(3)).withAny(link, client.ref()).withAny(booking, client.ref()));

        assertThat(desk.value(deal, "helper")).contains(new PersonId(3));
        assertThat(desk.value(deal, "about")).contains(client.ref());
        assertThat(desk.value(deal, "room")).contains(client.ref());
    }

    @Test
    void linksToElementsOfAList_FLD21() {
        DocumentType list = desk.done(desk.lists.create(new org.kontor.api.documents.CustomTypes.NewType(
                new DocumentType.Name(named("Place"), named("Places")), "list", false, false), ADMIN));
        Document place = desk.created(list.id(), Values.none().with(list.title(), "Rome"));
        Field<?> link = add(Field.of("place", new Kind.Link(List.of(list.id()))).named(named("Place")));

        assertThat(desk.value(desk.deal(Values.none().withAny(link, place.ref())), "place")).contains(place.ref());
    }

    @Test
    void offersTheSectionsOfAListAsTheyAreNow_FLD21() {
        DocumentType list = desk.done(desk.lists.create(new NewType(new DocumentType.Name(named("Place"), named("Places")), "list", false, true), ADMIN));
        Section europe = desk.done(desk.lists.put(list.id(), new Section(0, 0, "Europe", 0), ADMIN));
        Field<?> region = add(Field.of("region", new Kind.Choice(List.of(), Optional.of(list.id()))).named(named("Region")));
        Section italy = desk.done(desk.lists.put(list.id(), new Section(0, europe.id(), "Italy", 0), ADMIN));

        Document deal = desk.deal(Values.none().withAny(region, Long.toString(italy.id())));

        Kind.Choice now = (Kind.Choice) desk.types.require("deal").field("region").orElseThrow().kind();
        assertThat(now.options()).extracting(Kind.Choice.Option::name).containsExactly(Label.verbatim("Europe"), Label.verbatim("Europe › Italy"));
        assertThat(desk.value(deal, "region")).contains(Long.toString(italy.id()));
        assertThat(desk.refused(desk.lists.deleteSection(list.id(), italy.id(), ADMIN))).containsExactly("documents.shape.section-occupied");
        assertThat(desk.directories.find(list.id())).isEmpty();
    }

    @Test
    void remembersToOfferActiveDocumentsOnly_FLD21() {
        add(Field.of("about", new Kind.Link(List.of("client"))).named(named("About")).shownAs(Display.PLAIN.offeringActiveOnly()));

        assertThat(desk.types.require("deal").field("about").orElseThrow().display().activeOnly()).isTrue();
    }

    @Test
    void comesBackFromTheTrashWithItsValues_FLD26() {
        Field<?> note = add(Field.text("note").named(named("Note")));
        Document deal = desk.deal(Values.none().withAny(note, "kept"));

        desk.done(desk.fields.delete("deal", "note", ADMIN));
        assertThat(desk.types.require("deal").field("note")).isEmpty();
        assertThat(desk.fields.deleted("deal")).extracting(each -> each.field().id()).containsExactly("note");
        desk.done(desk.fields.restore("deal", "note", ADMIN));

        assertThat(desk.value(deal, "note")).contains("kept");
    }

    @Test
    void neverUsesAnIdAgain() {
        add(Field.text("note").named(named("Note")));
        desk.done(desk.fields.delete("deal", "note", ADMIN));

        assertThat(desk.refused(desk.fields.add("deal", Field.text("note").named(named("Note")), ADMIN))).containsExactly("documents.shape.id-taken");
        assertThat(desk.fields.idFor("deal", named("Note"))).isEqualTo("note2");
    }

    @Test
    void refusesAnIdWhoseColumnIsAnothers() {
        assertThat(desk.refused(desk.fields.add("deal", Field.text("amountCurrency").named(named("Currency")), ADMIN))).containsExactly("documents.shape.id-taken");
        assertThat(desk.refused(desk.fields.add("deal", Field.text("clientType").named(named("Type")), ADMIN))).containsExactly("documents.shape.id-taken");
    }

    @Test
    void refusesKindsThatCantBeKept() {
        assertThat(desk.refused(desk.fields.add("deal", Field.of("n", new Kind.Number(900)).named(named("N")), ADMIN))).containsExactly("documents.shape.decimals");
        assertThat(desk.refused(desk.fields.add("deal", Field.of("s", new Kind.Sum("XXY")).named(named("S")), ADMIN))).containsExactly("documents.shape.no-currency");
        assertThat(desk.refused(desk.fields.add("deal", Field.of("c", new Kind.Choice(List.of())).named(named("C")), ADMIN))).containsExactly("documents.shape.options");
        assertThat(desk.refused(desk.fields.add("deal", Field.of("l", new Kind.Link(List.of("nothing"))).named(named("L")), ADMIN))).containsExactly("documents.computed.no-type");
    }

    @Test
    void keepsAFieldThatAStageOrRuleLooksAt() {
        add(Field.text("note").named(named("Note")));
        add(Field.text("other").named(named("Other")).ruledBy(new FieldRule(FieldRule.Effect.REQUIRED, new Filter.Empty("note"))));

        assertThat(desk.refused(desk.fields.delete("deal", "note", ADMIN))).containsExactly("documents.shape.field-used");
    }

    @Test
    void cannotDeleteADeclaredField() {
        assertThat(desk.refused(desk.fields.delete("deal", "pieces", ADMIN))).containsExactly("documents.shape.declared-field");
    }

    @Test
    void enforcesRulesOnTheServer() {
        Filter web = new Filter.Compare("source", Filter.Operator.EQUAL, "web");
        Field<?> site = add(Field.text("site").named(named("Site")).ruledBy(new FieldRule(FieldRule.Effect.VISIBLE, web), new FieldRule(FieldRule.Effect.REQUIRED, web)));
        Field<?> code = add(Field.text("code").named(named("Code")).ruledBy(new FieldRule(FieldRule.Effect.READ_ONLY, Filter.stage("offer"))));
        Values phone = Values.none().with(TITLE, "A").with(ShapeDesk.SOURCE, "phone");

        assertThat(desk.refused(desk.documents.create("deal", phone.withAny(site, "x"), ADMIN))).containsExactly("documents.not-for-this");
        assertThat(desk.refused(desk.documents.create("deal", phone.with(ShapeDesk.SOURCE, "web"), ADMIN))).containsExactly("documents.required");
        Document offer = desk.deal(Values.none().withAny(code, "1"));
        desk.documents.change(offer.ref(), Draft.move("offer"), ADMIN);
        assertThat(desk.refused(desk.documents.change(offer.ref(), Draft.of(Values.none().withAny(code, "2")), ADMIN))).containsExactly("documents.read-only");
    }

    @Test
    void survivesAStart() {
        Field<?> note = add(Field.text("note").named(named("Note")).asListed());
        Document deal = desk.deal(Values.none().withAny(note, "kept"));

        ShapeDesk again = new ShapeDesk(desk.database);

        assertThat(again.types.require("deal").field("note").orElseThrow()).isEqualTo(note);
        assertThat(again.value(deal, "note")).contains("kept");
    }
}

package org.kontor.core.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.core.documents.ShapeDesk.ADMIN;
import static org.kontor.core.documents.ShapeDesk.ANNA;
import static org.kontor.core.documents.ShapeDesk.named;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Layouts.Card;
import org.kontor.api.documents.Layouts.ListLook;
import org.kontor.api.documents.Layouts.Section;
import org.kontor.api.people.Actor;
import org.kontor.storage.Engine;
import org.kontor.testkit.FixedPeople;

@ParameterizedClass
@EnumSource(Engine.class)
class LayoutsTest {
    private final Engine engine;
    private ShapeDesk desk;

    LayoutsTest(Engine engine) {
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

    private static Card card(Section... sections) {
        return new Card(List.of(sections), Set.of());
    }

    private static Section section(String id, String... fields) {
        return new Section(id, named(id), List.of(fields));
    }

    private List<String> placed(String pipelineId) {
        return desk.layouts.card("deal", pipelineId).sections().stream().map(section -> section.id() + section.fieldIds()).toList();
    }

    @Test
    void startsWithOneSectionOfAllFields() {
        assertThat(desk.layouts.card("client").sections()).hasSize(1).first().satisfies(section -> assertThat(section.fieldIds()).startsWith("name"));
    }

    @Test
    void putsFieldsIntoSectionsForEverybody_CARD2_CARD3() {
        desk.done(desk.layouts.change("deal", new Card(List.of(section("money", "amount", "pieces"), section("main", "title", "client", "responsible", "open")), Set.of("source")), ADMIN));

        assertThat(placed("deal")).containsExactly("money[amount, pieces]", "main[title, client, responsible, open]");
        assertThat(desk.layouts.card("deal").hidden()).containsExactly("source");
        assertThat(new ShapeDesk(desk.database).layouts.card("deal")).isEqualTo(desk.layouts.card("deal"));
    }

    @Test
    void showsANewFieldInTheLastSection_FLD27() {
        desk.done(desk.layouts.change("deal", card(section("all", "title", "amount", "pieces", "client", "source", "open"), section("last", "responsible")), ADMIN));

        desk.done(desk.fields.add("deal", Field.text("note").named(named("Note")), ADMIN));

        assertThat(desk.layouts.card("deal").sections().getLast().fieldIds()).containsExactly("responsible", "note");
    }

    @Test
    void leavesOutAFieldThatIsGoneUntilItIsBack_CARD4() {
        desk.done(desk.fields.add("deal", Field.text("note").named(named("Note")), ADMIN));
        desk.done(desk.layouts.change("deal", card(section("first", "note"), section("last", "title")), ADMIN));

        desk.done(desk.fields.delete("deal", "note", ADMIN));
        assertThat(desk.layouts.card("deal").sections().getFirst().fieldIds()).isEmpty();
        desk.done(desk.fields.restore("deal", "note", ADMIN));
        assertThat(desk.layouts.card("deal").sections().getFirst().fieldIds()).containsExactly("note");
    }

    @Test
    void givesAPipelineACardOfItsOwn_CARD11_PIPE13() {
        desk.done(desk.pipelines.create("deal", named("Service"), ADMIN));
        desk.done(desk.layouts.change("deal", "service", new Card(List.of(section("own", "title")), Set.of("amount", "pieces", "client", "source", "responsible", "open")), ADMIN));

        assertThat(placed("service")).containsExactly("own[title]");
        assertThat(desk.layouts.ownCard("deal", "deal")).isFalse();
        assertThat(desk.layouts.card("deal", "deal").hidden()).isEmpty();
        desk.done(desk.layouts.reset("deal", "service", ADMIN));
        assertThat(desk.layouts.card("deal", "service")).isEqualTo(desk.layouts.card("deal"));
    }

    @Test
    void refusesWhatIsNoCard() {
        assertThat(desk.refused(desk.layouts.change("deal", card(), ADMIN))).containsExactly("documents.layout.sections");
        assertThat(desk.refused(desk.layouts.change("deal", card(section("a", "title", "title")), ADMIN))).containsExactly("documents.layout.twice");
        assertThat(desk.refused(desk.layouts.change("deal", card(section("a"), section("a")), ADMIN))).containsExactly("documents.layout.twice");
        assertThat(desk.refused(desk.layouts.change("deal", card(section("a", "nothing")), ADMIN))).containsExactly("documents.shape.no-field");
        assertThat(desk.refused(desk.layouts.change("deal", new Card(List.of(section("a")), Set.of("title")), ADMIN))).containsExactly("documents.layout.needed");
        assertThat(desk.refused(desk.layouts.change("deal", card(section("a")), ANNA))).containsExactly("documents.shape.denied");
        assertThat(desk.refused(desk.layouts.change("deal", "nothing", card(section("a")), ADMIN))).containsExactly("documents.shape.no-pipeline");
    }

    @Test
    void showsTheListAsChosenElseAsForAllElseAsFieldsSay_UI4() {
        assertThat(desk.layouts.list("deal", ANNA)).isEqualTo(new ListLook(List.of("title", "stage", "amount"), List.of()));

        desk.done(desk.layouts.chooseForAll("deal", new ListLook(List.of("title", "client"), List.of("client", "created")), ADMIN));
        assertThat(desk.layouts.list("deal", ANNA).columns()).containsExactly("title", "client");

        desk.done(desk.layouts.choose("deal", new ListLook(List.of("created", "title"), List.of()), ANNA));
        assertThat(desk.layouts.list("deal", ANNA).columns()).containsExactly("created", "title");
        assertThat(desk.layouts.list("deal", FixedPeople.IVAN).columns()).containsExactly("title", "client");

        desk.done(desk.layouts.forget("deal", ANNA));
        assertThat(desk.layouts.list("deal", ANNA).columns()).containsExactly("title", "client");
    }

    @Test
    void refusesWhatIsNoList_UI4() {
        assertThat(desk.refused(desk.layouts.choose("deal", new ListLook(List.of(), List.of()), ANNA))).containsExactly("documents.layout.no-column");
        assertThat(desk.refused(desk.layouts.choose("deal", new ListLook(List.of("nothing"), List.of()), ANNA))).containsExactly("documents.layout.list-field");
        assertThat(desk.refused(desk.layouts.choose("deal", new ListLook(List.of("title", "title"), List.of()), ANNA))).containsExactly("documents.layout.list-field");
        assertThat(desk.refused(desk.layouts.choose("deal", new ListLook(List.of("title"), List.of()), new Actor.Robot("test")))).containsExactly("documents.layout.nobody");
        assertThat(desk.refused(desk.layouts.chooseForAll("deal", new ListLook(List.of("title"), List.of()), ANNA))).containsExactly("documents.shape.denied");
    }
}

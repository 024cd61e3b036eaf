package org.kontor.core.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.core.documents.ShapeDesk.ADMIN;
import static org.kontor.core.documents.ShapeDesk.ANNA;
import static org.kontor.core.documents.ShapeDesk.SOURCE;
import static org.kontor.core.documents.ShapeDesk.TITLE;
import static org.kontor.core.documents.ShapeDesk.named;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.documents.Directories.Directory;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Kind.Choice.Option;
import org.kontor.api.documents.Values;
import org.kontor.storage.Engine;

@ParameterizedClass
@EnumSource(Engine.class)
class DirectoriesTest {
    private static final String ID = "deal.source";

    private final Engine engine;
    private ShapeDesk desk;

    DirectoriesTest(Engine engine) {
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

    private List<String> offered() {
        return ((Kind.Choice) desk.types.require("deal").field("source").orElseThrow().kind()).offered().stream().map(Option::id).toList();
    }

    @Test
    void listsTheDirectoriesOfAllTypesWithTheirPresetValues_DIR1_DIR2() {
        assertThat(desk.directories.all()).hasSize(1).first().satisfies(directory -> {
            assertThat(directory.id()).isEqualTo(ID);
            assertThat(directory.typeIds()).containsExactly("deal");
            assertThat(directory.values()).extracting(Option::id).containsExactly("web", "phone");
        });
    }

    @Test
    void makesANewValueSelectableAtOnce_DIR3_DIR7() {
        Directory now = desk.done(desk.directories.add(ID, named("Trade fair"), ADMIN));

        assertThat(now.values()).extracting(Option::id).containsExactly("web", "phone", "trade-fair");
        assertThat(desk.value(desk.deal(Values.none().with(SOURCE, "trade-fair")), "source")).contains("trade-fair");
    }

    @Test
    void keepsTheOrderOfPickers_DIR4() {
        desk.done(desk.directories.sort(ID, List.of("phone", "web"), ADMIN));

        assertThat(offered()).containsExactly("phone", "web");
        assertThat(desk.refused(desk.directories.sort(ID, List.of("phone"), ADMIN))).containsExactly("documents.shape.order");
    }

    @Test
    void renamesAndTakesValuesOutOfPickers_DIR5() {
        Document deal = desk.deal(Values.none().with(SOURCE, "web"));
        desk.done(desk.directories.rename(ID, "web", named("Site"), ADMIN));

        desk.done(desk.directories.delete(ID, "web", ADMIN));

        assertThat(offered()).containsExactly("phone");
        assertThat(desk.value(deal, "source")).contains("web");
        assertThat(desk.changed(deal, Values.none().with(TITLE, "B")).version()).isEqualTo(2);
        desk.done(desk.directories.restore(ID, "web", ADMIN));
        assertThat(offered()).containsExactly("web", "phone");
    }

    @Test
    void givesACustomFieldTheValuesOfADirectory_DIR7() {
        desk.done(desk.fields.add("deal", Field.of("other", new Kind.Many<>(new Kind.Choice(List.of(), Optional.of(ID)))).named(named("Other")), ADMIN));

        desk.done(desk.directories.add(ID, named("Mail"), ADMIN));

        assertThat(((Kind.Choice) ((Kind.Many<?>) desk.types.require("deal").field("other").orElseThrow().kind()).of()).options()).extracting(Option::id).containsExactly("web", "phone", "mail");
    }

    @Test
    void refusesWhoMayNotAndWhatIsNot() {
        assertThat(desk.refused(desk.directories.add(ID, named("Mail"), ANNA))).containsExactly("documents.shape.denied");
        assertThat(desk.refused(desk.directories.add("nothing", named("Mail"), ADMIN))).containsExactly("documents.shape.no-directory");
        assertThat(desk.refused(desk.directories.rename(ID, "nothing", named("Mail"), ADMIN))).containsExactly("documents.shape.no-value");
    }

    @Test
    void survivesAStart() {
        desk.done(desk.directories.add(ID, named("Mail"), ADMIN));

        assertThat(new ShapeDesk(desk.database).directories.find(ID).orElseThrow().values()).hasSize(3);
    }
}

package org.kontor.core.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.core.documents.ShapeDesk.ADMIN;
import static org.kontor.core.documents.ShapeDesk.ANNA;
import static org.kontor.core.documents.ShapeDesk.named;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.documents.CustomTypes.NewType;
import org.kontor.api.documents.CustomTypes.Section;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Values;
import org.kontor.api.labels.Label;
import org.kontor.storage.Engine;

@ParameterizedClass
@EnumSource(Engine.class)
class CustomTypesTest {
    private final Engine engine;
    private ShapeDesk desk;

    CustomTypesTest(Engine engine) {
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

    private DocumentType list(boolean staged, boolean sectioned) {
        return desk.done(desk.lists.create(new NewType(new DocumentType.Name(named("Книга"), named("Книги")), "book", staged, sectioned), ADMIN));
    }

    private Section section(DocumentType list, String name, long parent) {
        return desk.done(desk.lists.put(list.id(), new Section(0, parent, name, 0), ADMIN));
    }

    @Test
    void makesATypeWithATableAtOnce_UI10() {
        DocumentType books = list(false, false);

        Document book = desk.created(books.id(), Values.none().with(books.title(), "War and Peace"));

        assertThat(books.id()).isEqualTo("list.knigi");
        assertThat(books.custom()).isTrue();
        assertThat(desk.found(books.id(), Filter.any())).extracting(Document::ref).containsExactly(book.ref());
    }

    @Test
    void goesThroughStagesAndPipelinesLikeOthers_UI10() {
        DocumentType books = list(true, false);

        desk.done(desk.pipelines.create(books.id(), named("Second"), ADMIN));

        assertThat(desk.types.require(books.id()).pipelines()).extracting(Pipeline::id).containsExactly(books.id(), "second");
        assertThat(desk.created(books.id(), Values.none().with(books.title(), "A")).stage()).contains("new");
    }

    @Test
    void takesFieldsLikeOthers_UI10() {
        DocumentType books = list(false, false);
        Field<?> pages = desk.done(desk.fields.add(books.id(), Field.text("author").named(named("Author")), ADMIN));

        Document book = desk.created(books.id(), Values.none().with(books.title(), "A").withAny(pages, "Tolstoy"));

        assertThat(desk.value(book, "author")).contains("Tolstoy");
    }

    @Test
    void laysDocumentsIntoSections_UI10() {
        DocumentType books = list(false, true);
        Section novels = section(books, "Novels", 0);
        section(books, "Russian", novels.id());
        @SuppressWarnings("unchecked")
        Field<String> where = (Field<String>) desk.types.require(books.id()).field(ListType.SECTION).orElseThrow();

        Document book = desk.created(books.id(), Values.none().with(books.title(), "A").with(where, Long.toString(novels.id())));

        assertThat(desk.lists.sections(books.id())).extracting(Section::name).containsExactly("Novels", "Russian");
        assertThat(desk.found(books.id(), Filter.equal(where, Long.toString(novels.id())))).extracting(Document::ref).containsExactly(book.ref());
    }

    @Test
    void namesASectionByTheWayToIt_UI10() {
        DocumentType books = list(false, true);
        Section novels = section(books, "Novels", 0);
        section(books, "Poems", 0);
        section(books, "Russian", novels.id());

        Kind.Choice sections = (Kind.Choice) desk.types.require(books.id()).field(ListType.SECTION).orElseThrow().kind();

        assertThat(sections.options()).extracting(Kind.Choice.Option::name)
                .containsExactly(Label.verbatim("Novels"), Label.verbatim("Novels › Russian"), Label.verbatim("Poems"));
    }

    @Test
    void keepsASectionThatIsNotEmptyAndNoCircle_UI10() {
        DocumentType books = list(false, true);
        Section novels = section(books, "Novels", 0);
        Section russian = section(books, "Russian", novels.id());

        assertThat(desk.refused(desk.lists.deleteSection(books.id(), novels.id(), ADMIN))).containsExactly("documents.shape.section-occupied");
        assertThat(desk.refused(desk.lists.put(books.id(), new Section(novels.id(), russian.id(), "Novels", 0), ADMIN))).containsExactly("documents.shape.section-circle");
        desk.done(desk.lists.deleteSection(books.id(), russian.id(), ADMIN));
        desk.done(desk.lists.deleteSection(books.id(), novels.id(), ADMIN));
    }

    @Test
    void refusesSectionsWhereThereAreNone_UI10() {
        DocumentType books = list(false, false);

        assertThat(desk.refused(desk.lists.put(books.id(), new Section(0, 0, "Novels", 0), ADMIN))).containsExactly("documents.shape.no-sections");
    }

    @Test
    void comesBackFromTheTrashWithItsDocuments_UI10() {
        DocumentType books = list(true, false);
        Document book = desk.created(books.id(), Values.none().with(books.title(), "A"));

        desk.done(desk.lists.delete(books.id(), ADMIN));
        assertThat(desk.types.find(books.id())).isEmpty();
        assertThat(desk.lists.deleted()).extracting(DocumentType::id).containsExactly(books.id());
        desk.done(desk.lists.restore(books.id(), ADMIN));

        assertThat(desk.now(book).ref()).isEqualTo(book.ref());
    }

    @Test
    void renamesAndSurvivesAStart_UI10() {
        DocumentType books = list(true, true);
        desk.done(desk.lists.rename(books.id(), new DocumentType.Name(named("Tome"), named("Tomes")), "books", ADMIN));

        DocumentType again = new ShapeDesk(desk.database).types.require(books.id());

        assertThat(again.many()).isEqualTo(named("Tomes"));
        assertThat(again.icon()).isEqualTo("books");
    }

    @Test
    void leavesTheFieldsThatLinkToADeletedType_UI10() {
        DocumentType books = list(false, false);
        desk.done(desk.fields.add("deal", Field.of("book", new org.kontor.api.documents.Kind.Link(List.of(books.id()))).named(named("Book")), ADMIN));
        desk.done(desk.lists.delete(books.id(), ADMIN));

        assertThat(desk.types.require("deal").field("book")).isPresent();
    }

    @Test
    void refusesWhoMayNotConfigure_UI10() {
        assertThat(desk.refused(desk.lists.create(new NewType(new DocumentType.Name(named("A"), named("A")), "book", false, false), ANNA))).containsExactly("documents.shape.denied");
    }
}

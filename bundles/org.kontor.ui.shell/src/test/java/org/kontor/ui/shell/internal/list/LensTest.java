package org.kontor.ui.shell.internal.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Money;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.api.people.PersonId;

class LensTest {
    private static final PersonId VIEWER = new PersonId(7);
    private static final Field<String> TITLE = Field.text("title").asRequired();
    private static final Field<Money> AMOUNT = Field.of("amount", new Kind.Sum("EUR"));
    private static final Field<String> SOURCE = Field.choice("source", "source", "web", "fair");
    private static final Field<PersonId> OWNER = Field.of("owner", new Kind.User());
    private static final Field<List<String>> TAGS = Field.of("tags", new Kind.Many<>(new Kind.Text(50, 1)));
    private static final DocumentType PARCEL = new DocumentType("acme.parcel", "package", List.of(TITLE, AMOUNT, SOURCE, OWNER, TAGS), TITLE, Optional.of(OWNER),
            Optional.of(new Pipeline("parcel", Label.verbatim("Parcels"), List.of(stage("open"), stage("sent"), stage("lost")))), true);
    private static final DocumentType NOTE = new DocumentType("acme.note", "file-text", List.of(TITLE), TITLE, Optional.empty(), Optional.empty(), true);

    @Test
    void isPlainForAnAddressWithoutQuery() {
        assertThat(Lens.of(Map.of(), PARCEL)).isEqualTo(Lens.plain());
    }

    @Test
    void showsOnlyThePipelineThatIsLookedAt_PIPE1() {
        Lens lens = Lens.plain().refined(Refinement.NONE.within(List.of("open", "sent")));

        assertThat(lens.filter(PARCEL, VIEWER)).isEqualTo(Filter.stages(List.of("open", "sent")));
    }

    @Test
    void showsNoOtherThanTheStagesAskedForInAPipeline() {
        Lens lens = Lens.of(Map.of("stage", "sent"), PARCEL).refined(Refinement.NONE.within(List.of("open", "sent")));

        assertThat(lens.filter(PARCEL, VIEWER)).isEqualTo(Filter.stages(List.of("sent")));
    }

    @Test
    void leavesNothingInTheAddressWhenAllIsAsUsual() {
        assertThat(Lens.plain().address()).isEmpty();
    }

    @Test
    void comesBackFromItsAddress() {
        Lens lens = new Lens(Lens.View.BOARD, "rossi milano", List.of("open", "lost"), new Lens.Order("amount", true), true);

        assertThat(Lens.of(lens.address(), PARCEL)).isEqualTo(lens);
    }

    @Test
    void readsTheAddressPeopleBookmark() {
        Lens lens = Lens.of(Map.of("view", "board", "words", "rossi", "stage", "sent,open", "sort", "-amount", "mine", "1"), PARCEL);

        assertThat(lens).isEqualTo(new Lens(Lens.View.BOARD, "rossi", List.of("open", "sent"), new Lens.Order("amount", true), true));
    }

    @Test
    void leavesOutStagesThatAreGone() {
        assertThat(Lens.of(Map.of("stage", "open,retired"), PARCEL).stages()).containsExactly("open");
    }

    @Test
    void sortsNewestFirstWhenTheFieldIsUnknown() {
        assertThat(Lens.of(Map.of("sort", "-nonsense"), PARCEL).order()).isEqualTo(Lens.Order.NEWEST);
    }

    @Test
    void sortsByAnyColumnButThoseOfManyValues() {
        assertThat(Lens.of(Map.of("sort", "source"), PARCEL).order()).isEqualTo(new Lens.Order("source", false));
        assertThat(Lens.of(Map.of("sort", "-stageSince"), PARCEL).order()).isEqualTo(new Lens.Order("stageSince", true));
        assertThat(Lens.of(Map.of("sort", "tags"), PARCEL).order()).isEqualTo(Lens.Order.NEWEST);
    }

    @Test
    void keepsColumnsAndGroupsInTheAddress() {
        Refinement refined = Refinement.NONE.showing(List.of("title", "amount", "createdBy")).grouped(GroupBy.of("created:week", PARCEL).orElseThrow());
        Lens lens = Lens.plain().as(Lens.View.GROUPS).refined(refined);

        assertThat(Lens.of(lens.address(), PARCEL)).isEqualTo(lens);
    }

    @Test
    void leavesOutColumnsAndGroupsThatAreGone() {
        Refinement refined = Lens.of(Map.of("columns", "amount,retired", "by", "retired"), PARCEL).refined();

        assertThat(refined).isEqualTo(Refinement.NONE.showing(List.of("amount")));
    }

    @Test
    void letsThroughWhatPassesTheConditionsAsWell() {
        Filter dear = new Filter.Empty("amount");

        assertThat(Lens.plain().mine(true).refined(Refinement.NONE.where(dear)).filter(PARCEL, VIEWER)).isEqualTo(dear.and(Filter.equal(OWNER, VIEWER)));
    }

    @Test
    void clearsTheConditionsWithTheOtherFilters() {
        Lens lens = Lens.plain().refined(Refinement.NONE.where(new Filter.Empty("amount")).savedAs(7));

        assertThat(lens.unfiltered()).isEqualTo(Lens.plain());
    }

    @Test
    void putsTheTitleBeforeAllColumns() {
        assertThat(ColumnIds.shown(List.of("amount", "retired", "title", "stage"), PARCEL)).containsExactly("title", "amount", "stage");
    }

    @Test
    void groupsByStageFirstAndNeverByTheTitle() {
        assertThat(GroupBy.first(PARCEL)).isEqualTo(new GroupBy("stage", Optional.empty()));
        assertThat(GroupBy.all(PARCEL)).noneMatch(by -> by.fieldId().equals("title") || by.fieldId().equals("amount") || by.fieldId().equals("tags"));
    }

    @Test
    void hasNoBoardForATypeWithoutPipeline() {
        assertThat(Lens.of(Map.of("view", "board"), NOTE).view()).isEqualTo(Lens.View.LIST);
    }

    @Test
    void isNeverMineForATypeWithoutResponsible() {
        assertThat(Lens.of(Map.of("mine", "1"), NOTE).mine()).isFalse();
    }

    @Test
    void shortensWordsThatAreTooLong() {
        assertThat(Lens.of(Map.of("words", "x".repeat(5_000)), PARCEL).words()).hasSize(200);
    }

    @Test
    void letsEverythingThroughWhenPlain() {
        assertThat(Lens.plain().filter(PARCEL, VIEWER)).isEqualTo(Filter.any());
    }

    @Test
    void asksForWordsStagesAndTheViewer() {
        Lens lens = Lens.plain().saying("rossi").toggled("sent", PARCEL).mine(true);

        assertThat(lens.filter(PARCEL, VIEWER)).isEqualTo(new Filter.Words("rossi").and(Filter.stages(List.of("sent"))).and(Filter.equal(OWNER, VIEWER)));
    }

    @Test
    void showsEveryStageOnTheBoard() {
        assertThat(Lens.plain().toggled("sent", PARCEL).as(Lens.View.BOARD).filter(PARCEL, VIEWER)).isEqualTo(Filter.any());
    }

    @Test
    void keepsStagesInTheOrderOfThePipeline() {
        assertThat(Lens.plain().toggled("lost", PARCEL).toggled("open", PARCEL).stages()).containsExactly("open", "lost");
    }

    @Test
    void takesAStageOutAgain() {
        assertThat(Lens.plain().toggled("sent", PARCEL).toggled("sent", PARCEL)).isEqualTo(Lens.plain());
    }

    @Test
    void sortsOneWayThenTheOtherThenAsUsual() {
        Lens first = Lens.plain().sorted("amount", true);
        Lens second = first.sorted("amount", true);
        Lens third = second.sorted("amount", true);

        assertThat(List.of(first.order(), second.order(), third.order()))
                .containsExactly(new Lens.Order("amount", true), new Lens.Order("amount", false), Lens.Order.NEWEST);
    }

    @Test
    void keepsSortingAndViewWhenFiltersAreCleared() {
        Lens lens = Lens.plain().saying("rossi").mine(true).sorted("amount", true).unfiltered();

        assertThat(lens).isEqualTo(Lens.plain().sorted("amount", true));
    }

    private static Stage stage(String id) {
        return new Stage(id, Label.verbatim(id), Stage.Meaning.IN_WORK, 1);
    }
}

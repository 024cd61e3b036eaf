package org.kontor.ui.shell.internal.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kontor.api.documents.Layouts.Card;
import org.kontor.api.documents.Layouts.Section;
import org.kontor.api.labels.Label;

/// CARD-2, CARD-4, FLD-27: what becomes of a card that is laid out.
class ArrangementTest {
    private static final Card CARD = new Card(List.of(section("main", "a", "b", "c"), section("more", "d"), section("rest")), Set.of("z"));
    private static final Set<String> SHOWN = Set.of("a", "b", "c", "d");

    private static Section section(String id, String... fields) {
        return new Section(id, Label.verbatim(id), List.of(fields));
    }

    private static List<List<String>> fields(Card card) {
        return card.sections().stream().map(Section::fieldIds).toList();
    }

    private static List<String> ids(Card card) {
        return card.sections().stream().map(Section::id).toList();
    }

    @Test
    void addsASectionUnderAFreeId() {
        Card twice = new Arrangement(new Arrangement(CARD).with(Label.verbatim("New"))).with(Label.verbatim("Newer"));

        assertThat(ids(twice)).doesNotHaveDuplicates().hasSize(5).startsWith("main", "more", "rest");
    }

    @Test
    void movesASectionAndStopsAtTheEnds() {
        assertThat(ids(new Arrangement(CARD).moved("rest", 0))).containsExactly("rest", "main", "more");
        assertThat(ids(new Arrangement(CARD).moved("main", 9))).containsExactly("more", "rest", "main");
    }

    @Test
    void leavesTheFieldsOfADeletedSectionToItsNeighbour() {
        assertThat(fields(new Arrangement(CARD).without("more"))).containsExactly(List.of("a", "b", "c", "d"), List.of());
        assertThat(fields(new Arrangement(CARD).without("main"))).containsExactly(List.of("a", "b", "c", "d"), List.of());
    }

    @Test
    void keepsTheOnlySection() {
        Card only = new Card(List.of(section("main", "a")), Set.of());

        assertThat(new Arrangement(only).without("main")).isEqualTo(only);
    }

    @Test
    void putsAFieldInFrontOfAnotherOrAtTheEnd() {
        assertThat(fields(new Arrangement(CARD).placed("c", "main", "a"))).first().isEqualTo(List.of("c", "a", "b"));
        assertThat(fields(new Arrangement(CARD).placed("a", "more", ""))).startsWith(List.of("b", "c"), List.of("d", "a"));
    }

    @Test
    void stepsOverTheEdgeIntoTheNextSection() {
        assertThat(fields(new Arrangement(CARD).stepped("c", false, SHOWN))).startsWith(List.of("a", "b"), List.of("c", "d"));
        assertThat(fields(new Arrangement(CARD).stepped("d", true, SHOWN))).startsWith(List.of("a", "b", "c", "d"), List.of());
        assertThat(new Arrangement(CARD).stepped("a", true, SHOWN)).isEqualTo(CARD);
    }

    @Test
    void stepsPastFieldsThatAreNotShown() {
        assertThat(fields(new Arrangement(CARD).stepped("c", true, Set.of("a", "c")))).first().isEqualTo(List.of("c", "a", "b"));
    }

    @Test
    void hidesAFieldAndShowsItAgain() {
        Card hiding = new Arrangement(CARD).hiding("b");

        assertThat(hiding.hidden()).containsExactlyInAnyOrder("z", "b");
        assertThat(new Arrangement(hiding).placed("b", "rest", "")).satisfies(card -> {
            assertThat(card.hidden()).containsExactly("z");
            assertThat(fields(card)).containsExactly(List.of("a", "c"), List.of("d"), List.of("b"));
        });
    }

    @Test
    void namesASectionThatIsGone() {
        assertThatThrownBy(() -> new Arrangement(CARD).placed("a", "gone", "")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("'gone'");
    }
}

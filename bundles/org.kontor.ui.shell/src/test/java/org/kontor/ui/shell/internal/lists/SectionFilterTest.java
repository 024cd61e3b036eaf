package org.kontor.ui.shell.internal.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.api.documents.Filter;

class SectionFilterTest {
    private static final Filter WORDS = new Filter.Words("rome");
    private static final Filter EMPTY = new Filter.Empty("responsible");

    @Test
    void narrowsDownToASectionBesideOtherConditions_UI10() {
        Filter conditions = new Filter.And(List.of(WORDS, EMPTY));

        assertThat(SectionFilter.with(conditions, List.of("1", "3"))).isEqualTo(new Filter.And(List.of(WORDS, EMPTY, new Filter.In("section", List.of("1", "3")))));
    }

    @Test
    void takesAnotherSectionInPlaceOfTheFormer_UI10() {
        Filter conditions = new Filter.And(List.of(WORDS, new Filter.In("section", List.of("1", "3"))));

        assertThat(SectionFilter.with(conditions, List.of("2"))).isEqualTo(new Filter.And(List.of(WORDS, new Filter.In("section", List.of("2")))));
        assertThat(SectionFilter.with(conditions, List.of())).isEqualTo(WORDS);
    }

    @Test
    void tellsTheSectionThatConditionsName_UI10() {
        assertThat(SectionFilter.chosen(new Filter.In("section", List.of("1", "3")))).contains("1");
        assertThat(SectionFilter.chosen(new Filter.And(List.of(WORDS, new Filter.Compare("section", Filter.Operator.EQUAL, "2"))))).contains("2");
        assertThat(SectionFilter.chosen(WORDS)).isEmpty();
    }
}

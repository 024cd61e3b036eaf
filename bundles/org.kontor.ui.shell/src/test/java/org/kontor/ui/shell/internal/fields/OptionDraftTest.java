package org.kontor.ui.shell.internal.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kontor.api.documents.Kind.Choice.Option;
import org.kontor.api.labels.Label;

class OptionDraftTest {
    private final OptionDraft draft = new OptionDraft(List.of(), label -> ((Label.Verbatim) label).text());

    private List<String> names() {
        return draft.all().stream().map(option -> ((Label.Verbatim) option.name()).text()).toList();
    }

    @Test
    void makesAValueOfEachLineThatIsNotThereYet_FLD16() {
        draft.add(Label.verbatim("Red"));

        int added = draft.addLines("Green\n\n  blue \nRED\r\nGreen\n", Label::verbatim);

        assertThat(added).isEqualTo(2);
        assertThat(names()).containsExactly("Red", "Green", "blue");
    }

    @Test
    void takesTwoThousandLines_FLD16() {
        String lines = IntStream.range(0, 2000).mapToObj(line -> "Value " + line).collect(Collectors.joining("\n"));

        assertThat(draft.addLines(lines, Label::verbatim)).isEqualTo(2000);
    }

    @Test
    void changesPlacesByArrows_FLD15() {
        draft.addLines("a\nb\nc", Label::verbatim);

        draft.move(2, -1);
        draft.move(0, -1);
        draft.move(2, 1);

        assertThat(names()).containsExactly("a", "c", "b");
    }

    @Test
    void makesReadableIdsThatAreFree_FLD15() {
        draft.addLines("Très bien\nTres, bien\nЦвет\nвес", Label::verbatim);

        assertThat(draft.all()).extracting(Option::id).containsExactly("tres-bien", "tres-bien-2", "value", "value-2");
    }

    @Test
    void keepsTheIdOfARenamedValue_FLD15() {
        draft.addLines("Red", Label::verbatim);

        draft.rename(0, Label.verbatim("Crimson"));
        draft.offer(0, false);

        assertThat(draft.all()).containsExactly(new Option("red", Label.verbatim("Crimson"), false));
    }
}

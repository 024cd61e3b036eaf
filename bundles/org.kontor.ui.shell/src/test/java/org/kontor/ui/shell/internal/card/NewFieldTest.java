package org.kontor.ui.shell.internal.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kontor.api.documents.Kind;
import org.kontor.api.labels.Label;

/// FLD-16: a choice gets its values from lines.
class NewFieldTest {
    @Test
    void makesAnOptionOfEachLineOnce() {
        assertThat(NewField.options(" Small \n\nLarge\r\nSmall"))
                .containsExactly(new Kind.Choice.Option("v1", Label.verbatim("Small")), new Kind.Choice.Option("v2", Label.verbatim("Large")));
    }
}

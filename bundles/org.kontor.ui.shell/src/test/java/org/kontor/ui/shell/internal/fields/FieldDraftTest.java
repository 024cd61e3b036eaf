package org.kontor.ui.shell.internal.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kontor.api.documents.Computation;
import org.kontor.api.documents.Display;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Field.Trait;
import org.kontor.api.documents.FieldRule;
import org.kontor.api.documents.FieldRule.Effect;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Preset;
import org.kontor.api.labels.Label;

class FieldDraftTest {
    private final FieldDraft draft = FieldDraft.fresh();

    @Test
    void startsAsALineOfText_FLD10() {
        assertThat(draft.now().kind()).isEqualTo(new Kind.Text(250, 1));
        assertThat(draft.now().traits()).containsExactly(Trait.CUSTOM);
    }

    @Test
    void forgetsWhatBelongedToAnotherKind_FLD10() {
        draft.kind(FieldKind.NUMBER);
        draft.preset(new Preset.Fixed(BigDecimal.ONE));
        draft.display(_ -> new Display(Display.Appearance.CHECKBOXES, 7, Optional.empty()));

        draft.kind(FieldKind.DATE);

        assertThat(draft.now()).isEqualTo(Field.of("field", new Kind.Date()).with(Trait.CUSTOM));
    }

    @Test
    void staysManifoldWithAnotherKindThatCanBe_FLD7() {
        draft.several(true);

        draft.kind(FieldKind.USER);
        assertThat(draft.now().kind()).isEqualTo(new Kind.Many<>(new Kind.User()));
        draft.kind(FieldKind.YES_NO);
        assertThat(draft.now().kind()).isEqualTo(new Kind.YesNo());
    }

    @Test
    void keepsOptionsWhenItBecomesManifold_FLD7() {
        Kind.Choice choice = new Kind.Choice(List.of(new Kind.Choice.Option("a", Label.verbatim("A"))));
        draft.kind(FieldKind.CHOICE);
        draft.one(choice);
        draft.preset(new Preset.Fixed("a"));

        draft.several(true);

        assertThat(draft.now().kind()).isEqualTo(new Kind.Many<>(choice));
        assertThat(draft.now().preset()).isEqualTo(new Preset.None());
    }

    @Test
    void hasNoDefaultWhenItIsComputed() {
        draft.kind(FieldKind.NUMBER);
        draft.preset(new Preset.Fixed(BigDecimal.ONE));

        draft.compute(Optional.of(new Computation.Formula("amount * 2")));

        assertThat(draft.now().preset()).isEqualTo(new Preset.None());
        assertThat(draft.computed()).isTrue();
    }

    @Test
    void setsAndTakesAwayMarks_FLD6_FLD8_FLD9() {
        draft.trait(Trait.REQUIRED, true);
        draft.trait(Trait.LISTED, true);
        draft.trait(Trait.FILTERED, true);
        draft.trait(Trait.LISTED, false);

        assertThat(draft.now().traits()).containsExactlyInAnyOrder(Trait.CUSTOM, Trait.REQUIRED, Trait.FILTERED);
    }

    @Test
    void hasOneConditionForEachEffect() {
        Filter won = Filter.stage("won");
        Filter empty = new Filter.Empty("amount");
        FieldDraft ruled = FieldDraft.of(Field.text("note").ruledBy(new FieldRule(Effect.REQUIRED, won), new FieldRule(Effect.REQUIRED, empty), new FieldRule(Effect.VISIBLE, won)));

        assertThat(ruled.when(Effect.REQUIRED)).isEqualTo(new Filter.Or(List.of(won, empty)));
        ruled.rule(Effect.REQUIRED, Filter.any());
        assertThat(ruled.now().rules()).containsExactly(new FieldRule(Effect.VISIBLE, won));
        assertThat(ruled.when(Effect.REQUIRED)).isEqualTo(Filter.any());
    }

    @Test
    void offersEveryKindButBookings_FLD23_FLD24() {
        assertThat(FieldKind.offered()).hasSize(FieldKind.values().length - 1).doesNotContain(FieldKind.BOOKING);
    }
}

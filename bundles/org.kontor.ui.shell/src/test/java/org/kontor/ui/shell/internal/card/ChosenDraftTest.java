package org.kontor.ui.shell.internal.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kontor.api.documents.Change.Clash;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Values;

class ChosenDraftTest {
    private static final Field<String> TITLE = Field.text("title");
    private static final Field<String> CITY = Field.text("city");
    private static final Field<String> NOTE = Field.text("note");
    private static final DocumentType TYPE = new DocumentType("deal", "briefcase", List.of(TITLE, CITY, NOTE), TITLE, Optional.empty(), Optional.empty(), true);
    private static final Clash TITLES = new Clash("title", Optional.of("a"), Optional.of("theirs"), Optional.of("mine"));
    private static final Clash CITIES = new Clash("city", Optional.of("Rome"), Optional.of("Milan"), Optional.empty());
    private static final Draft MINE = Draft.of(Values.none().with(TITLE, "mine").cleared(CITY).with(NOTE, "only me"));

    @Test
    void writesWhatNobodyElseTouchedWhenTheirsIsKept() {
        Draft draft = new ChosenDraft(TYPE, MINE, List.of(TITLES, CITIES)).keeping(Set.of());

        assertThat(draft.values()).isEqualTo(Values.none().with(NOTE, "only me"));
    }

    @Test
    void choosesForEachFieldByItself() {
        Draft draft = new ChosenDraft(TYPE, MINE, List.of(TITLES, CITIES)).keeping(Set.of("city"));

        assertThat(draft.values()).isEqualTo(Values.none().with(NOTE, "only me").cleared(CITY));
    }

    @Test
    void movesToTheStageOnlyWhenThatIsChosen() {
        Clash stages = new Clash("stage", Optional.of("new"), Optional.of("won"), Optional.of("lost"));
        ChosenDraft chosen = new ChosenDraft(TYPE, Draft.move("lost"), List.of(stages));

        assertThat(chosen.keeping(Set.of()).stage()).isEmpty();
        assertThat(chosen.keeping(Set.of("stage")).stage()).contains("lost");
    }

    @Test
    void takesWhatAnUndoWouldDoFromTheClashes() {
        Draft draft = new ChosenDraft(TYPE, Draft.of(Values.none()), List.of(TITLES)).keeping(Set.of("title"));

        assertThat(draft.values()).isEqualTo(Values.none().with(TITLE, "mine"));
    }
}

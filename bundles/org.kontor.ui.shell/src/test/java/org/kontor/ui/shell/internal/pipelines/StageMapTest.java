package org.kontor.ui.shell.internal.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;

class StageMapTest {
    private static final Pipeline TARGET = new Pipeline("repairs", Label.verbatim("Repairs"), List.of(
            stage("r-new", "Arrived", Stage.Meaning.INITIAL),
            stage("r-offer", "Offer", Stage.Meaning.IN_WORK),
            stage("r-work", "On the bench", Stage.Meaning.IN_WORK),
            stage("r-won", "Paid", Stage.Meaning.WON),
            stage("r-lost", "Scrapped", Stage.Meaning.LOST)));

    @Test
    void takesTheStageOfTheSameName_Q1() {
        assertThat(guess(stage("offer", "offer ", Stage.Meaning.IN_WORK))).containsExactly(Map.entry("offer", "r-offer"));
    }

    @Test
    void takesAStageOfTheSameMeaningWhereNoNameFits_Q1() {
        assertThat(guess(stage("won", "Won", Stage.Meaning.WON), stage("lost", "Lost", Stage.Meaning.LOST))).containsExactly(Map.entry("won", "r-won"), Map.entry("lost", "r-lost"));
    }

    @Test
    void takesTheNearestOfSeveralOfTheSameMeaning_Q1() {
        assertThat(guess(stage("new", "New", Stage.Meaning.INITIAL), stage("call", "Call", Stage.Meaning.IN_WORK), stage("build", "Build", Stage.Meaning.IN_WORK)))
                .containsEntry("call", "r-offer").containsEntry("build", "r-work");
    }

    private static Map<String, String> guess(Stage... from) {
        return StageMap.guess(List.of(from), TARGET, stage -> ((Label.Verbatim) stage.name()).text());
    }

    private static Stage stage(String id, String name, Stage.Meaning meaning) {
        return new Stage(id, Label.verbatim(name), meaning, 1);
    }
}

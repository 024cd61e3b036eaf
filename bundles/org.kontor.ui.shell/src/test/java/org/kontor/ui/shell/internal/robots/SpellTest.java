package org.kontor.ui.shell.internal.robots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpellTest {
    @Test
    void isSaidInTheLargestUnitThatFits() {
        assertThat(Spell.of(Duration.ofHours(48))).isEqualTo(new Spell(2, Spell.Unit.DAYS));
        assertThat(Spell.of(Duration.ofMinutes(90))).isEqualTo(new Spell(90, Spell.Unit.MINUTES));
    }

    @Test
    void readsWhatItSays() {
        assertThat(Spell.read(" 3 ", Spell.Unit.HOURS)).contains(Duration.ofHours(3));
    }

    @Test
    void refusesNothingPartsAndMoreThanTenYears() {
        assertThat(Spell.read("0", Spell.Unit.MINUTES)).isEmpty();
        assertThat(Spell.read("1.5", Spell.Unit.HOURS)).isEmpty();
        assertThat(Spell.read("3661", Spell.Unit.DAYS)).isEmpty();
    }
}

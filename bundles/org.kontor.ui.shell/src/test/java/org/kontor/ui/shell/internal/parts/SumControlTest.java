package org.kontor.ui.shell.internal.parts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SumControlTest {

    @Test
    void addsTheChosenCurrencyToAnAmount() {
        assertThat(SumControl.joined("1,200.50", "USD")).isEqualTo("1,200.50 USD");
    }

    @Test
    void letsACurrencyTypedWithTheAmountWin() {
        assertThat(SumControl.joined("200 €", "USD")).isEqualTo("200 €");
    }

    @Test
    void isNothingWithoutAnAmount() {
        assertThat(SumControl.joined("", "USD")).isEmpty();
    }
}

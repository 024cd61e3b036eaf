package org.kontor.core.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTextTest {
    private static final Map<String, BigDecimal> GIVEN = Map.of("a", new BigDecimal("6"), "b", new BigDecimal("4"), "longName", new BigDecimal("0.5"));

    private static Optional<String> value(String formula) {
        return FormulaText.read(formula).value(GIVEN).map(number -> number.stripTrailingZeros().toPlainString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "a + b | 10", "a - b - 1 | 1", "a + b * 2 | 14", "(a + b) * 2 | 20", "-a + +b | -2", "a / b | 1.5", "a * longName | 3", "2 | 2", "1.25 * b | 5",
        "round(a / 7, 2) | 0.86", "min(a, b, 5) | 4", "max(a, b) | 6", "if(a > b, 1, 2) | 1", "if(a <= b, 1, 2) | 2", "if(a = 6, b, a) | 4", "if(a != 6, b, a / 0) |",
        "if(a >= b, if(b < 5, 7, 8), 9) | 7", "IF(a > b, ROUND(1.26, 1), 0) | 1.3"})
    void computes(String formula, String value) {
        assertThat(value(formula)).isEqualTo(Optional.ofNullable(value));
    }

    @Test
    void knowsTheFieldsItLooksAt() {
        assertThat(FormulaText.read("a + round(b, 2) * if(a > longName, a, 1)").fieldIds()).containsExactlyInAnyOrder("a", "b", "longName");
    }

    @Test
    void tellsSmallAndLargeLettersApart() {
        assertThat(FormulaText.read("aB + ab").value(Map.of("aB", BigDecimal.ONE, "ab", BigDecimal.TEN))).contains(BigDecimal.valueOf(11));
    }

    @Test
    void hasNoValueWhereItDividesByZero() {
        assertThat(value("a / (b - 4)")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "a +", "a b", "2a", "(a", "a)", "a ^ b", "a ^ 999999999", "a % b", "a && b", "!a", "a > b", "(a > b) + 1", "if(a, 1, 2)", "if(1, 2, 3)", "if(a > b, 1)", "min()",
        "fact(100000)", "random()", "sqrt(a)", "sum(a, b)", "switch(a, 1, 2)", "coalesce(a, b)", "str_format(\"%s\", a)", "dt_now()", "\"text\"", "'text'", "\"a\" + b",
        "1e999999999", "1E5", "0x7fffffff", "99999999999999999999", "round(a, 999999999)", "round(a, b)", "round(a, -5)", "round(a)", "a[0]", "a.b", "a.getClass", "PI", "TRUE", "null", "e",
        "A", "_a", "поле", "a; b", "a -- drop table", "${a}", "if(a > b > a, 1, 2)", "if((a > b) + 1 > 0, 1, 2)", "a = b"})
    void refusesWhatIsNoArithmetic(String formula) {
        if (formula.equals("e") || formula.equals("null")) {
            assertThat(FormulaText.read(formula).fieldIds()).containsExactly(formula);
        } else {
            assertThatThrownBy(() -> FormulaText.read(formula)).isInstanceOf(IllegalArgumentException.class).message().isNotBlank();
        }
    }

    @Test
    void refusesWhatIsTooLongOrTooDeep() {
        assertThatThrownBy(() -> FormulaText.read("a + ".repeat(200) + "a")).hasMessageContaining("500");
        assertThatThrownBy(() -> FormulaText.read("1-(".repeat(110) + "a" + ")".repeat(110))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FormulaText.read("a" + "+1".repeat(110))).hasMessageContaining("100 levels");
        assertThatThrownBy(() -> FormulaText.read("-".repeat(400) + "a")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FormulaText.read("min(".repeat(110) + "a" + ")".repeat(110))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neitherHangsNorFailsOtherwiseOverAnything() {
        Random random = new Random(3);
        String[] parts = {"a", "b", "9", "0.1", "+", "-", "*", "/", "(", ")", ",", ">", "if(", "min(", "round(", "^", "\"", "e9", " ", ".", "[", "]", "\u0000", "🙂"};

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (int round = 0; round < 20_000; round++) {
                StringBuilder text = new StringBuilder();
                for (int i = random.nextInt(30); i >= 0; i--) {
                    text.append(parts[random.nextInt(parts.length)]);
                }
                try {
                    FormulaText.read(text.toString()).value(GIVEN);
                } catch (IllegalArgumentException expected) {
                    assertThat(expected).hasMessageNotContaining("Exception");
                }
            }
        });
    }

    @Test
    void staysQuickWithHugeResults() {
        String product = "a" + " * a".repeat(95);

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> FormulaText.read("round(" + product + ", 2)").value(Map.of("a", new BigDecimal("9".repeat(20)))));
    }
}

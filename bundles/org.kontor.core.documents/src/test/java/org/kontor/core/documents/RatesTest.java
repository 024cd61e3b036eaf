package org.kontor.core.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.core.documents.ShapeDesk.ADMIN;
import static org.kontor.core.documents.ShapeDesk.ANNA;
import static org.kontor.core.documents.ShapeDesk.euro;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.documents.Money;
import org.kontor.api.documents.Rates.Conversion;
import org.kontor.api.documents.Rates.Rate;
import org.kontor.storage.Engine;

@ParameterizedClass
@EnumSource(Engine.class)
class RatesTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency JPY = Currency.getInstance("JPY");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    private final Engine engine;
    private ShapeDesk desk;

    RatesTest(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        desk = new ShapeDesk(engine);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void set(Currency from, Currency to, LocalDate day, String factor) {
        desk.done(desk.rates.put(new Rate(from, to, day, new BigDecimal(factor)), ADMIN));
    }

    private static Conversion converted(String amount, Currency currency, LocalDate day) {
        return new Conversion.Converted(Money.of(new BigDecimal(amount), currency), day);
    }

    @Test
    void convertsByTheLatestRateUpToTheDay() {
        set(EUR, USD, DAY, "1.10");
        set(EUR, USD, DAY.plusDays(10), "1.20");

        assertThat(desk.rates.convert(euro("10"), USD, DAY.plusDays(9))).isEqualTo(converted("11.00", USD, DAY));
        assertThat(desk.rates.convert(euro("10"), USD, DAY.plusDays(10))).isEqualTo(converted("12.00", USD, DAY.plusDays(10)));
    }

    @Test
    void convertsByTheInverseAndThroughAThirdCurrency() {
        set(EUR, USD, DAY, "1.25");
        set(EUR, JPY, DAY.plusDays(1), "160");

        assertThat(desk.rates.convert(Money.of(new BigDecimal("12.50"), USD), EUR, DAY)).isEqualTo(converted("10.00", EUR, DAY));
        assertThat(desk.rates.convert(Money.of(new BigDecimal("10"), USD), JPY, DAY.plusDays(1))).isEqualTo(converted("1280", JPY, DAY));
    }

    @Test
    void needsNoRateForTheSameCurrency() {
        assertThat(desk.rates.convert(euro("10"), EUR, DAY)).isEqualTo(converted("10.00", EUR, DAY));
    }

    @Test
    void addsSumsAndTellsTheOldestRate() {
        set(USD, EUR, DAY, "0.8");

        assertThat(desk.rates.sum(List.of(euro("1"), Money.of(new BigDecimal("10"), USD)), EUR, DAY.plusDays(5))).isEqualTo(converted("9.00", EUR, DAY));
    }

    @Test
    void namesThePairWithoutARate() {
        set(EUR, USD, DAY, "1.10");

        Conversion answer = desk.rates.convert(euro("10"), USD, DAY.minusDays(1));

        assertThat(answer).isInstanceOfSatisfying(Conversion.NoRate.class, none -> assertThat(desk.labels.text(none.reason(), Locale.ENGLISH)).contains("EUR", "USD", "2026-10-31"));
    }

    @Test
    void replacesTheRateOfADayAndTakesItAway() {
        set(EUR, USD, DAY, "1.10");
        set(EUR, USD, DAY, "1.15");
        assertThat(desk.rates.all()).containsExactly(new Rate(EUR, USD, DAY, new BigDecimal("1.15")));

        desk.done(desk.rates.delete(desk.rates.all().getFirst(), ADMIN));
        assertThat(desk.rates.all()).isEmpty();
    }

    @Test
    void refusesWhatIsNoRate() {
        assertThat(desk.refused(desk.rates.put(new Rate(EUR, EUR, DAY, BigDecimal.TWO), ADMIN))).containsExactly("documents.rate.same");
        assertThat(desk.refused(desk.rates.put(new Rate(EUR, USD, DAY, BigDecimal.ZERO), ADMIN))).containsExactly("documents.rate.factor");
        assertThat(desk.refused(desk.rates.put(new Rate(EUR, USD, DAY, new BigDecimal("1e300")), ADMIN))).containsExactly("documents.rate.factor");
        assertThat(desk.refused(desk.rates.put(new Rate(EUR, USD, DAY, new BigDecimal("1e-300")), ADMIN))).containsExactly("documents.rate.factor");
        assertThat(desk.refused(desk.rates.put(new Rate(EUR, USD, DAY, BigDecimal.TWO), ANNA))).containsExactly("documents.rate.denied");
    }
}

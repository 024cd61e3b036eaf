package org.kontor.core.documents;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.api.documents.Rates.Rate;

/// The rates that hold on a day, the latest of each pair.
record DayRates(LocalDate day, List<Rate> rates) {
    static final MathContext PRECISION = MathContext.DECIMAL128;

    /// What one unit of a currency is in another, and the day of the oldest rate used for it.
    record Found(BigDecimal factor, LocalDate day) {
        private Found then(Found next) {
            return new Found(factor.multiply(next.factor, PRECISION), day.isBefore(next.day) ? day : next.day);
        }
    }

    Optional<Found> find(Currency from, Currency to) {
        return from.equals(to) ? Optional.of(new Found(BigDecimal.ONE, day)) : straight(from, to).or(() -> across(from, to));
    }

    private Optional<Found> straight(Currency from, Currency to) {
        return pair(from, to).or(() -> pair(to, from).map(found -> new Found(BigDecimal.ONE.divide(found.factor(), PRECISION), found.day())));
    }

    private Optional<Found> pair(Currency from, Currency to) {
        return rates.stream().filter(rate -> rate.from().equals(from) && rate.to().equals(to)).findFirst().map(rate -> new Found(rate.factor(), rate.day()));
    }

    /// By way of a third currency, the one with the newest rates.
    private Optional<Found> across(Currency from, Currency to) {
        return rates.stream()
                .flatMap(rate -> Stream.of(rate.from(), rate.to()))
                .distinct()
                .flatMap(between -> straight(from, between).flatMap(first -> straight(between, to).map(first::then)).stream())
                .reduce((one, other) -> other.day().isAfter(one.day()) ? other : one);
    }
}

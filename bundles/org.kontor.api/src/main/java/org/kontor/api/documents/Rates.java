package org.kontor.api.documents;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.osgi.annotation.versioning.ProviderType;

/// Exchange rates by day, as administrators set them; a rate holds from its day until a later one.
@ProviderType
public interface Rates {
    /// One unit of `from` is `factor` of `to`, from `day` on.
    record Rate(Currency from, Currency to, LocalDate day, BigDecimal factor) {}

    /// What became of a conversion.
    sealed interface Conversion {
        /// `rateDay` is the day of the oldest rate that was used, the day asked for when none was needed.
        record Converted(Money money, LocalDate rateDay) implements Conversion {}

        /// There is no rate for a pair; `reason` names it and the day.
        record NoRate(Currency from, Currency to, Label reason) implements Conversion {}
    }

    /// All rates that were set, the newest first, at most 10,000.
    List<Rate> all();

    /// Converts a sum by the rates of a day: by a rate of the pair, of the inverse pair, or by way of one third currency. Rounded half up to the smallest unit.
    Conversion convert(Money money, Currency to, LocalDate day);

    /// Converts and adds; nothing is zero. The first pair without a rate refuses the whole. Reads the rates once, however many sums there are.
    Conversion sum(List<Money> sums, Currency to, LocalDate day);

    /// Sets the rate of a pair and day. Needs the permission to administer. Refused for a pair of the same currency, or a factor that is not above zero or has more than 12 digits before or after
    /// the point.
    Amendment<Rate> put(Rate rate, Actor actor);

    /// Takes a rate away.
    Amendment<Rate> delete(Rate rate, Actor actor);
}

package org.kontor.api.documents;

import java.math.BigDecimal;
import java.util.Currency;

/// A sum in one currency.
///
/// `minor` counts the smallest unit of the currency: 1050 in EUR is 10.50 €. Source of the unit sizes: ISO 4217, as in
/// [Currency#getDefaultFractionDigits()].
public record Money(long minor, Currency currency) {

    /// A sum from a decimal number.
    ///
    /// @throws ArithmeticException when it has more decimals than the currency, or does not fit
    public static Money of(BigDecimal amount, Currency currency) {
        return new Money(amount.movePointRight(digits(currency)).longValueExact(), currency);
    }

    /// The sum as a decimal number with the currency's decimals.
    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, digits(currency));
    }

    /// The sum of both.
    ///
    /// @throws IllegalArgumentException when the currencies differ: convert first
    /// @throws ArithmeticException when the sum does not fit
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency + ": convert first");
        }
        return new Money(Math.addExact(minor, other.minor), currency);
    }

    private static int digits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}

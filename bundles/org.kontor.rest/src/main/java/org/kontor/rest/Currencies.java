package org.kontor.rest;

import java.util.Currency;
import java.util.Optional;

/// Currencies by their code of ISO 4217.
final class Currencies {
    private Currencies() {}

    static Optional<Currency> of(String code) {
        return Currency.getAvailableCurrencies().stream().filter(currency -> currency.getCurrencyCode().equals(code)).findFirst();
    }
}

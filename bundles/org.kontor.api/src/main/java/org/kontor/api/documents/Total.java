package org.kontor.api.documents;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/// The sum of a number field over documents; of a money field one for each currency, in its main unit (12.50 for 12 euro 50).
public record Total(String fieldId, Optional<Currency> currency, BigDecimal amount) {}

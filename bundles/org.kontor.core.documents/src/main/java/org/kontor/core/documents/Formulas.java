package org.kontor.core.documents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.kontor.api.documents.Computation;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Money;
import org.kontor.api.documents.Values;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the formula fields of a document say.
final class Formulas {
    private static final Logger LOG = LoggerFactory.getLogger(Formulas.class);
    private static final int KEPT = 2000;
    private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(15);

    private final Map<String, Optional<FormulaText>> read = new ConcurrentHashMap<>();

    /// The values with those of all formula fields, each after those it looks at. Values are the same again when nothing follows.
    Values complete(DocumentType type, Values values) {
        List<Field<?>> formulas = of(type);
        Values complete = values;
        Set<String> done = new HashSet<>();
        for (Field<?> field : formulas) {
            complete = follow(type, field, complete, done);
        }
        return complete;
    }

    /// The formula fields of a type.
    static List<Field<?>> of(DocumentType type) {
        return type.fields().stream().filter(field -> field.computation().filter(Computation.Formula.class::isInstance).isPresent()).toList();
    }

    /// `done` also keeps a circle, which was refused when it was made, from going on for ever.
    private Values follow(DocumentType type, Field<?> field, Values values, Set<String> done) {
        Optional<FormulaText> formula = field.computation().filter(Computation.Formula.class::isInstance).flatMap(way -> text(((Computation.Formula) way).expression()));
        if (formula.isEmpty() || !done.add(field.id())) {
            return values;
        }
        Values complete = values;
        for (String id : formula.get().fieldIds()) {
            Optional<Field<?>> other = type.field(id);
            complete = other.isPresent() ? follow(type, other.get(), complete, done) : complete;
        }
        Optional<Object> value = value(type, field, formula.get(), complete);
        return value.isPresent() ? complete.withAny(field, value.get()) : complete.any(field).isPresent() ? complete.cleared(field) : complete;
    }

    private Optional<FormulaText> text(String expression) {
        if (read.size() > KEPT) {
            read.clear();
        }
        return read.computeIfAbsent(expression, text -> {
            try {
                return Optional.of(FormulaText.read(text));
            } catch (IllegalArgumentException e) {
                LOG.error("formula '{}' can't be read: the field has no value", text, e);
                return Optional.empty();
            }
        });
    }

    private static Optional<Object> value(DocumentType type, Field<?> field, FormulaText formula, Values values) {
        Map<String, BigDecimal> given = new HashMap<>();
        Set<Currency> currencies = new HashSet<>();
        for (String id : formula.fieldIds()) {
            switch (type.field(id).flatMap(values::any).orElse("")) {
                case BigDecimal number -> given.put(id, number);
                case Money money -> {
                    given.put(id, money.amount());
                    currencies.add(money.currency());
                }
                case Object _ -> {
                    return Optional.empty();
                }
            }
        }
        return currencies.size() > 1 ? Optional.empty() : formula.value(given).flatMap(number -> fitted(field.kind(), number, currencies.stream().findFirst()));
    }

    /// The number as a value of the field, rounded half up; none when it is too large.
    static Optional<Object> fitted(Kind<?> kind, BigDecimal number, Optional<Currency> currency) {
        if (number.precision() - number.scale() > TOO_LARGE.precision() - 1) {
            return Optional.empty();
        }
        return switch (kind) {
            case Kind.Number(int decimals) -> Optional.of(plain(number.setScale(decimals, RoundingMode.HALF_UP)));
            case Kind.Sum(String own) -> {
                Currency in = currency.orElseGet(() -> Currency.getInstance(own));
                yield Optional.of(Money.of(number.setScale(Math.max(0, in.getDefaultFractionDigits()), RoundingMode.HALF_UP), in));
            }
            default -> Optional.empty();
        };
    }

    /// As it is read from the database, so that equal numbers are equal.
    private static BigDecimal plain(BigDecimal number) {
        return number.stripTrailingZeros();
    }
}

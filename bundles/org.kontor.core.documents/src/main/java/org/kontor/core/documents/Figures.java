package org.kontor.core.documents;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.api.documents.Computation.RollUp.How;
import org.kontor.api.documents.Kind;
import org.kontor.storage.Row;
import org.kontor.storage.Sql;
import org.kontor.storage.Transaction;

/// The figures of roll-ups, read from the linking documents: one statement for any number of documents.
final class Figures {
    /// What one document gets, in one currency; none for numbers.
    private record Part(long parent, Optional<Currency> currency, BigDecimal figure) {}

    private final RateTable rates;
    private final Clock clock;

    Figures(RateTable rates, Clock clock) {
        this.rates = rates;
        this.clock = clock;
    }

    /// The values of a roll-up field by the id of the document; nothing where there is none.
    Map<Long, Optional<Object>> of(Transaction tx, Feed feed, Collection<Long> ids) {
        Map<Long, List<Part>> parts = tx.query(sql(feed, ids), row -> part(feed, row)).stream().collect(Collectors.groupingBy(Part::parent));
        Map<Long, Optional<Object>> figures = new HashMap<>();
        for (Long id : ids) {
            figures.put(id, value(feed, parts.getOrDefault(id, List.of())));
        }
        return figures;
    }

    private static Sql sql(Feed feed, Collection<Long> ids) {
        List<Column> link = Column.of(feed.link());
        List<Column> value = feed.value().map(Column::of).orElse(List.of());
        String by = link.getFirst().name() + (value.size() > 1 ? ", " + value.getLast().name() : "");
        List<Object> parameters = new ArrayList<>(List.of(feed.parent().id()));
        parameters.addAll(ids);
        return new Sql("select " + by + ", " + figure(feed.way().how(), value) + " as figure from " + Tables.name(feed.child()) + " where deleted = false and " + link.getLast().name()
                + " = ? and " + link.getFirst().name() + " in (" + ids.stream().map(_ -> "?").collect(Collectors.joining(", ")) + ")"
                + (value.isEmpty() ? "" : " and " + value.getFirst().name() + " is not null") + " group by " + by, parameters);
    }

    private static String figure(How how, List<Column> value) {
        return switch (how) {
            case COUNT -> "cast(count(*) as numeric(20))";
            case SUM -> "sum(" + value.getFirst().name() + ")";
            case LEAST -> "min(" + value.getFirst().name() + ")";
            case GREATEST -> "max(" + value.getFirst().name() + ")";
        };
    }

    private static Part part(Feed feed, Row row) {
        List<Column> value = feed.value().map(Column::of).orElse(List.of());
        Optional<Currency> currency = value.size() > 1 ? row.optionalText(value.getLast().name()).map(Currency::getInstance) : Optional.empty();
        BigDecimal figure = row.optionalDecimal("figure").orElse(BigDecimal.ZERO);
        return new Part(row.number(Column.of(feed.link()).getFirst().name()), currency,
                currency.map(in -> figure.movePointLeft(Math.max(0, in.getDefaultFractionDigits()))).orElse(figure));
    }

    private Optional<Object> value(Feed feed, List<Part> parts) {
        if (parts.isEmpty()) {
            return start(feed.field().kind(), feed.way().how());
        }
        List<BigDecimal> figures = feed.field().kind() instanceof Kind.Sum(String currency) ? converted(parts, Currency.getInstance(currency)) : parts.stream().map(Part::figure).toList();
        Optional<BigDecimal> all = switch (feed.way().how()) {
            case COUNT, SUM -> figures.stream().reduce(BigDecimal::add);
            case LEAST -> figures.stream().min(BigDecimal::compareTo);
            case GREATEST -> figures.stream().max(BigDecimal::compareTo);
        };
        return all.flatMap(figure -> Formulas.fitted(feed.field().kind(), figure, Optional.empty()));
    }

    /// Without documents there are none of them, and their sum is nothing; there is no least.
    static Optional<Object> start(Kind<?> kind, How how) {
        return how == How.COUNT || how == How.SUM ? Formulas.fitted(kind, BigDecimal.ZERO, Optional.empty()) : Optional.empty();
    }

    /// Empty when a rate is missing.
    private List<BigDecimal> converted(List<Part> parts, Currency to) {
        if (parts.stream().allMatch(part -> part.currency().filter(to::equals).isPresent())) {
            return parts.stream().map(Part::figure).toList();
        }
        DayRates day = rates.on(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        List<BigDecimal> all = new ArrayList<>();
        for (Part part : parts) {
            Optional<DayRates.Found> rate = day.find(part.currency().orElse(to), to);
            if (rate.isEmpty()) {
                return List.of();
            }
            all.add(part.figure().multiply(rate.get().factor(), DayRates.PRECISION));
        }
        return all;
    }
}

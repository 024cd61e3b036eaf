package org.kontor.core.documents;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.kontor.api.documents.Rates.Rate;
import org.kontor.storage.Database;
import org.kontor.storage.Row;
import org.kontor.storage.Sql;

/// The kept exchange rates.
final class RateTable {
    private static final String SELECT = "select r.from_currency, r.to_currency, r.rate_day, r.factor from exchange_rate r";

    private final Database database;

    RateTable(Database database) {
        this.database = database;
    }

    List<Rate> newest(int limit) {
        return database.read(tx -> tx.query(Sql.of(SELECT + " order by r.rate_day desc, r.from_currency, r.to_currency limit ?", (long) limit), RateTable::rate));
    }

    /// The rates that hold on a day.
    DayRates on(LocalDate day) {
        Sql sql = Sql.of(SELECT + " where r.rate_day = (select max(l.rate_day) from exchange_rate l where l.from_currency = r.from_currency and l.to_currency = r.to_currency and l.rate_day <= ?)"
                + " order by r.from_currency, r.to_currency", day);
        return new DayRates(day, database.read(tx -> tx.query(sql, RateTable::rate)));
    }

    void put(Rate rate) {
        database.write(tx -> {
            tx.update(delete(rate));
            return tx.update(Sql.of("insert into exchange_rate (from_currency, to_currency, rate_day, factor) values (?, ?, ?, ?)",
                    rate.from().getCurrencyCode(), rate.to().getCurrencyCode(), rate.day(), rate.factor()));
        });
    }

    int remove(Rate rate) {
        return database.write(tx -> tx.update(delete(rate)));
    }

    private static Sql delete(Rate rate) {
        return Sql.of("delete from exchange_rate where from_currency = ? and to_currency = ? and rate_day = ?", rate.from().getCurrencyCode(), rate.to().getCurrencyCode(), rate.day());
    }

    private static Rate rate(Row row) {
        return new Rate(
                Currency.getInstance(row.text("from_currency")),
                Currency.getInstance(row.text("to_currency")),
                row.optionalDate("rate_day").orElseThrow(),
                row.optionalDecimal("factor").orElseThrow().stripTrailingZeros());
    }
}

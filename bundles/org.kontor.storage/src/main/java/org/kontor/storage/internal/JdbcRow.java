package org.kontor.storage.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.kontor.storage.DatabaseFailure;
import org.kontor.storage.Row;

/// The current row of a result set.
final class JdbcRow implements Row {
    private final ResultSet result;

    JdbcRow(ResultSet result) {
        this.result = result;
    }

    @Override
    public long number(String column) {
        return present(column, optionalNumber(column));
    }

    @Override
    public Optional<Long> optionalNumber(String column) {
        return get(() -> {
            long value = result.getLong(column);
            return result.wasNull() ? Optional.empty() : Optional.of(value);
        });
    }

    @Override
    public String text(String column) {
        return present(column, optionalText(column));
    }

    @Override
    public Optional<String> optionalText(String column) {
        return get(() -> Optional.ofNullable(result.getString(column)));
    }

    @Override
    public Instant moment(String column) {
        return present(column, optionalMoment(column));
    }

    @Override
    public Optional<Instant> optionalMoment(String column) {
        return get(() -> Optional.ofNullable(result.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant));
    }

    @Override
    public Optional<LocalDate> optionalDate(String column) {
        return get(() -> Optional.ofNullable(result.getObject(column, LocalDate.class)));
    }

    @Override
    public Optional<BigDecimal> optionalDecimal(String column) {
        return get(() -> Optional.ofNullable(result.getBigDecimal(column)));
    }

    @Override
    public boolean yes(String column) {
        return present(column, optionalYes(column));
    }

    @Override
    public Optional<Boolean> optionalYes(String column) {
        return get(() -> {
            boolean value = result.getBoolean(column);
            return result.wasNull() ? Optional.empty() : Optional.of(value);
        });
    }

    private static <T> T present(String column, Optional<T> value) {
        return value.orElseThrow(() -> new IllegalStateException("column '" + column + "' is null: read it as optional"));
    }

    private interface Reading<T> {
        T read() throws SQLException;
    }

    private static <T> T get(Reading<T> reading) {
        try {
            return reading.read();
        } catch (SQLException e) {
            throw new DatabaseFailure(e.getMessage(), e);
        }
    }
}

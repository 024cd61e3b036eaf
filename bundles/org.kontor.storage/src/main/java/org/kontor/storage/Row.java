package org.kontor.storage;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/// The current row of a result; columns by name.
///
/// @throws IllegalStateException from the plain getters when the column is null: use the `optional` ones
@ProviderType
public interface Row {
    long number(String column);

    Optional<Long> optionalNumber(String column);

    String text(String column);

    Optional<String> optionalText(String column);

    Instant moment(String column);

    Optional<Instant> optionalMoment(String column);

    Optional<LocalDate> optionalDate(String column);

    Optional<BigDecimal> optionalDecimal(String column);

    boolean yes(String column);

    Optional<Boolean> optionalYes(String column);
}

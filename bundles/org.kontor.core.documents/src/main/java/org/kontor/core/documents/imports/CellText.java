package org.kontor.core.documents.imports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/// What the number in a cell says, in the form for machines: a number as people see it, a day, a time, a moment.
final class CellText {
    /// Spreadsheets count in binary: beyond 15 digits there is only noise.
    private static final MathContext SEEN = new MathContext(15);
    private static final int LONGEST_EXPONENT = 40;

    private CellText() {}

    static String number(String raw) {
        try {
            BigDecimal number = new BigDecimal(raw).round(SEEN).stripTrailingZeros();
            return Math.abs(number.scale()) > LONGEST_EXPONENT ? raw : number.toPlainString();
        } catch (NumberFormatException e) {
            return raw;
        }
    }

    /// A number of days since the end of 1899, or since 1904; read as a number where it can't be one.
    static String day(String raw, DayStyles.Shown shown, boolean since1904) {
        double days;
        try {
            days = Double.parseDouble(raw);
        } catch (NumberFormatException e) {
            return raw;
        }
        if (!(days >= 0 && days < 2_958_466)) {
            return number(raw);
        }
        long whole = (long) Math.floor(days);
        long second = Math.min(86_399, Math.round((days - whole) * 86_400));
        LocalTime time = LocalTime.ofSecondOfDay(second);
        // 1900 counts as a leap year there
        LocalDate date = since1904 ? LocalDate.of(1904, 1, 1).plusDays(whole) : LocalDate.of(1899, 12, whole < 60 ? 31 : 30).plusDays(whole);
        return switch (shown) {
            case DAY -> date.toString();
            case TIME -> whole == 0 ? time.toString() : LocalDateTime.of(date, time).toString();
            case MOMENT -> second == 0 ? date.toString() : LocalDateTime.of(date, time).toString();
            case NUMBER -> number(raw);
        };
    }
}

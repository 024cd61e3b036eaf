package org.kontor.core.documents;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kontor.api.documents.Money;
import org.kontor.api.labels.Label;

/// Decimal numbers and sums as people write them: `1,234.50`, `1.234,50`, `1 234,5`, `€ 12`, `12.50 EUR`.
final class Numbers {
    private static final Pattern SUM = Pattern.compile("(?<before>[\\p{Sc}\\p{L}]{0,4})\\s*(?<number>[-+]?[0-9][0-9.,' \\u00a0\\u202f]*)\\s*(?<after>[\\p{Sc}\\p{L}.]{0,4})");
    private static final Map<String, String> SIGNS =
            Map.of("€", "EUR", "$", "USD", "£", "GBP", "₽", "RUB", "¥", "JPY", "zł", "PLN", "руб", "RUB", "руб.", "RUB", "р.", "RUB");
    private static final Map<String, String> COUNTRIES = Map.of("en", "GB", "ru", "RU", "it", "IT");
    private static final int MOST_DIGITS = 20;

    private Numbers() {}

    static Optional<BigDecimal> read(String text, Locale language) {
        String plain = text.replaceAll("[\\s\\u00a0\\u202f']", "");
        if (!plain.matches("[-+]?[0-9][0-9.,]*") || plain.length() > 60) {
            return Optional.empty();
        }
        int point = plain.lastIndexOf('.');
        int comma = plain.lastIndexOf(',');
        boolean grouped = plain.matches("[-+]?[0-9]{1,3}(,[0-9]{3})+") && language.getLanguage().equals("en")
                || plain.matches("[-+]?[0-9]{1,3}(\\.[0-9]{3}){2,}") || plain.matches("[-+]?[0-9]{1,3}(,[0-9]{3}){2,}");
        char decimal = grouped ? ' ' : point > comma ? '.' : ',';
        char group = decimal == '.' ? ',' : decimal == ',' ? '.' : ' ';
        String clean = grouped ? plain.replaceAll("[.,]", "") : plain.replace(String.valueOf(group), "").replace(decimal, '.');
        try {
            return Optional.of(new BigDecimal(clean));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static Optional<Money> money(String text, String currency, Locale language) {
        Matcher matcher = SUM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String sign = (matcher.group("before") + matcher.group("after")).strip();
        try {
            Currency unit = Currency.getInstance(sign.isEmpty() ? currency : SIGNS.getOrDefault(sign, sign.toUpperCase(Locale.ROOT)));
            return read(matcher.group("number"), language).map(number -> Money.of(number, unit));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    static Optional<Label> objection(BigDecimal number, int decimals) {
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.scale() > decimals) {
            return Optional.of(Label.of("documents.too-many-decimals", TextReading.quoted(number.toString()), decimals));
        }
        return plain.precision() - plain.scale() > MOST_DIGITS ? Optional.of(Label.of("documents.too-large", TextReading.quoted(number.toString()), MOST_DIGITS)) : Optional.empty();
    }

    static String shown(BigDecimal number, int decimals, Locale language) {
        NumberFormat format = NumberFormat.getNumberInstance(withCountry(language));
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }

    static Locale withCountry(Locale language) {
        return Locale.of(language.getLanguage(), COUNTRIES.getOrDefault(language.getLanguage(), "GB"));
    }
}

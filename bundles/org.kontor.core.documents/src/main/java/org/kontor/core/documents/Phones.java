package org.kontor.core.documents;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Phone;

/// Telephone numbers in any notation.
final class Phones {
    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

    private Phones() {}

    /// A number that can exist; `country` is assumed where the text has no international prefix.
    static Optional<Phone> read(String text, String country) {
        try {
            var number = UTIL.parse(text.startsWith("00") ? "+" + text.substring(2) : text, country.isEmpty() ? null : country);
            return UTIL.isPossibleNumber(number) ? Optional.of(new Phone(UTIL.format(number, PhoneNumberFormat.E164))) : Optional.empty();
        } catch (NumberParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The digits of a number as dialled from abroad and, without the country's prefix, within its country.
    static List<String> digits(Phone phone) {
        String all = phone.number().replaceAll("[^0-9]", "");
        try {
            return List.of(all, UTIL.getNationalSignificantNumber(UTIL.parse(phone.number(), null)));
        } catch (NumberParseException e) {
            return List.of(all);
        }
    }

    static String shown(Phone phone) {
        try {
            return UTIL.format(UTIL.parse(phone.number(), null), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return phone.number();
        }
    }
}

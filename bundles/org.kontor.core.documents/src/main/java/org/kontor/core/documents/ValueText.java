package org.kontor.core.documents;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Money;
import org.kontor.api.documents.Phone;
import org.kontor.api.people.PersonId;

/// Values as texts inside the journal and in cursors: exact, without anybody's habits.
final class ValueText {
    private ValueText() {}

    static String write(Object value) {
        return switch (value) {
            case Money money -> money.minor() + " " + money.currency().getCurrencyCode();
            case BigDecimal number -> number.toPlainString();
            case PersonId person -> Long.toString(person.value());
            case Phone phone -> phone.number();
            case Object plain -> plain.toString();
        };
    }

    /// @throws RuntimeException when the text is not what [#write] made for this kind
    static Object read(Kind<?> kind, String text) {
        return switch (kind) {
            case Kind.Text _, Kind.Choice _, Kind.Email _ -> text;
            case Kind.Number _ -> new BigDecimal(text);
            case Kind.Sum _ -> new Money(Long.parseLong(text.substring(0, text.length() - 4)), Currency.getInstance(text.substring(text.length() - 3)));
            case Kind.YesNo _ -> Boolean.valueOf(text);
            case Kind.Date _ -> LocalDate.parse(text);
            case Kind.Moment _ -> Instant.parse(text);
            case Kind.User _ -> new PersonId(Long.parseLong(text));
            case Kind.PhoneNumber _ -> new Phone(text);
            case Kind.WebLink _ -> URI.create(text);
            case Kind.Link _ -> DocumentRef.parse(text);
        };
    }
}

package org.kontor.core.documents;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Money;
import org.kontor.api.documents.Phone;
import org.kontor.api.documents.PostalAddress;
import org.kontor.api.files.FileRef;
import org.kontor.api.people.PersonId;
import tools.jackson.databind.json.JsonMapper;

/// Values as texts inside the journal and in cursors: exact, without anybody's habits.
final class ValueText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ValueText() {}

    static String write(Object value) {
        return switch (value) {
            case Money money -> money.minor() + " " + money.currency().getCurrencyCode();
            case BigDecimal number -> number.toPlainString();
            case PersonId person -> Long.toString(person.value());
            case Phone phone -> phone.number();
            case FileRef file -> file.id() + "\n" + file.size() + "\n" + file.mediaType() + "\n" + file.name();
            case PostalAddress address ->
                    String.join("\n", address.street(), address.city(), address.region(), address.postcode(), address.country());
            case List<?> many -> JSON.writeValueAsString(many.stream().map(ValueText::write).toList());
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
            case Kind.Link _, Kind.Booking _ -> DocumentRef.parse(text);
            case Kind.Attachment _ -> file(text.split("\n", 4));
            case Kind.Address _ -> address(text.split("\n", -1));
            case Kind.Many<?> many -> JSON.readTree(text).valueStream().map(each -> read(many.of(), each.asString())).toList();
        };
    }

    private static FileRef file(String[] parts) {
        return new FileRef(Long.parseLong(parts[0]), parts[3], parts[2], Long.parseLong(parts[1]));
    }

    private static PostalAddress address(String[] parts) {
        return new PostalAddress(parts[0], parts[1], parts[2], parts[3], parts[4]);
    }
}

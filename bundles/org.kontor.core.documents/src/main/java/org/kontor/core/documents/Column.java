package org.kontor.core.documents;

import java.math.BigDecimal;
import java.net.URI;
import java.sql.JDBCType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Money;
import org.kontor.api.documents.Phone;
import org.kontor.api.documents.PostalAddress;
import org.kontor.api.files.FileRef;
import org.kontor.api.people.PersonId;
import org.kontor.storage.Null;
import org.kontor.storage.Row;

/// Where and how the value of a field is kept: one column, for money, links and files two. Many values lie in one column for reading, and one by one in [ManyValues] for
/// finding.
record Column(String name, String sqlType, JDBCType jdbcType, int decimals) {

    private Column(String name, String sqlType, JDBCType jdbcType) {
        this(name, sqlType, jdbcType, 0);
    }

    /// The columns of a field; the first is the one that is compared and sorted by.
    static List<Column> of(Field<?> field) {
        String name = name(field.id());
        return switch (field.kind()) {
            case Kind.Text text -> List.of(text(name, text.longest()));
            case Kind.Number number -> List.of(new Column(name, "numeric(" + (20 + number.decimals()) + ", " + number.decimals() + ")", JDBCType.NUMERIC, number.decimals()));
            case Kind.Sum _ -> List.of(new Column(name, "bigint", JDBCType.BIGINT), text(name + "_currency", 3));
            case Kind.YesNo _ -> List.of(new Column(name, "boolean", JDBCType.BOOLEAN));
            case Kind.Date _ -> List.of(new Column(name, "date", JDBCType.DATE));
            case Kind.Moment _ -> List.of(new Column(name, "timestamp(6) with time zone", JDBCType.TIMESTAMP_WITH_TIMEZONE));
            case Kind.Choice _ -> List.of(text(name, 100));
            case Kind.User _ -> List.of(new Column(name, "bigint", JDBCType.BIGINT));
            case Kind.PhoneNumber _ -> List.of(text(name, 20));
            case Kind.Email _ -> List.of(text(name, 254));
            case Kind.WebLink _ -> List.of(text(name, 2000));
            case Kind.Link _, Kind.Booking _ -> List.of(new Column(name, "bigint", JDBCType.BIGINT), text(name + "_type", 50));
            case Kind.Attachment _ -> List.of(new Column(name, "bigint", JDBCType.BIGINT), text(name + "_file", 1000));
            case Kind.Address _ -> List.of(text(name, 1300));
            case Kind.Many<?> _ -> List.of(new Column(name, "varchar", JDBCType.VARCHAR));
        };
    }

    /// `dueDate` becomes `f_due_date`. By hand: it is asked for every field of every document that is read.
    private static String name(String fieldId) {
        StringBuilder name = new StringBuilder(fieldId.length() + 8).append("f_");
        for (int i = 0; i < fieldId.length(); i++) {
            char letter = fieldId.charAt(i);
            if (letter >= 'A' && letter <= 'Z') {
                name.append('_').append((char) (letter - 'A' + 'a'));
            } else {
                name.append(letter);
            }
        }
        return name.toString();
    }

    private static Column text(String name, int longest) {
        return new Column(name, "varchar(" + longest + ")", JDBCType.VARCHAR);
    }

    /// A value as parameters for the columns of its field, in their order.
    static List<Object> parameters(Field<?> field, Optional<Object> value) {
        if (value.isEmpty()) {
            return of(field).stream().<Object>map(column -> new Null(column.jdbcType())).toList();
        }
        return switch (value.get()) {
            case Money money -> List.of(money.minor(), money.currency().getCurrencyCode());
            case PersonId person -> List.of(person.value());
            case Phone phone -> List.of(phone.number());
            case URI uri -> List.of(uri.toString());
            case DocumentRef ref -> List.of(ref.id(), ref.type());
            case FileRef file -> List.of(file.id(), ValueText.write(file));
            case PostalAddress _, List<?> _ -> List.of(ValueText.write(value.get()));
            case Object plain -> List.of(plain);
        };
    }

    /// Reads the value of a field from a row that has its columns.
    static Optional<Object> read(Field<?> field, Row row) {
        return read(field, of(field), row);
    }

    /// The same with the columns at hand.
    static Optional<Object> read(Field<?> field, List<Column> columns, Row row) {
        String name = columns.getFirst().name();
        return switch (field.kind()) {
            case Kind.Text _, Kind.Choice _, Kind.Email _ -> row.optionalText(name).map(Object.class::cast);
            case Kind.Number _ -> row.optionalDecimal(name).map(BigDecimal::stripTrailingZeros).map(Object.class::cast);
            case Kind.Sum _ -> row.optionalNumber(name).map(minor -> new Money(minor, Currency.getInstance(row.text(columns.getLast().name()))));
            case Kind.YesNo _ -> row.optionalYes(name).map(Object.class::cast);
            case Kind.Date _ -> row.optionalDate(name).map((LocalDate date) -> date);
            case Kind.Moment _ -> row.optionalMoment(name).map((Instant moment) -> moment);
            case Kind.User _ -> row.optionalNumber(name).map(PersonId::new);
            case Kind.PhoneNumber _ -> row.optionalText(name).map(Phone::new);
            case Kind.WebLink _ -> row.optionalText(name).map(URI::create);
            case Kind.Link _, Kind.Booking _ -> row.optionalNumber(name).map(id -> new DocumentRef(row.text(columns.getLast().name()), id));
            case Kind.Attachment _ -> row.optionalText(columns.getLast().name()).map(text -> ValueText.read(field.kind(), text));
            case Kind.Address _, Kind.Many<?> _ -> row.optionalText(name).map(text -> ValueText.read(field.kind(), text));
        };
    }
}

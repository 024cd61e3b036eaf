package org.kontor.itests.benchmarks.documents;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentShape;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Money;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.api.people.PersonId;

/// What is measured: deals of ten stages with fifty custom fields, contacts with many phones and mails, and clients to import.
final class Shapes {
    static final String DEAL = "deal";
    static final String CONTACT = "contact";
    static final String CLIENT = "client";
    static final int STAGES = 10;

    static final Field<String> TITLE = Field.text("title").asRequired().asListed();
    static final Field<Money> AMOUNT = Field.of("amount", new Kind.Sum("EUR")).asIndexed().asListed();
    static final Field<LocalDate> CLOSING = Field.of("closing", new Kind.Date()).asIndexed().asListed();
    static final Field<String> SOURCE = Field.choice("source", "bench.source", "web", "mail", "fair").asIndexed().asListed();
    static final Field<PersonId> OWNER = Field.of("owner", new Kind.User());
    static final Field<DocumentRef> BUYER = Field.of("buyer", new Kind.Link(List.of(CONTACT)));
    static final Field<String> COMMENTS = Field.longText("comments");
    static final Field<String> NAME = Field.text("name").asRequired().asListed();
    static final Field<String> MAIL = Field.of("mail", new Kind.Email());
    static final List<String> LISTED = List.of("title", "amount", "closing", "source", "owner", "stage");

    private Shapes() {}

    static List<DocumentShape> all() {
        List<Stage> stages = IntStream.range(0, STAGES).mapToObj(i -> new Stage("s" + i, Label.verbatim("Stage " + i), meaning(i), 1 + i % 8)).toList();
        Pipeline sales = new Pipeline("sales", Label.verbatim("Sales"), stages);
        DocumentType deal = new DocumentType(DEAL, "briefcase", List.of(TITLE, AMOUNT, CLOSING, SOURCE, OWNER, BUYER, COMMENTS), TITLE, Optional.of(OWNER), Optional.of(sales), true);
        DocumentType contact = new DocumentType(CONTACT, "user", List.of(NAME, Field.of("phones", new Kind.Many<>(new Kind.PhoneNumber())), Field.of("mails", new Kind.Many<>(new Kind.Email())),
                Field.text("company"), OWNER), NAME, Optional.of(OWNER), Optional.empty(), true);
        DocumentType client = new DocumentType(CLIENT, "user", List.of(NAME, MAIL, Field.of("phone", new Kind.PhoneNumber()), Field.text("company"), AMOUNT, COMMENTS), NAME, Optional.empty(), Optional.empty(), true);
        return List.of(() -> deal, () -> contact, () -> client);
    }

    private static Stage.Meaning meaning(int place) {
        return place == 0 ? Stage.Meaning.INITIAL : place == STAGES - 2 ? Stage.Meaning.WON : place == STAGES - 1 ? Stage.Meaning.LOST : Stage.Meaning.IN_WORK;
    }

    /// The fifty fields an administrator adds to deals.
    static List<Field<?>> custom() {
        List<Field<?>> all = new ArrayList<>();
        IntStream.rangeClosed(1, 10).forEach(i -> all.add(indexedFirst(i, named(Field.text("text" + i)))));
        IntStream.rangeClosed(1, 12).forEach(i -> all.add(indexedFirst(i, named(Field.of("number" + i, new Kind.Number(2))))));
        IntStream.rangeClosed(1, 8).forEach(i -> all.add(indexedFirst(i, named(Field.of("date" + i, new Kind.Date())))));
        IntStream.rangeClosed(1, 4).forEach(i -> all.add(named(Field.of("moment" + i, new Kind.Moment()))));
        IntStream.rangeClosed(1, 8).forEach(i -> all.add(named(Field.of("flag" + i, new Kind.YesNo()))));
        IntStream.rangeClosed(1, 8).forEach(i -> all.add(named(Field.of("choice" + i, new Kind.Choice(List.of(option("a"), option("b"), option("c")))))));
        return all;
    }

    private static Kind.Choice.Option option(String id) {
        return new Kind.Choice.Option(id, name(id));
    }

    private static <T> Field<T> indexedFirst(int place, Field<T> field) {
        return place == 1 ? field.asIndexed() : field;
    }

    static <T> Field<T> named(Field<T> field) {
        return field.named(name(field.id()));
    }

    private static Label name(String text) {
        return new Label.Given(Map.of("en", text, "ru", text, "it", text));
    }

    static Field<String> text(int place) {
        return Field.text("text" + place);
    }

    static Field<BigDecimal> number(int place) {
        return Field.of("number" + place, new Kind.Number(2));
    }

    static Field<LocalDate> date(int place) {
        return Field.of("date" + place, new Kind.Date());
    }

    static Field<Boolean> flag(int place) {
        return Field.of("flag" + place, new Kind.YesNo());
    }
}

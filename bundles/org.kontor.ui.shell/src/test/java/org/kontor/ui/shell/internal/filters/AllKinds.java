package org.kontor.ui.shell.internal.filters;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentShape;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Money;
import org.kontor.api.documents.Period;
import org.kontor.api.documents.Phone;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.PostalAddress;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.api.people.PersonId;

/// A type with a field of every kind, alone and many, linked to itself; and every condition on it.
record AllKinds(DocumentType type) implements DocumentShape {
    private static final String ID = "acme.all";
    private static final List<Kind<?>> KINDS = List.of(new Kind.Text(250, 1), new Kind.Text(5000, 4), new Kind.Number(2), new Kind.Sum("EUR"), new Kind.YesNo(), new Kind.Date(), new Kind.Moment(),
            new Kind.Choice(List.of(option("web"), option("fair"))), new Kind.User(), new Kind.PhoneNumber(), new Kind.Email(), new Kind.WebLink(), new Kind.Link(List.of(ID)), new Kind.Attachment(), new Kind.Address());

    AllKinds() {
        this(made());
    }

    private static DocumentType made() {
        Field<String> title = Field.text("title").asRequired();
        List<Field<?>> fields = new ArrayList<>(List.of(title));
        for (int i = 0; i < KINDS.size(); i++) {
            fields.add(Field.of("one" + i, KINDS.get(i)));
            if (!(KINDS.get(i) instanceof Kind.YesNo)) {
                fields.add(Field.of("many" + i, new Kind.Many<>(KINDS.get(i))));
            }
        }
        Pipeline way = new Pipeline("way", Label.verbatim("Way"), List.of(stage("new", Stage.Meaning.INITIAL), stage("won", Stage.Meaning.WON), stage("lost", Stage.Meaning.LOST)));
        return new DocumentType(ID, "package", fields, title, Optional.empty(), Optional.of(way), true);
    }

    private static Kind.Choice.Option option(String id) {
        return new Kind.Choice.Option(id, Label.verbatim(id));
    }

    private static Stage stage(String id, Stage.Meaning meaning) {
        return new Stage(id, Label.verbatim(id), meaning, 1);
    }

    Subjects subjects() {
        return new Subjects(type, id -> Optional.of(type).filter(known -> known.id().equals(id)));
    }

    /// Every comparison of every subject, the linked ones too.
    List<Condition> conditions() {
        List<Condition> all = new ArrayList<>();
        List<Subject> subjects = new ArrayList<>(subjects().own());
        subjects().linked().values().forEach(subjects::addAll);
        for (Subject subject : subjects) {
            for (Comparison comparison : Comparison.of(subject.field().kind())) {
                all.add(new Condition(subject, comparison, values(subject, comparison)));
            }
        }
        return all;
    }

    private static List<Object> values(Subject subject, Comparison comparison) {
        return switch (comparison.needs()) {
            case NOTHING -> List.of();
            case ONE -> List.of(samples(subject).getFirst());
            case PART -> List.of("50 % of \"it\", ünder_score");
            case TWO -> samples(subject);
            case SOME -> samples(subject);
            case PERIOD -> List.of(Period.last(Period.Unit.WEEK));
        };
    }

    private static List<Object> samples(Subject subject) {
        return switch (subject.single()) {
            case Kind.Choice choice -> List.of(choice.options().getFirst().id(), choice.options().getLast().id());
            case Kind.Text _ -> List.of("a, b; «c»", "' or 1 = 1 --");
            case Kind.Email _ -> List.of("ann@example.org", "bob@example.org");
            case Kind<?> kind -> SAMPLES.get(kind.type());
        };
    }

    private static final Map<Class<?>, List<Object>> SAMPLES = Map.of(
            BigDecimal.class, List.of(new BigDecimal("-1.5"), new BigDecimal("1000000")),
            Money.class, List.of(new Money(1, Currency.getInstance("EUR")), new Money(100_000, Currency.getInstance("JPY"))),
            Boolean.class, List.of(true, false),
            LocalDate.class, List.of(LocalDate.of(2024, 2, 29), LocalDate.of(2026, 12, 31)),
            Instant.class, List.of(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-12-31T23:59:59.999999Z")),
            PersonId.class, List.of(new PersonId(1), new PersonId(2)),
            Phone.class, List.of(new Phone("+390612345678"), new Phone("+4940123456")),
            URI.class, List.of(URI.create("https://example.org/a?b=c&d"), URI.create("http://example.org")),
            DocumentRef.class, List.of(new DocumentRef(ID, 1), new DocumentRef(ID, 2)),
            PostalAddress.class, List.of(new PostalAddress("Via Roma 1", "Roma", "", "00100", "IT"), new PostalAddress("", "Bari", "", "", "")));
}

package org.kontor.ui.shell.internal.list;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.api.documents.Count;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Person;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// How documents of a type read in the viewer's language. Everything comes from memory, titles of linked documents after [LinkedTitles#prepare].
record Showing(PageTab tab, Portal portal, DocumentType type, LinkedTitles links) {

    Showing(PageTab tab, Portal portal, DocumentType type) {
        this(tab, portal, type, new LinkedTitles(tab, portal, type));
    }

    /// The pipeline that is looked at; empty for a type without stages, and where all its pipelines are.
    Optional<Pipeline> way() {
        return type.pipelines().size() == 1 ? type.pipeline() : Optional.empty();
    }

    String text(String key, Object... arguments) {
        return tab.text(Label.of("list." + key, arguments));
    }

    /// What the document is called; its number when it has no title.
    String title(Document document) {
        return document.get(type.title()).filter(title -> !title.isBlank()).orElse("#" + document.ref().id());
    }

    /// The value of a field, empty when there is none.
    String value(Field<?> field, Document document) {
        return document.values().any(field).map(value -> switch (value) {
            case DocumentRef ref -> links.of(ref).orElse(ref.toString());
            case List<?> many when field.kind() instanceof Kind.Many<?> kind -> many(field, kind, many);
            default -> portal.notation.show(field, value, tab.habits());
        }).orElse("");
    }

    private String many(Field<?> field, Kind.Many<?> kind, List<?> values) {
        String shown = values.stream().limit(LinkedTitles.MOST_SHOWN).map(each -> one(field, kind.of(), each)).collect(Collectors.joining(", "));
        return values.size() > LinkedTitles.MOST_SHOWN ? shown + " +" + (values.size() - LinkedTitles.MOST_SHOWN) : shown;
    }

    /// One of the values of a field.
    String one(Field<?> field, Kind<?> kind, Object value) {
        return value instanceof DocumentRef ref ? links.of(ref).orElse(ref.toString()) : portal.notation.show(field.withKind(kind), value, tab.habits());
    }

    String newOne() {
        String one = tab.text(type.one());
        return text("new", inText(one), one);
    }

    /// How a name begins inside a sentence; abbreviations stay as they are.
    String inText(String name) {
        boolean word = name.length() > 1 && Character.isLowerCase(name.charAt(1));
        return word ? name.substring(0, 1).toLowerCase(language()) + name.substring(1) : name;
    }

    String name(Field<?> field) {
        return tab.text(type.nameOf(field));
    }

    Optional<Stage> stage(Document document) {
        return document.stage().flatMap(type::stage);
    }

    String name(Stage stage) {
        return tab.text(stage.name());
    }

    Optional<String> responsible(Document document) {
        return type.responsible().flatMap(document::get).flatMap(portal.people::find).map(Person::name);
    }

    String count(Count count) {
        return NumberFormat.getIntegerInstance(language()).format(count.value()) + (count.exact() ? "" : "+");
    }

    /// A moment as short as it can be: the time today, the day this year.
    String brief(Instant moment) {
        ZonedDateTime then = moment.atZone(tab.habits().zone());
        LocalDate today = LocalDate.now(tab.habits().zone());
        if (then.toLocalDate().equals(today)) {
            return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(language()).format(then);
        }
        return DateTimeFormatter.ofLocalizedPattern(then.getYear() == today.getYear() ? "MMMd" : "yMMMd").withLocale(language()).format(then);
    }

    String full(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT).withLocale(language()).format(moment.atZone(tab.habits().zone()));
    }

    /// How long ago a moment is, in its largest unit.
    String since(Instant moment) {
        Duration span = Duration.between(moment, Instant.now());
        if (span.toMinutes() < 1) {
            return text("span.now");
        }
        if (span.toHours() < 1) {
            return text("span.minutes", span.toMinutes());
        }
        return span.toDays() < 1 ? text("span.hours", span.toHours()) : text("span.days", span.toDays());
    }

    private Locale language() {
        return tab.habits().language();
    }
}

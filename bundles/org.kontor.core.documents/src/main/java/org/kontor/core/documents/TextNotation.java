package org.kontor.core.documents;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Money;
import org.kontor.api.documents.Notation;
import org.kontor.api.documents.Phone;
import org.kontor.api.documents.PostalAddress;
import org.kontor.api.documents.Stage;
import org.kontor.api.files.FileRef;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;
import org.kontor.api.people.People;
import org.kontor.api.people.Person;
import org.kontor.api.people.PersonId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Values as people and machines write them.
@Component(service = Notation.class)
public final class TextNotation implements Notation {
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([a-zA-Z]{1,60})\\s*}}");

    private final Labels labels;
    private final People people;
    private final DocumentTypes types;
    private final TextReading reading;

    @Activate
    public TextNotation(@Reference Labels labels, @Reference People people, @Reference DocumentTypes types) {
        this.labels = labels;
        this.people = people;
        this.types = types;
        this.reading = new TextReading(labels, people);
    }

    @Override
    public Reading read(Field<?> field, String text, Habits habits) {
        Reading read = reading.read(field, text, habits);
        return read instanceof Reading.Value(Object value)
                ? objection(field, value).<Reading>map(Reading.Refused::new).orElse(read)
                : read;
    }

    @Override
    public String write(Field<?> field, Object value) {
        return switch (value) {
            case List<?> many -> many.stream().map(each -> write(field, each)).collect(Collectors.joining("; "));
            case PostalAddress address -> line(address);
            case FileRef file -> file.name();
            case Money money -> money.amount().toPlainString() + " " + money.currency().getCurrencyCode();
            case PersonId id -> people.find(id).map(Person::login).orElse(Long.toString(id.value()));
            case Object plain -> ValueText.write(plain);
        };
    }

    @Override
    public String show(Field<?> field, Object value, Habits habits) {
        Locale language = habits.language();
        return switch (field.kind()) {
            case Kind.Sum _ when value instanceof Money money -> shown(money, language);
            case Kind.Number number -> Numbers.shown((java.math.BigDecimal) value, number.decimals(), language);
            case Kind.YesNo _ -> labels.text(Label.of(Boolean.TRUE.equals(value) ? "documents.yes" : "documents.no"), language);
            case Kind.Date _ -> DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language).format((java.time.LocalDate) value);
            case Kind.Moment _ -> moment((Instant) value, language, habits.zone());
            case Kind.Choice choice -> choice.options().stream().filter(option -> option.id().equals(value)).findFirst()
                    .map(option -> labels.text(option.name(), language)).orElse(value.toString());
            case Kind.User _ when value instanceof PersonId id -> people.find(id).map(Person::name).orElse("#" + id.value());
            case Kind.PhoneNumber _ when value instanceof Phone phone -> Phones.shown(phone);
            case Kind.Attachment _ when value instanceof FileRef file -> file.name();
            case Kind.Address _ when value instanceof PostalAddress address -> line(address);
            case Kind.Many<?> many when value instanceof List<?> values ->
                    values.stream().map(each -> show(field.withKind(many.of()), each, habits)).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    @Override
    public String fill(String template, Document document, Habits habits) {
        DocumentType type = types.require(document.ref().type());
        return PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(filled(place, type, document, habits)));
    }

    private String filled(MatchResult place, DocumentType type, Document document, Habits habits) {
        String id = place.group(1);
        return switch (id) {
            case "id" -> Long.toString(document.ref().id());
            case "stage" -> document.stage().flatMap(type::stage).map(Stage::name).map(name -> labels.text(name, habits.language())).orElse("");
            default -> type.field(id)
                    .map(field -> document.values().any(field).map(value -> show(field, value, habits)).orElse(""))
                    .orElse(place.group());
        };
    }

    @Override
    public Optional<Label> objection(Field<?> field, Object value) {
        return switch (field.kind()) {
            case Kind.Many<?> many when value instanceof List<?> values -> objection(field, many, values);
            case Kind.Text text when value instanceof String some && some.length() > text.longest() ->
                    Optional.of(Label.of("documents.too-long", some.length(), text.longest()));
            case Kind.Text _ when value instanceof String some && some.indexOf('\0') >= 0 -> Optional.of(Label.of("documents.nul"));
            case Kind.Number number when value instanceof java.math.BigDecimal some -> Numbers.objection(some, number.decimals());
            case Kind.Choice choice when choice.options().stream().noneMatch(option -> option.id().equals(value)) ->
                    Optional.of(Label.of("documents.unknown-option", value, String.join(", ", choice.options().stream().map(Kind.Choice.Option::id).toList())));
            case Kind.User _ when value instanceof PersonId id && people.find(id).isEmpty() -> Optional.of(Label.of("documents.unknown-person", id.value()));
            case Kind.Email _ when !TextReading.mail(value.toString()) -> Optional.of(Label.of("documents.not-a-mail", TextReading.quoted(value.toString())));
            case Kind.WebLink _ when value.toString().length() > 2000 -> Optional.of(Label.of("documents.too-long", value.toString().length(), 2000));
            case Kind.Link link when value instanceof org.kontor.api.documents.DocumentRef ref && !link.types().isEmpty() && !link.types().contains(ref.type()) ->
                    Optional.of(Label.of("documents.wrong-link", ref, String.join(", ", link.types())));
            default -> Optional.empty();
        };
    }

    private Optional<Label> objection(Field<?> field, Kind.Many<?> many, List<?> values) {
        if (values.isEmpty() || values.size() > Kind.Many.MOST || values.stream().distinct().count() < values.size()) {
            return Optional.of(Label.of("documents.many", values.size(), Kind.Many.MOST));
        }
        Optional<?> stranger = values.stream().filter(value -> !many.of().type().isInstance(value)).findFirst();
        if (stranger.isPresent()) {
            return Optional.of(Label.of("documents.wrong-kind", TextReading.quoted(String.valueOf(stranger.get()))));
        }
        return values.stream().flatMap(value -> objection(field.withKind(many.of()), value).stream()).findFirst();
    }

    private static String line(PostalAddress address) {
        return Stream.of(address.street(), address.city(), address.region(), address.postcode(), address.country()).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String shown(Money money, Locale language) {
        var format = java.text.NumberFormat.getCurrencyInstance(language.getCountry().isEmpty() ? Numbers.withCountry(language) : language);
        format.setCurrency(money.currency());
        format.setMinimumFractionDigits(money.amount().stripTrailingZeros().scale() <= 0 ? 0 : money.amount().scale());
        return format.format(money.amount());
    }

    private static String moment(Instant moment, Locale language, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(language).withZone(zone).format(moment);
    }
}

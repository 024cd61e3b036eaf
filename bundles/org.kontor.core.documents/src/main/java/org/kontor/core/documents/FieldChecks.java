package org.kontor.core.documents;

import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.api.documents.Computation;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Notation;
import org.kontor.api.documents.Preset;
import org.kontor.api.documents.Refusal;
import org.kontor.api.labels.Label;
import org.kontor.core.documents.ShapeStore.Part;
import org.kontor.storage.Database;

/// What speaks against adding, changing or deleting a field.
final class FieldChecks {
    static final Set<String> RESERVED = Set.of("id", "stage", "created", "changed", "stageSince", "createdBy", "version", "deleted");
    private static final int LONGEST_COLUMN = 63;
    private static final int MOST_DECIMALS = 10;
    private static final int MOST_OPTIONS = 2000;
    private static final int LONGEST_OPTION = 100;

    private final Database database;
    private final TypeRegistry types;
    private final Notation notation;
    private final ShapeRights rights;

    FieldChecks(Database database, TypeRegistry types, Notation notation, ShapeRights rights) {
        this.database = database;
        this.types = types;
        this.notation = notation;
        this.rights = rights;
    }

    /// The type with the field in its new form: rules and formulas may look at the field itself.
    static DocumentType with(DocumentType type, Field<?> field) {
        boolean there = type.field(field.id()).isPresent();
        Stream<Field<?>> rest = type.fields().stream().map(each -> each.id().equals(field.id()) ? field : each);
        return type.with((there ? rest : Stream.concat(rest, Stream.<Field<?>>of(field))).toList(), type.pipelines());
    }

    Optional<Refusal> named(Field<?> field) {
        return field.name().map(rights::objection).orElseGet(() -> Optional.of(Refusal.of(Label.of("documents.shape.name-missing", "en"))));
    }

    /// Ids are never used again, and no two fields may share a column: `amount` as a sum has `f_amount_currency` too.
    Optional<Refusal> taken(DocumentType type, Field<?> field) {
        Set<String> columns = Column.of(field).stream().map(Column::name).collect(Collectors.toSet());
        Stream<Field<?>> gone = types.store().deleted(Part.FIELD, type.id()).stream().map(kept -> FieldJson.read(kept.body()));
        boolean taken = RESERVED.contains(field.id())
                || types.store().find(Part.FIELD, type.id(), field.id()).isPresent()
                || columns.stream().anyMatch(column -> column.length() > LONGEST_COLUMN)
                || Stream.concat(type.fields().stream(), gone).flatMap(each -> Column.of(each).stream()).map(Column::name).anyMatch(columns::contains);
        return taken ? Optional.of(Refusal.of(Label.of("documents.shape.id-taken", field.id()))) : Optional.empty();
    }

    /// The kind stays (FLD-7, FLD-10); a choice may get other options, a text another height.
    static Optional<Refusal> sameKind(Field<?> before, Field<?> after) {
        return alike(before.kind(), after.kind()) && before.computation().isPresent() == after.computation().isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.of(Label.of("documents.shape.kind-stays", before.id())));
    }

    private static boolean alike(Kind<?> before, Kind<?> after) {
        return switch (before) {
            case Kind.Choice one -> after instanceof Kind.Choice other && one.directory().equals(other.directory());
            case Kind.Text one -> after instanceof Kind.Text other && other.longest() == one.longest();
            case Kind.Link _ -> after instanceof Kind.Link;
            case Kind.Many<?> one -> after instanceof Kind.Many<?> other && alike(one.of(), other.of());
            default -> before.equals(after);
        };
    }

    Optional<Refusal> objection(DocumentType type, Field<?> field) {
        DocumentType then = with(type, field);
        return kind(field, field.kind())
                .or(() -> preset(field))
                .or(() -> stranger(then, field).map(id -> Refusal.of(Label.of("documents.shape.no-field", id))))
                .or(() -> new ComputationChecks(id -> id.equals(type.id()) ? Optional.of(then) : types.find(id)).objection(then, field));
    }

    private Optional<Refusal> preset(Field<?> field) {
        return field.preset() instanceof Preset.Fixed(Object value)
                ? (field.kind().type().isInstance(value) ? notation.objection(field, value) : Optional.of(Label.of("documents.wrong-kind", String.valueOf(value))))
                        .map(label -> Refusal.of(field, label))
                : Optional.empty();
    }

    private static Optional<String> stranger(DocumentType type, Field<?> field) {
        return field.rules().stream().flatMap(rule -> FilterJson.fields(rule.when()).stream()).filter(id -> type.field(id).isEmpty() && !BuiltIn.is(id)).findFirst();
    }

    private Optional<Refusal> kind(Field<?> field, Kind<?> kind) {
        Optional<Label> reason = switch (kind) {
            case Kind.Number(int decimals) when decimals < 0 || decimals > MOST_DECIMALS -> Optional.of(Label.of("documents.shape.decimals", decimals, MOST_DECIMALS));
            case Kind.Sum(String currency) when Currency.getAvailableCurrencies().stream().noneMatch(each -> each.getCurrencyCode().equals(currency)) ->
                    Optional.of(Label.of("documents.shape.no-currency", currency));
            case Kind.Link(List<String> to) -> to.stream().filter(id -> types.find(id).isEmpty()).findFirst().map(id -> Label.of("documents.computed.no-type", id));
            case Kind.Choice choice -> choice(choice);
            default -> Optional.empty();
        };
        return reason.map(label -> Refusal.of(field, label)).or(() -> kind instanceof Kind.Many<?> many ? kind(field, many.of()) : Optional.empty());
    }

    private Optional<Label> choice(Kind.Choice choice) {
        if (choice.directory().isPresent()) {
            return types.directory(choice.directory().get()).isPresent() ? Optional.empty() : Optional.of(Label.of("documents.shape.no-directory", choice.directory().get()));
        }
        Set<String> seen = new HashSet<>();
        Optional<Label> wrong = choice.options().stream().filter(option -> option.id().isBlank() || option.id().length() > LONGEST_OPTION || !seen.add(option.id())).findFirst()
                .map(option -> Label.of("documents.shape.option-id", option.id(), LONGEST_OPTION));
        Optional<Label> unnamed = choice.options().stream().flatMap(option -> rights.objection(option.name()).stream()).findFirst().map(Refusal::reason);
        return choice.options().isEmpty() || choice.options().size() > MOST_OPTIONS ? Optional.of(Label.of("documents.shape.options", MOST_OPTIONS)) : wrong.or(() -> unnamed);
    }

    /// Options that documents have can't be taken away: they can only be not offered any more.
    Optional<Refusal> lostOptions(DocumentType type, Field<?> before, Field<?> after) {
        List<String> kept = options(after.kind()).stream().map(Kind.Choice.Option::id).toList();
        return options(before.kind()).stream()
                .filter(option -> !kept.contains(option.id()))
                .filter(option -> new Occupancy(database).count(type, before, option.id()) > 0)
                .findFirst()
                .map(option -> Refusal.of(after, Label.of("documents.shape.option-used", option.name())));
    }

    private static List<Kind.Choice.Option> options(Kind<?> kind) {
        return switch (kind) {
            case Kind.Choice choice -> choice.directory().isPresent() ? List.of() : choice.options();
            case Kind.Many<?> many -> options(many.of());
            default -> List.of();
        };
    }

    /// A field that stages, rules or computations look at stays while they do.
    Optional<Refusal> used(DocumentType type, String fieldId) {
        Optional<Label> stage = type.pipelines().stream().flatMap(way -> way.stages().stream()).filter(each -> each.requires().contains(fieldId)).findFirst().map(each -> each.name());
        Optional<Label> rule = type.fields().stream().filter(field -> field.rules().stream().anyMatch(each -> FilterJson.fields(each.when()).contains(fieldId))).findFirst().map(type::nameOf);
        return stage.or(() -> rule).or(() -> computed(type, fieldId)).map(user -> Refusal.of(Label.of("documents.shape.field-used", user)));
    }

    private Optional<Label> computed(DocumentType type, String fieldId) {
        return types.all().stream()
                .flatMap(other -> other.fields().stream()
                        .filter(field -> field.computation().filter(way -> switch (way) {
                            case Computation.Formula(String expression) -> other.id().equals(type.id()) && ComputationChecks.looked(expression).contains(fieldId);
                            case Computation.RollUp over -> over.typeId().equals(type.id()) && (over.linkField().equals(fieldId) || over.fieldId().filter(fieldId::equals).isPresent());
                        }).isPresent())
                        .map(other::nameOf))
                .findFirst();
    }
}

package org.kontor.ui.shell.internal.filters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.filters.Subject.Way;

/// All that conditions on documents of a type can be about: its fields, what every document has, and the same of the documents it links to.
public final class Subjects {
    private final Map<String, Subject> own = new LinkedHashMap<>();
    private final Map<Way, List<Subject>> linked = new LinkedHashMap<>();
    private final Map<String, Subject> all = new LinkedHashMap<>();

    /// `types` finds the types that fields link to; those it does not know are left out.
    public Subjects(DocumentType type, Function<String, Optional<DocumentType>> types) {
        fields(type).forEach(field -> own.put(field.id(), new Subject(Optional.empty(), field)));
        all.putAll(own);
        for (Field<?> field : type.fields()) {
            targets(field).flatMap(id -> types.apply(id).stream()).forEach(target -> {
                Way way = new Way(field, type.nameOf(field), target);
                List<Subject> behind = fields(target).stream().map(each -> new Subject(Optional.of(way), each)).toList();
                linked.put(way, behind);
                behind.forEach(each -> all.put(each.key(), each));
            });
        }
    }

    /// A link to documents of any type leads to no fields in particular.
    private static Stream<String> targets(Field<?> field) {
        Kind<?> kind = field.kind() instanceof Kind.Many<?> many ? many.of() : field.kind();
        return kind instanceof Kind.Link(List<String> ids) ? ids.stream() : Stream.empty();
    }

    /// The fields of a type with their names, and then what every document has.
    public static List<Field<?>> fields(DocumentType type) {
        List<Field<?>> fields = new ArrayList<>();
        type.fields().forEach(field -> fields.add(field.named(type.nameOf(field))));
        fields.addAll(builtIn(type));
        return fields;
    }

    private static List<Field<?>> builtIn(DocumentType type) {
        List<Field<?>> fields = new ArrayList<>();
        if (!type.pipelines().isEmpty()) {
            fields.add(Field.of("stage", stages(type)).named(Label.of("list.stage")));
            fields.add(Field.of("stageSince", new Kind.Moment()).named(Label.of("list.stage-since")));
        }
        fields.add(Field.of("created", new Kind.Moment()).named(Label.of("list.created")));
        fields.add(Field.of("createdBy", new Kind.User()).named(Label.of("list.created-by")));
        fields.add(Field.of("changed", new Kind.Moment()).named(Label.of("list.changed")));
        return fields;
    }

    /// Stages are chosen from as options are; with several pipelines each says whose it is.
    private static Kind.Choice stages(DocumentType type) {
        boolean several = type.pipelines().size() > 1;
        return new Kind.Choice(type.pipelines().stream().flatMap(way -> way.stages().stream().map((Stage stage) ->
                new Kind.Choice.Option(stage.id(), several ? Label.of("filter.stage-of", way.name(), stage.name()) : stage.name()))).toList());
    }

    public List<Subject> own() {
        return List.copyOf(own.values());
    }

    public Map<Way, List<Subject>> linked() {
        return linked;
    }

    /// One by its [Subject#key].
    public Optional<Subject> find(String key) {
        return Optional.ofNullable(all.get(key));
    }

    /// One of the document itself.
    public Optional<Subject> own(String fieldId) {
        return Optional.ofNullable(own.get(fieldId));
    }
}

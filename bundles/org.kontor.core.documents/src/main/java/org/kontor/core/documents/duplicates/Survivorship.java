package org.kontor.core.documents.duplicates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Duplicates.Choice;
import org.kontor.api.documents.Duplicates.Plan;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Values;

/// Which values survive a merge. The survivor comes first among the documents.
final class Survivorship {
    private final DocumentType type;
    private final Plan plan;
    private final List<Document> documents;

    Survivorship(DocumentType type, Plan plan, List<Document> documents) {
        this.type = type;
        this.plan = plan;
        this.documents = documents;
    }

    /// The fields in which the documents differ.
    List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        for (Field<?> field : written()) {
            Map<DocumentRef, Object> values = new LinkedHashMap<>();
            documents.forEach(document -> document.values().any(field).ifPresent(value -> values.put(document.ref(), value)));
            boolean differ = values.values().stream().distinct().count() > 1 || !values.isEmpty() && !values.containsKey(plan.survivor());
            if (differ) {
                choices.add(new Choice(field, values, source(field).map(Document::ref).orElse(plan.survivor())));
            }
        }
        return choices;
    }

    /// What the survivor gets: only what it has not yet.
    Values values() {
        Document survivor = documents.getFirst();
        Values values = Values.none();
        for (Field<?> field : written()) {
            Optional<Object> value = value(field);
            if (!value.equals(survivor.values().any(field))) {
                values = value.isPresent() ? values.withAny(field, value.get()) : values.cleared(field);
            }
        }
        return values;
    }

    private List<Field<?>> written() {
        return type.fields().stream().filter(field -> !field.readOnly()).toList();
    }

    private Optional<Object> value(Field<?> field) {
        if (field.kind() instanceof Kind.Many<?> && !plan.taking().containsKey(field.id())) {
            List<Object> all = documents.stream().flatMap(document -> document.values().any(field).stream()).flatMap(value -> ((List<?>) value).stream()).<Object>map(each -> each).distinct().limit(Kind.Many.MOST).toList();
            return all.isEmpty() ? Optional.empty() : Optional.of(all);
        }
        return source(field).flatMap(document -> document.values().any(field));
    }

    private Optional<Document> source(Field<?> field) {
        DocumentRef told = plan.taking().get(field.id());
        return told == null
                ? documents.stream().filter(document -> document.values().any(field).isPresent()).findFirst()
                : documents.stream().filter(document -> document.ref().equals(told)).findFirst();
    }
}

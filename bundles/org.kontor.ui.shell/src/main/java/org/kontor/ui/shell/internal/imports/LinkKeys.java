package org.kontor.ui.shell.internal.imports;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Imports.LinkKey;
import org.kontor.api.documents.Imports.Plan;
import org.kontor.api.documents.Kind;
import org.kontor.api.labels.Label;
import org.kontor.ui.api.Viewer;

/// By what linked documents can be found: the texts, mails, phones and numbers of the types a field links to, or its address as in `company/12`.
final class LinkKeys {
    private final Viewer viewer;
    private final DocumentTypes types;

    LinkKeys(Viewer viewer, DocumentTypes types) {
        this.viewer = viewer;
        this.types = types;
    }

    static boolean links(Field<?> field) {
        return kind(field) instanceof Kind.Link;
    }

    private static Kind<?> kind(Field<?> field) {
        return field.kind() instanceof Kind.Many<?> many ? many.of() : field.kind();
    }

    /// Keys as values of a select, with their texts.
    Map<String, String> options(Field<?> field) {
        Map<String, String> options = new LinkedHashMap<>();
        for (DocumentType type : targets(field)) {
            put(options, type, type.title());
            type.fields().stream().filter(each -> !each.equals(type.title()) && tells(each)).forEach(each -> put(options, type, each));
        }
        options.put("", viewer.text(Label.of("import.link.number")));
        return options;
    }

    private void put(Map<String, String> options, DocumentType type, Field<?> field) {
        options.put(text(new LinkKey(type.id(), field.id())), viewer.text(Label.of("import.link.by", viewer.text(type.one()), viewer.text(type.nameOf(field)))));
    }

    private List<DocumentType> targets(Field<?> field) {
        List<String> ids = kind(field) instanceof Kind.Link(List<String> targets) ? targets : List.of();
        return ids.isEmpty() ? types.all().stream().filter(DocumentType::listed).toList() : ids.stream().flatMap(id -> types.find(id).stream()).toList();
    }

    private static boolean tells(Field<?> field) {
        return field.computation().isEmpty() && switch (kind(field)) {
            case Kind.Text text -> text.lines() == 1;
            case Kind.Email _, Kind.PhoneNumber _, Kind.Number _, Kind.WebLink _ -> true;
            default -> false;
        };
    }

    /// The title of the first type it links to.
    Optional<LinkKey> usual(Field<?> field) {
        return targets(field).stream().findFirst().map(type -> new LinkKey(type.id(), type.title().id()));
    }

    /// The plan with a key for each mapped link that has none.
    Plan complete(Plan plan, DocumentType type) {
        Map<String, LinkKey> links = new HashMap<>(plan.links());
        plan.columns().forEach(column -> column.flatMap(type::field).filter(LinkKeys::links).ifPresent(field -> usual(field).ifPresent(key -> links.putIfAbsent(field.id(), key))));
        return plan.linking(links);
    }

    static String text(LinkKey key) {
        return key.typeId() + "/" + key.fieldId();
    }

    static Optional<LinkKey> key(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? Optional.empty() : Optional.of(new LinkKey(text.substring(0, slash), text.substring(slash + 1)));
    }
}

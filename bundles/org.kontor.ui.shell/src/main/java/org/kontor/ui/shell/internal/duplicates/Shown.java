package org.kontor.ui.shell.internal.duplicates;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// How documents and their values read beside each other.
final class Shown {
    private static final Field<Instant> MOMENT = Field.of("moment", new Kind.Moment());

    private final PageTab tab;
    private final Portal portal;
    private final DocumentType type;
    private final Map<DocumentRef, String> titles = new HashMap<>();

    Shown(PageTab tab, Portal portal, DocumentType type) {
        this.tab = tab;
        this.portal = portal;
        this.type = type;
    }

    String title(Document document) {
        return document.get(portal.types.require(document.ref().type()).title()).filter(title -> !title.isBlank()).orElse("#" + document.ref().id());
    }

    /// What tells documents with the same title apart: number and moment of creation.
    String apart(Document document) {
        return text("merge.created", Long.toString(document.ref().id()), portal.notation.show(MOMENT, document.created(), tab.habits()));
    }

    /// A value as text; linked documents by their titles.
    String value(Field<?> field, Object value) {
        return switch (value) {
            case DocumentRef ref -> titles.computeIfAbsent(ref, wanted -> portal.documents.get(wanted, tab.actor()).map(this::title).orElseGet(wanted::toString));
            case List<?> many -> many.stream().map(each -> each instanceof DocumentRef ? value(field, each) : portal.notation.show(field, List.of(each), tab.habits())).collect(Collectors.joining(", "));
            default -> portal.notation.show(field, value, tab.habits());
        };
    }

    String value(Field<?> field, Document document) {
        return document.values().any(field).map(value -> value(field, value)).orElse("");
    }

    String name(Field<?> field) {
        return tab.text(type.nameOf(field));
    }

    String text(String key, Object... arguments) {
        return tab.text(Label.of(key, arguments));
    }
}

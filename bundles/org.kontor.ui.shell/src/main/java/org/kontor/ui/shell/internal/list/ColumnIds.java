package org.kontor.ui.shell.internal.list;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.ui.shell.internal.filters.Subjects;

/// The columns a list can have, by id.
final class ColumnIds {
    private ColumnIds() {}

    static boolean known(String id, DocumentType type) {
        return all(type).contains(id);
    }

    /// All there are: fields as they are sorted, then what every document has.
    static List<String> all(DocumentType type) {
        return Stream.concat(Stream.of("id"), Subjects.fields(type).stream().map(Field::id)).toList();
    }

    /// Those wanted, the title before all: it names the row and opens it.
    static List<String> shown(List<String> wanted, DocumentType type) {
        List<String> shown = new ArrayList<>(List.of(type.title().id()));
        wanted.stream().filter(id -> known(id, type) && !shown.contains(id)).forEach(shown::add);
        return shown;
    }
}

package org.kontor.ui.shell.internal.card;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.api.documents.Change;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Values;

/// What of a draft is left to be written after somebody chose between both sides of each clash. `mine` may be empty, as for an undo: then what it would do is in the clashes.
record ChosenDraft(DocumentType type, Draft mine, List<Change.Clash> clashes) {
    private static final String STAGE = "stage";

    /// A draft with all that nobody else changed, and of the clashes those whose field is named; `stage` for the stage.
    Draft keeping(Set<String> keptMine) {
        Set<String> clashing = clashes.stream().map(Change.Clash::fieldId).collect(Collectors.toSet());
        Values values = Values.none();
        for (Field<?> field : type.fields()) {
            if (mine.values().mentions(field) && !clashing.contains(field.id())) {
                values = put(values, field, mine.values().any(field));
            }
        }
        for (Change.Clash clash : clashes) {
            Optional<Field<?>> field = type.field(clash.fieldId());
            if (keptMine.contains(clash.fieldId()) && field.isPresent()) {
                values = put(values, field.get(), clash.mine());
            }
        }
        Optional<String> wanted = clashing.contains(STAGE)
                ? clashes.stream().filter(clash -> clash.fieldId().equals(STAGE) && keptMine.contains(STAGE)).findFirst().flatMap(Change.Clash::mine).map(Object::toString)
                : mine.stage();
        return new Draft(values, wanted, Optional.empty(), mine.crossing());
    }

    private static Values put(Values values, Field<?> field, Optional<Object> value) {
        return value.isPresent() ? values.withAny(field, value.get()) : values.cleared(field);
    }
}

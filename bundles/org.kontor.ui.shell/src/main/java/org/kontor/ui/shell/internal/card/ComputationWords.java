package org.kontor.ui.shell.internal.card;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kontor.api.documents.Computation;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Field;
import org.kontor.api.labels.Label;
import org.kontor.ui.api.Viewer;

/// Says from what a read-only value follows: a formula with the names of fields, or what is counted or summed up where.
record ComputationWords(DocumentType type, DocumentTypes types, Viewer viewer) {
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    Optional<String> of(Field<?> field) {
        return field.computation().map(way -> switch (way) {
            case Computation.Formula(String expression) -> "= " + named(expression);
            case Computation.RollUp up -> rollUp(up);
        });
    }

    private String named(String expression) {
        return WORD.matcher(expression).replaceAll(word -> Matcher.quoteReplacement(type.field(word.group()).map(field -> "“" + viewer.text(type.nameOf(field)) + "”").orElse(word.group())));
    }

    private String rollUp(Computation.RollUp up) {
        Optional<DocumentType> of = types.find(up.typeId());
        String many = of.map(DocumentType::many).map(viewer::text).orElse(up.typeId());
        String link = name(of, up.linkField());
        return viewer.text(up.fieldId().isEmpty()
                ? Label.of("card.computed.COUNT", many, link)
                : Label.of("card.computed." + up.how(), name(of, up.fieldId().get()), many, link));
    }

    private String name(Optional<DocumentType> of, String fieldId) {
        return of.flatMap(known -> known.field(fieldId).map(known::nameOf)).map(viewer::text).orElse(fieldId);
    }
}

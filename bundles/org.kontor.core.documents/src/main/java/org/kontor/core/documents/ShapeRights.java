package org.kontor.core.documents;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.api.access.Access;
import org.kontor.api.access.Permission;
import org.kontor.api.documents.Refusal;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;
import org.kontor.api.people.Actor;

/// What is asked of everybody who changes the shape of documents: the permission, and names in every language.
final class ShapeRights {
    static final int LONGEST_NAME = 100;

    private final Access access;
    private final Labels labels;

    ShapeRights(Access access, Labels labels) {
        this.access = access;
        this.labels = labels;
    }

    Optional<Refusal> denied(Actor actor) {
        return access.may(actor, Permission.CONFIGURE) ? Optional.empty() : Optional.of(Refusal.of(Label.of("documents.shape.denied")));
    }

    /// A name that a person gave is neither too long nor missing in a language the portal offers (FLD-5).
    Optional<Refusal> objection(Label name) {
        return switch (name) {
            case Label.Keyed _ -> Optional.empty();
            case Label.Verbatim(String text) -> length(text);
            case Label.Given given -> missing(given).or(() -> given.byLanguage().values().stream().flatMap(text -> length(text).stream()).findFirst());
        };
    }

    private Optional<Refusal> missing(Label.Given given) {
        List<String> without = labels.languages().stream().map(Locale::getLanguage).filter(language -> !given.byLanguage().containsKey(language)).toList();
        return without.isEmpty() ? Optional.empty() : Optional.of(about(Label.of("documents.shape.name-missing", String.join(", ", without))));
    }

    private static Optional<Refusal> length(String text) {
        return text.isBlank() || text.length() > LONGEST_NAME
                ? Optional.of(about(Label.of("documents.shape.name-length", TextReading.quoted(text), LONGEST_NAME)))
                : Optional.empty();
    }

    private static Refusal about(Label reason) {
        return new Refusal(Optional.of("name"), reason);
    }

    /// The text ids are made from: the English one, else the first.
    String plain(Label name) {
        return labels.text(name, Locale.ENGLISH);
    }
}

package org.kontor.core.documents.imports;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Imports.Plan;
import org.kontor.api.documents.Notation;
import org.kontor.api.files.Files;
import org.kontor.api.people.Actor;
import org.kontor.api.people.People;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Turns plans into rows: opens the file and reads it in the habits of who imports.
@Component(service = Readings.class)
public final class Readings {
    private final DocumentTypes types;
    private final Notation notation;
    private final People people;
    private final Files files;

    @Activate
    public Readings(@Reference DocumentTypes types, @Reference Notation notation, @Reference People people, @Reference Files files) {
        this.types = types;
        this.notation = notation;
        this.people = people;
        this.files = files;
    }

    Sheet open(Plan plan) throws IOException {
        return Sheet.open(files.open(plan.file()), plan);
    }

    /// @throws IllegalArgumentException when the type is not there
    RowReading rows(Plan plan, Actor actor) {
        DocumentType type = types.require(plan.typeId());
        List<Optional<Field<?>>> columns = plan.columns().stream().<Optional<Field<?>>>map(column -> column.flatMap(type::field)).toList();
        return new RowReading(type, columns, plan.charset(), notation, habits(actor, plan.country()));
    }

    Locale language(Actor actor) {
        return habits(actor, "").language();
    }

    private Notation.Habits habits(Actor actor, String country) {
        return actor.person()
                .flatMap(people::find)
                .map(person -> new Notation.Habits(person.language(), person.zone(), country))
                .orElse(new Notation.Habits(Locale.ENGLISH, ZoneOffset.UTC, country));
    }

    /// @throws IllegalArgumentException when the plan does not fit the type, or can't be carried out at all
    void check(Plan plan) {
        DocumentType type = types.require(plan.typeId());
        if (!known(plan.charset())) {
            throw new IllegalArgumentException("this Java does not know the charset '" + plan.charset() + "': try UTF-8 or windows-1252");
        }
        if (plan.delimiter() == '"' || plan.delimiter() == '\n' || plan.delimiter() == '\r') {
            throw new IllegalArgumentException("the delimiter must not be a quote or line end: try a comma, semicolon or tab");
        }
        if (plan.columns().stream().allMatch(Optional::isEmpty)) {
            throw new IllegalArgumentException("no column goes to a field: name at least one of " + type.fields().stream().map(Field::id).toList());
        }
        Set<String> used = new HashSet<>();
        for (Optional<String> column : plan.columns()) {
            if (column.isPresent() && (type.field(column.get()).isEmpty() || !used.add(column.get()))) {
                throw new IllegalArgumentException(used.contains(column.get())
                        ? "two columns go to the field '" + column.get() + "': choose one"
                        : "document type '" + type.id() + "' has no field '" + column.get() + "'");
            }
        }
        if (!plan.country().matches("([A-Z]{2})?")) {
            throw new IllegalArgumentException("country '" + plan.country() + "' is not of the form IT (ISO 3166), or empty");
        }
    }

    static boolean known(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

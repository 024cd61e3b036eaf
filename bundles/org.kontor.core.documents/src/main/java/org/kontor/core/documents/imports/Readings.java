package org.kontor.core.documents.imports;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Imports.LinkKey;
import org.kontor.api.documents.Imports.Mode;
import org.kontor.api.documents.Imports.Plan;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Notation;
import org.kontor.api.files.Files;
import org.kontor.api.people.Actor;
import org.kontor.api.people.People;
import org.kontor.core.documents.MatchKeys;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Turns plans into rows: opens the file and reads it in the habits of who imports.
@Component(service = Readings.class)
public final class Readings {
    private static final int LONGEST_SHEET = 250;

    private final DocumentTypes types;
    private final Notation notation;
    private final People people;
    private final Files files;
    private final Documents documents;
    private final MatchKeys keys;

    @Activate
    public Readings(@Reference DocumentTypes types, @Reference Notation notation, @Reference People people, @Reference Files files, @Reference Documents documents, @Reference MatchKeys keys) {
        this.types = types;
        this.notation = notation;
        this.people = people;
        this.files = files;
        this.documents = documents;
        this.keys = keys;
    }

    Sheet open(Plan plan) throws IOException {
        return Sheet.open(files.open(plan.file()), plan);
    }

    /// @throws IllegalArgumentException when the type is not there
    RowReading rows(Plan plan, Actor actor) {
        Notation.Habits habits = habits(actor, plan.country());
        Map<String, LinkLookup> links = new HashMap<>();
        plan.links().forEach((fieldId, key) -> {
            DocumentType target = types.require(key.typeId());
            links.put(fieldId, new LinkLookup(target, field(target, key.fieldId()), documents, keys, notation, habits, actor));
        });
        return new RowReading(types.require(plan.typeId()), plan, links, notation, habits);
    }

    Matching matching(Plan plan) {
        DocumentType type = types.require(plan.typeId());
        return new Matching(type, plan.mode(), plan.match().<Field<?>>map(id -> field(type, id)), documents, keys);
    }

    RowActs acts(Plan plan, RowReading reading) {
        return new RowActs(documents, matching(plan), reading, plan.typeId(), plan.fresh().stage());
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
        plan.columns().forEach(column -> column.ifPresent(id -> checkColumn(field(type, id), used)));
        plan.links().forEach((fieldId, key) -> checkLink(field(type, fieldId), key));
        checkMatch(plan, type);
        checkFresh(plan, type);
        if (!plan.country().matches("([A-Z]{2})?")) {
            throw new IllegalArgumentException("country '" + plan.country() + "' is not of the form IT (ISO 3166), or empty");
        }
    }

    private void checkFresh(Plan plan, DocumentType type) {
        plan.fresh().stage().filter(stage -> type.stage(stage).isEmpty()).ifPresent(stage -> {
            throw new IllegalArgumentException("document type '" + type.id() + "' has no stage '" + stage + "'");
        });
        plan.fresh().values().keySet().forEach(id -> {
            if (field(type, id).computation().isPresent()) {
                throw new IllegalArgumentException("the field '" + id + "' is computed: it can't be given");
            }
        });
        RowReading.given(type, plan, notation, new Notation.Habits(Locale.ENGLISH, ZoneOffset.UTC, plan.country()));
        if (plan.sheet().length() > LONGEST_SHEET) {
            throw new IllegalArgumentException("the name of a sheet has at most " + LONGEST_SHEET + " characters, not " + plan.sheet().length());
        }
    }

    private static void checkColumn(Field<?> field, Set<String> used) {
        if (!used.add(field.id()) && !(field.kind() instanceof Kind.Many<?>)) {
            throw new IllegalArgumentException("two columns go to the field '" + field.id() + "': choose one");
        }
        if (field.computation().isPresent()) {
            throw new IllegalArgumentException("the field '" + field.id() + "' is computed: it can't be imported");
        }
    }

    private void checkLink(Field<?> field, LinkKey key) {
        Kind<?> kind = field.kind() instanceof Kind.Many<?> many ? many.of() : field.kind();
        if (!(kind instanceof Kind.Link(List<String> targets)) || !targets.isEmpty() && !targets.contains(key.typeId())) {
            throw new IllegalArgumentException("the field '" + field.id() + "' does not link to documents of type '" + key.typeId() + "'");
        }
        field(types.require(key.typeId()), key.fieldId());
    }

    private void checkMatch(Plan plan, DocumentType type) {
        if (plan.match().isEmpty() && plan.mode() != Mode.CREATE) {
            throw new IllegalArgumentException("to " + plan.mode() + " a match field is needed: name one of the columns' fields");
        }
        if (plan.match().isPresent() && (type.field(plan.match().get()).isEmpty() || !plan.columns().contains(plan.match()))) {
            throw new IllegalArgumentException("the match field '" + plan.match().get() + "' must be the field of a column");
        }
    }

    private static Field<?> field(DocumentType type, String fieldId) {
        return type.field(fieldId).orElseThrow(() -> new IllegalArgumentException("document type '" + type.id() + "' has no field '" + fieldId + "'"));
    }

    static boolean known(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

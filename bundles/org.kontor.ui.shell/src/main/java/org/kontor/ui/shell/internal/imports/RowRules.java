package org.kontor.ui.shell.internal.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Imports.Fresh;
import org.kontor.api.documents.Imports.Mode;
import org.kontor.api.documents.Imports.Plan;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.ui.api.Viewer;
import org.kontor.ui.shell.internal.parts.Elements;

/// What becomes of rows: new documents, changes to those that are there already, or nothing; and where new ones begin.
final class RowRules {
    private static final String ALL = "ALL";
    private static final String SECTION = "section";

    private final Viewer viewer;
    private final DocumentType type;
    private final Supplier<Plan> plan;
    private final Consumer<Plan> changed;
    private final Div content = Elements.div("reading");

    RowRules(Viewer viewer, DocumentType type, Supplier<Plan> plan, Consumer<Plan> changed) {
        this.viewer = viewer;
        this.type = type;
        this.plan = plan;
        this.changed = changed;
    }

    Component content() {
        return content;
    }

    /// Shows what the plan says, and offers what its columns allow.
    void show() {
        content.removeAll();
        Map<String, String> keys = keys();
        Optional<String> match = plan.get().match();
        content.add(PlainSelect.labelled(text("import.mode"), new PlainSelect("import-mode", modes(!keys.isEmpty()), mode(plan.get()), this::choose)));
        match.ifPresent(key -> content.add(PlainSelect.labelled(text("import.key"), new PlainSelect("import-key", keys, key, value -> change(plan.get().matching(plan.get().mode(), Optional.of(value)))))));
        if (plan.get().mode() == Mode.UPDATE) {
            return;
        }
        if (!type.pipelines().isEmpty()) {
            content.add(PlainSelect.labelled(text("import.stage"), new PlainSelect("import-stage", stages(), plan.get().fresh().stage().orElse(""),
                    value -> change(plan.get().giving(new Fresh(Optional.of(value).filter(id -> !id.isEmpty()), plan.get().fresh().values()))))));
        }
        type.field(SECTION).filter(field -> field.kind() instanceof Kind.Choice && !plan.get().columns().contains(Optional.of(SECTION))).ifPresent(field ->
                content.add(PlainSelect.labelled(viewer.text(type.nameOf(field)), new PlainSelect("import-section", sections((Kind.Choice) field.kind()), plan.get().fresh().values().getOrDefault(SECTION, ""), this::lay))));
    }

    private static String mode(Plan plan) {
        return plan.match().isEmpty() ? ALL : plan.mode().name();
    }

    private Map<String, String> modes(boolean keyed) {
        Map<String, String> modes = new LinkedHashMap<>();
        for (String id : keyed ? List.of(ALL, "CREATE", "BOTH", "UPDATE") : List.of(ALL)) {
            modes.put(id, text("import.mode." + id));
        }
        return modes;
    }

    private void choose(String mode) {
        Plan now = plan.get();
        Optional<String> key = now.match().or(() -> keys().keySet().stream().findFirst());
        change(mode.equals(ALL) ? now.matching(Mode.CREATE, Optional.empty()) : now.matching(Mode.valueOf(mode), key));
    }

    /// The fields of columns by which rows and documents can be the same; mails and phones first.
    private Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        List<Field<?>> fields = type.fields().stream().filter(field -> plan.get().columns().contains(Optional.of(field.id())) && !(kind(field) instanceof Kind.Attachment)).toList();
        fields.stream().filter(field -> kind(field) instanceof Kind.Email || kind(field) instanceof Kind.PhoneNumber).forEach(field -> keys.put(field.id(), viewer.text(type.nameOf(field))));
        fields.forEach(field -> keys.putIfAbsent(field.id(), viewer.text(type.nameOf(field))));
        return keys;
    }

    private static Kind<?> kind(Field<?> field) {
        return field.kind() instanceof Kind.Many<?> many ? many.of() : field.kind();
    }

    private Map<String, String> stages() {
        Map<String, String> stages = new LinkedHashMap<>();
        stages.put("", text("import.stage.initial"));
        for (Pipeline way : type.pipelines()) {
            for (Stage stage : way.stages()) {
                stages.put(stage.id(), type.pipelines().size() > 1 ? viewer.text(way.name()) + " · " + viewer.text(stage.name()) : viewer.text(stage.name()));
            }
        }
        return stages;
    }

    private Map<String, String> sections(Kind.Choice choice) {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("", text("import.section.none"));
        choice.options().forEach(option -> sections.put(option.id(), viewer.text(option.name())));
        return sections;
    }

    private void lay(String section) {
        Map<String, String> values = new HashMap<>(plan.get().fresh().values());
        values.remove(SECTION);
        if (!section.isEmpty()) {
            values.put(SECTION, section);
        }
        change(plan.get().giving(new Fresh(plan.get().fresh().stage(), values)));
    }

    private void change(Plan other) {
        changed.accept(other);
        show();
    }

    private String text(String key) {
        return viewer.text(Label.of(key));
    }
}

package org.kontor.ui.shell.internal.duplicates;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Duplicates.Rule;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Control;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// The rules of a type: fields that must be the same together, and whether that warns or blocks. What is chosen counts at once, and can be taken back.
final class RuleList {
    private static final String WARN = "warn";
    private static final String BLOCK = "block";

    private final PageTab tab;
    private final Portal portal;
    private final DocumentType type;
    private final Shown shown;
    private final Runnable changed;
    private final Div rows = Elements.div("stack tight");
    private final Div trouble = new Div();

    RuleList(PageTab tab, Portal portal, DocumentType type, Shown shown, Runnable changed) {
        this.tab = tab;
        this.portal = portal;
        this.type = type;
        this.shown = shown;
        this.changed = changed;
        trouble.getElement().setAttribute("aria-live", "assertive");
        draw();
    }

    Component content() {
        return Elements.div("stack", rows, trouble);
    }

    private void draw() {
        rows.removeAll();
        List<Rule> rules = rules();
        if (rules.isEmpty()) {
            rows.add(Elements.text("quiet", shown.text("duplicates.rules.none")));
        }
        for (int place = 0; place < rules.size(); place++) {
            rows.add(row(rules, place));
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("", shown.text("duplicates.rule.add"));
        fields.putAll(fields(List.of()));
        Control add = Control.choice(fields, "", false).with("aria-label", shown.text("duplicates.rule.add"));
        add.whenSettled((id, _) -> {
            if (!id.isEmpty()) {
                List<Rule> more = new ArrayList<>(rules());
                more.add(new Rule(List.of(id), false));
                set(more);
            }
        });
        rows.add(Elements.div("row", Elements.test(add, "add-rule")));
    }

    private List<Rule> rules() {
        return portal.duplicates.rules(type.id());
    }

    private Component row(List<Rule> rules, int place) {
        Rule rule = rules.get(place);
        Div row = Elements.test(Elements.div("row wrap duplicate-rule"), "rule-" + place);
        for (String id : rule.fields()) {
            row.add(chip(rules, place, id));
        }
        if (rule.fields().size() < Rule.MOST_FIELDS) {
            Map<String, String> more = new LinkedHashMap<>();
            more.put("", shown.text("duplicates.rule.and"));
            more.putAll(fields(rule.fields()));
            Control and = Control.choice(more, "", false).with("aria-label", shown.text("duplicates.rule.and.name", names(rule)));
            and.whenSettled((id, _) -> {
                if (!id.isEmpty()) {
                    List<String> ids = new ArrayList<>(rule.fields());
                    ids.add(id);
                    replace(rules, place, new Rule(ids, rule.blocks()));
                }
            });
            row.add(Elements.test(and, "rule-and"));
        }
        Map<String, String> acts = new LinkedHashMap<>();
        acts.put(WARN, shown.text("duplicates.rule.warns"));
        acts.put(BLOCK, shown.text("duplicates.rule.blocks"));
        Control act = Control.choice(acts, rule.blocks() ? BLOCK : WARN, false).with("aria-label", shown.text("duplicates.rule.act", names(rule)));
        act.whenSettled((id, _) -> replace(rules, place, new Rule(rule.fields(), id.equals(BLOCK))));
        row.add(Elements.test(act, "rule-act"));
        row.add(Elements.test(Elements.iconButton("trash-2", shown.text("duplicates.rule.remove", names(rule)), () -> {
            List<Rule> fewer = new ArrayList<>(rules);
            fewer.remove(place);
            set(fewer);
        }), "rule-remove"));
        return row;
    }

    private Component chip(List<Rule> rules, int place, String id) {
        Rule rule = rules.get(place);
        String name = type.field(id).map(shown::name).orElse(id);
        Div chip = Elements.div("row chip", Elements.text("", name));
        if (rule.fields().size() > 1) {
            chip.add(Elements.iconButton("x", shown.text("duplicates.rule.without", name), () -> replace(rules, place, new Rule(rule.fields().stream().filter(each -> !each.equals(id)).toList(), rule.blocks()))));
        }
        return chip;
    }

    private String names(Rule rule) {
        return rule.fields().stream().map(id -> type.field(id).map(shown::name).orElse(id)).collect(Collectors.joining(" + "));
    }

    /// Fields that can tell documents apart, without some.
    private Map<String, String> fields(List<String> without) {
        Map<String, String> fields = new LinkedHashMap<>();
        type.fields().stream().filter(field -> !without.contains(field.id()) && field.computation().isEmpty() && tells(field)).forEach(field -> fields.put(field.id(), shown.name(field)));
        return fields;
    }

    private static boolean tells(Field<?> field) {
        Kind<?> kind = field.kind() instanceof Kind.Many<?> many ? many.of() : field.kind();
        return !(kind instanceof Kind.Attachment || kind instanceof Kind.YesNo || kind instanceof Kind.Booking);
    }

    private void replace(List<Rule> rules, int place, Rule rule) {
        List<Rule> others = new ArrayList<>(rules);
        others.set(place, rule);
        set(others);
    }

    private void set(List<Rule> wanted) {
        List<Rule> before = rules();
        if (put(wanted)) {
            tab.tell(Label.of("duplicates.rules.set"), Label.of("merge.undo"), () -> put(before));
        }
    }

    private boolean put(List<Rule> wanted) {
        trouble.removeAll();
        Amendment<List<Rule>> answer = portal.duplicates.set(type.id(), wanted, tab.actor());
        if (answer instanceof Amendment.Refused<List<Rule>>(var reasons)) {
            reasons.forEach(reason -> trouble.add(Elements.note("bad", "circle-alert", tab.text(reason.reason()))));
        }
        draw();
        changed.run();
        return answer instanceof Amendment.Done;
    }
}

package org.kontor.ui.shell.internal.robots;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.labels.Label;
import org.kontor.api.workflow.ActivityShape;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// What the robot does: found by words among the activities there are now, and its form. Follows them as they come and go.
final class ActivityChoice {
    private final PageTab tab;
    private final Portal portal;
    private final DocumentType type;
    private final RobotDraft draft;
    private final Div content = Elements.div("robot-part");
    private final Div found = Elements.div("results robot-activities");
    private final LiveText search;
    /// Kept while words are typed: a click on one must not be lost because the list was drawn anew.
    private final Map<String, NativeButton> lines = new HashMap<>();
    private Optional<ActivityForm> form = Optional.empty();
    private String words = "";

    ActivityChoice(PageTab tab, Portal portal, DocumentType type, RobotDraft draft) {
        this.tab = tab;
        this.portal = portal;
        this.type = type;
        this.draft = draft;
        this.search = new LiveText(text("robots.find-activity"), typed -> {
            words = typed;
            find();
        });
        Elements.test(search, "activity");
        draw();
    }

    Div content() {
        return content;
    }

    void focus() {
        if (draft.activityId.isEmpty()) {
            search.focus();
        }
    }

    /// Activities came or went: what was typed stays.
    void refresh() {
        if (draft.activityId.isEmpty()) {
            find();
        } else if (form.map(ActivityForm::away).orElse(true) != known().isEmpty()) {
            draw();
        }
    }

    boolean ready() {
        if (draft.activityId.isEmpty()) {
            found.addComponentAsFirst(Elements.text("trouble", text("robots.choose-activity")));
            search.focus();
        }
        return draft.activityId.isPresent() && form.map(ActivityForm::ready).orElse(true);
    }

    void accept() {
        form.ifPresent(ActivityForm::accept);
    }

    /// Shows a reason at an input; false when there is none of that name.
    boolean refuse(String component, String why) {
        return form.map(some -> some.refuse(component, why)).orElse(false);
    }

    private void draw() {
        content.removeAll();
        content.add(Elements.text("part-title", text("robots.what")));
        if (draft.activityId.isEmpty()) {
            form = Optional.empty();
            content.add(search, found);
            find();
            return;
        }
        String id = draft.activityId.get();
        NativeButton other = Elements.button("plain", "", text("robots.other-activity"), this::other);
        content.add(Elements.test(Elements.div("row robot-chosen", Elements.div("mark accent", Elements.icon("bot")),
                Elements.div("grow", Elements.text("strong", new RobotWords(tab, portal, type).activity(id)), Elements.text("quiet small robot-hint", hint(id))), other), "activity"));
        Optional<ActivityShape> known = known();
        if (known.isEmpty()) {
            content.add(Elements.note("warn", "plug", text("robots.away.hint", id)));
        }
        ActivityForm made = new ActivityForm(tab, portal, type, draft, known);
        form = Optional.of(made);
        content.add(made.content());
    }

    private void other() {
        draft.activityId = Optional.empty();
        draw();
        search.focus();
    }

    private void choose(ActivityShape shape) {
        draft.activityId = Optional.of(shape.id());
        draw();
        form.ifPresent(ActivityForm::focus);
    }

    private void find() {
        found.removeAll();
        List<ActivityShape> fitting = portal.robots.activities().stream()
                .filter(this::fits)
                .sorted(Comparator.comparing(shape -> tab.text(shape.name()), String.CASE_INSENSITIVE_ORDER))
                .toList();
        fitting.forEach(shape -> found.add(lines.computeIfAbsent(shape.id(), _ -> line(shape))));
        if (fitting.isEmpty()) {
            found.add(Elements.text("quiet small", text(words.isBlank() ? "robots.no-activity" : "robots.none-found", words)));
        }
    }

    private NativeButton line(ActivityShape shape) {
        NativeButton line = new NativeButton("", _ -> choose(shape));
        line.getElement().setAttribute("type", "button");
        line.add(Elements.icon("bot"), Elements.div("robot-result", Elements.text("strong", tab.text(shape.name())), Elements.text("quiet small", hint(shape.id()))));
        return Elements.test(line, "activity-" + shape.id());
    }

    private boolean fits(ActivityShape shape) {
        String all = (tab.text(shape.name()) + " " + hint(shape.id()) + " " + shape.id()).toLowerCase(Locale.ROOT);
        return List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream().allMatch(all::contains);
    }

    private String hint(String activityId) {
        String key = "activity." + activityId + ".hint";
        return portal.labels.has(key) ? text(key) : "";
    }

    private Optional<ActivityShape> known() {
        return portal.robots.activities().stream().filter(shape -> draft.activityId.equals(Optional.of(shape.id()))).findFirst();
    }

    private String text(String key, Object... arguments) {
        return tab.text(Label.of(key, arguments));
    }
}

package org.kontor.ui.shell.internal.robots;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Refusal;
import org.kontor.api.labels.Label;
import org.kontor.api.workflow.Robot;
import org.kontor.api.workflow.RobotSheet;
import org.kontor.api.workflow.Robots;
import org.kontor.api.workflow.Timing;
import org.kontor.ui.shell.internal.parts.Control;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.Popup;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// Adds or changes a robot: what it does, when, and for which documents. Saving makes the next version of the stage's sheet.
final class RobotDialog {
    private final PageTab tab;
    private final Portal portal;
    private final DocumentType type;
    private final RobotDraft draft;
    private final Runnable saved;
    private final StageSheets sheets;
    private final ActivityChoice activity;
    private final TimingChoice timing;
    private final ConditionRows conditions;
    private final Div note = Elements.div("robot-note");
    private final Popup popup;
    private String stage;

    RobotDialog(PageTab tab, Portal portal, DocumentType type, RobotDraft draft, Runnable saved) {
        this.tab = tab;
        this.portal = portal;
        this.type = type;
        this.draft = draft;
        this.saved = saved;
        this.sheets = new StageSheets(portal.robots, type.id(), tab.actor());
        this.stage = draft.seen.stageId();
        this.activity = new ActivityChoice(tab, portal, type, draft);
        this.timing = new TimingChoice(tab, draft.timing);
        this.conditions = new ConditionRows(tab, portal, type, draft.condition);
        note.getElement().setAttribute("role", "alert");
        Div form = Elements.div("robot-form", activity.content(), timing.content(), conditions.content());
        if (!draft.fresh) {
            form.add(stages());
        }
        popup = new Popup(text(draft.fresh ? "robots.new" : "robots.edit", type.stage(stage).orElseThrow().name()), form, note, buttons());
    }

    void open() {
        popup.open(tab);
        AutoCloseable watch = portal.robots.watch(() -> tab.later(activity::refresh));
        activity.content().addDetachListener(_ -> RobotsPage.close(watch));
        activity.focus();
    }

    private Component stages() {
        Map<String, String> all = new LinkedHashMap<>();
        type.pipelineOf(stage).or(type::pipeline).orElseThrow().stages().forEach(each -> all.put(each.id(), tab.text(each.name())));
        Control choice = Control.choice(all, stage, false).with("aria-label", text("robots.stage")).with("data-test", "stage");
        choice.whenSettled((chosen, _) -> stage = chosen);
        return Elements.div("robot-part", Elements.text("part-title", text("robots.stage")), choice);
    }

    private Component buttons() {
        Div row = Elements.div("row robot-buttons");
        if (!draft.fresh) {
            row.add(Elements.test(Elements.button("plain danger", "trash-2", text("robots.delete"), this::delete), "delete"));
        }
        NativeButton save = Elements.button("primary", "", text("robots.save"), () -> save(draft.seen));
        row.add(Elements.div("grow"), Elements.button("", "", text("robots.cancel"), () -> popup.close()), Elements.test(save, "save"));
        return row;
    }

    private void save(RobotSheet seen) {
        note.removeAll();
        activity.accept();
        Optional<Timing> when = timing.read();
        Optional<Filter> condition = conditions.read();
        if (!activity.ready() || when.isEmpty() || condition.isEmpty()) {
            return;
        }
        Robot robot = new Robot(draft.id, draft.activityId.orElseThrow(), when.get(), condition.get(), draft.input);
        switch (sheets.put(seen, robot)) {
            case Robots.Saving.Saved _ -> placed();
            case Robots.Saving.Refused(List<Refusal> reasons) -> refused(reasons, seen);
        }
    }

    /// Saved; on to another stage if one was chosen.
    private void placed() {
        if (!stage.equals(draft.seen.stageId())) {
            Optional<Label> refused = sheets.move(draft.id, draft.seen.stageId(), stage, Integer.MAX_VALUE);
            if (refused.isPresent()) {
                popup.close();
                saved.run();
                tab.tell(refused.get());
                return;
            }
        }
        popup.close();
        saved.run();
        tab.tell(Label.of("robots.saved"));
    }

    private void refused(List<Refusal> reasons, RobotSheet seen) {
        RobotSheet newest = sheets.newest(seen.stageId());
        if (newest.version() != seen.version()) {
            outdated(newest);
            return;
        }
        for (Refusal refusal : reasons) {
            String component = refusal.field().filter(field -> field.startsWith(draft.id + ".")).map(field -> field.substring(draft.id.length() + 1)).orElse("");
            if (!activity.refuse(component, tab.text(refusal.reason()))) {
                note.add(Elements.note("bad", "circle-alert", tab.text(refusal.reason())));
            }
        }
    }

    /// Somebody saved the sheet meanwhile: says what became of this robot in it, and leaves the choice.
    private void outdated(RobotSheet newest) {
        Optional<Robot> theirs = StageSheets.find(newest, draft.id);
        Optional<Robot> mine = StageSheets.find(draft.seen, draft.id);
        String key = draft.fresh || theirs.equals(mine) ? "robots.outdated.others" : theirs.isPresent() ? "robots.outdated.same" : "robots.outdated.deleted";
        note.removeAll();
        note.add(Elements.note("warn", "users", text(key)));
        note.add(Elements.div("row wrap",
                Elements.test(Elements.button("", "", text("robots.outdated.mine"), () -> save(newest)), "save-mine"),
                Elements.test(Elements.button("plain", "", text("robots.outdated.theirs"), this::dropped), "take-theirs")));
    }

    private void dropped() {
        popup.close();
        saved.run();
    }

    private void delete() {
        Robot robot = StageSheets.find(draft.seen, draft.id).orElseThrow();
        String from = draft.seen.stageId();
        Optional<Label> refused = StageSheets.reason(sheets.remove(from, draft.id));
        popup.close();
        saved.run();
        if (refused.isPresent()) {
            tab.tell(refused.get());
            return;
        }
        tab.tell(Label.of("robots.deleted"), Label.of("robots.undo"), () -> {
            StageSheets.reason(sheets.insert(from, robot, draft.place())).ifPresent(tab::tell);
            saved.run();
        });
    }

    private String text(String key, Object... arguments) {
        return tab.text(Label.of(key, arguments));
    }
}

package org.kontor.ui.shell.internal.robots;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Query;
import org.kontor.api.labels.Label;
import org.kontor.api.workflow.RunState;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// Steps that need somebody: which robot, for which document, why, and a way to try again.
final class TroubleList {
    private static final int SHOWN = 25;

    /// A step and its run.
    private record Trouble(RunState run, RunState.StepState step) {}

    private final PageTab tab;
    private final Portal portal;
    private final DocumentType type;

    TroubleList(PageTab tab, Portal portal, DocumentType type) {
        this.tab = tab;
        this.portal = portal;
        this.type = type;
    }

    Component content(List<RunState> runs) {
        List<Trouble> all = runs.stream().flatMap(run -> run.steps().stream().filter(StageColumn::inTrouble).map(step -> new Trouble(run, step))).toList();
        Div section = Elements.div("stack");
        H2 title = new H2(text("robots.troubles"));
        section.add(Elements.div("row", title, Elements.text(all.isEmpty() ? "badge" : "badge alert", Integer.toString(all.size()))));
        if (all.isEmpty()) {
            section.add(Elements.div("row quiet small", Elements.icon("circle-check"), Elements.text("", text("robots.no-troubles"))));
            return section;
        }
        List<Trouble> shown = all.stream().limit(SHOWN).toList();
        Map<DocumentRef, Document> documents = documents(shown);
        Div list = Elements.div("trouble-list");
        list.getElement().setAttribute("role", "list");
        shown.forEach(trouble -> list.add(line(trouble, Optional.ofNullable(documents.get(trouble.run().document())))));
        section.add(list);
        if (all.size() > SHOWN) {
            section.add(Elements.text("quiet small", text("robots.more-troubles", all.size() - SHOWN)));
        }
        return section;
    }

    private Component line(Trouble trouble, Optional<Document> document) {
        RunState.StepState step = trouble.step();
        String name = document.flatMap(some -> some.get(type.title())).orElse(trouble.run().document().toString());
        String activity = new RobotWords(tab, portal, type).activity(step.activityId());
        Div what = Elements.div("grow",
                Elements.div("row wrap", Elements.text("strong", activity), Elements.link(trouble.run().document().toString(), Elements.text("", name))),
                Elements.text("small trouble-reason", step.note().map(tab::text).orElse("")));
        String kind = step.progress() == RunState.Progress.REFUSED ? "bad" : "warn";
        String icon = switch (step.progress()) {
            case ACTIVITY_AWAY -> "plug";
            case RETRYING -> "refresh-cw";
            default -> "circle-x";
        };
        Div line = Elements.div("trouble-line", Elements.div("mark " + kind, Elements.icon(icon)), what);
        if (step.progress() != RunState.Progress.ACTIVITY_AWAY) {
            NativeButton retry = Elements.button("", "rotate-ccw", text("robots.retry"), () -> retry(trouble));
            retry.getElement().setAttribute("aria-label", text("robots.retry-what", activity, name));
            line.add(Elements.test(retry, "retry"));
        }
        line.getElement().setAttribute("role", "listitem").setAttribute("data-progress", step.progress().name());
        return Elements.test(line, "trouble-" + trouble.run().id() + "-" + step.robotId());
    }

    private void retry(Trouble trouble) {
        boolean tried = portal.runs.retry(trouble.run().id(), trouble.step().robotId(), tab.actor());
        tab.tell(Label.of(tried ? "robots.retried" : "robots.not-retried"));
    }

    private Map<DocumentRef, Document> documents(List<Trouble> troubles) {
        List<Object> ids = troubles.stream().<Object>map(trouble -> trouble.run().document().id()).distinct().toList();
        Query query = Query.newest(type.id()).where(new Filter.In("id", ids)).limited(SHOWN);
        return portal.documents.find(query, tab.actor()).documents().stream().collect(Collectors.toMap(Document::ref, Function.identity()));
    }

    private String text(String key, Object... arguments) {
        return tab.text(Label.of(key, arguments));
    }
}

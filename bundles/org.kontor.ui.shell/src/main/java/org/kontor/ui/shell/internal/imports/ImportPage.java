package org.kontor.ui.shell.internal.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Permission;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Imports.Plan;
import org.kontor.api.documents.Imports.Progress;
import org.kontor.api.documents.Imports.State;
import org.kontor.api.files.FileRef;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// Brings documents of a type in from a file, all on one page; an import that runs is followed, also after the page was left and opened again.
public final class ImportPage {
    private static final int POLL_MILLIS = 500;

    private final PageTab tab;
    private final Portal portal;
    private final DocumentType type;
    private final Div steps = Elements.div("stack wide-gap");
    private final Div page = Elements.div("page");
    private final ProgressPanel progress;
    private final PastImports past;
    private final UndoPanel undo;
    private Optional<Long> followed = Optional.empty();

    public ImportPage(PageTab tab, Portal portal, DocumentType type) {
        this.tab = tab;
        this.portal = portal;
        this.type = type;
        ErrorFileLink errorFile = new ErrorFileLink(tab, portal);
        this.undo = new UndoPanel(tab, portal, () -> tab.ui().setPollInterval(POLL_MILLIS));
        this.progress = new ProgressPanel(tab, type, errorFile, undo, new Steering());
        this.past = new PastImports(tab, portal, errorFile, this::follow);
        page.add(head());
        if (!portal.access.may(tab.actor(), Permission.IMPORT) || portal.access.reach(tab.actor(), type.id(), Operation.CREATE) == Reach.NONE) {
            page.add(Elements.empty("shield", text("import.not-allowed"), text("import.not-allowed.hint")));
            return;
        }
        page.add(Elements.div("stack wide-gap", steps, past.content()));
        List<Progress> latest = latest();
        latest.stream().filter(each -> each.state() == State.RUNNING || each.state() == State.PAUSED).findFirst().ifPresentOrElse(this::follow, this::another);
        poll();
    }

    public Component content() {
        return page;
    }

    private Component head() {
        Anchor back = Elements.link(type.id(), Elements.icon("chevron-left"), Elements.text("", tab.text(type.many())));
        back.addClassName("back");
        Paragraph hint = new Paragraph(text("import.hint"));
        hint.addClassName("quiet");
        return new Div(back, Elements.div("settings-head", new H1(tab.text(Label.of("import.title", tab.text(type.many())))), hint));
    }

    /// Begins with an empty page again.
    private void another() {
        followed = Optional.empty();
        steps.removeAll();
        tab.ui().setPollInterval(-1);
        PlanSteps plan = new PlanSteps(tab, portal, type, this::start);
        Div chosen = new Div();
        chosen.add(new FileDrop(tab, portal, file -> {
            Optional<Label> objection = plan.open(file);
            if (objection.isEmpty()) {
                chosen(file, chosen);
            }
            return objection;
        }).content());
        steps.add(Elements.div("panel stack", PlanSteps.step(tab, 1, "import.file"), chosen), plan.content());
        past.show(latest());
    }

    private void chosen(FileRef file, Div place) {
        place.removeAll();
        place.add(Elements.div("row wrap", Elements.icon("file-text"), Elements.test(Elements.text("strong", file.name()), "chosen-file"), Elements.text("quiet", size(file.size())),
                Elements.button("plain", "rotate-ccw", text("import.other-file"), this::another)));
    }

    private void start(Plan plan) {
        try {
            follow(portal.imports.start(plan, tab.actor()));
        } catch (IllegalArgumentException e) {
            tab.tell(Label.of("import.start-failed"));
        }
    }

    private void follow(Progress running) {
        followed = Optional.of(running.id());
        progress.clear();
        progress.show(running);
        steps.removeAll();
        steps.add(progress.content());
        past.show(latest().stream().filter(each -> each.id() != running.id()).toList());
        tab.ui().setPollInterval(running.state() == State.RUNNING || undo.running() ? POLL_MILLIS : -1);
    }

    /// Holds, goes on, and stops what is followed.
    private final class Steering implements ProgressPanel.Acts {
        @Override
        public void pause(long importId) {
            portal.imports.pause(importId, tab.actor());
            catchUp();
        }

        @Override
        public void goOn(long importId) {
            portal.imports.resume(importId, tab.actor());
            catchUp();
            tab.ui().setPollInterval(POLL_MILLIS);
        }

        @Override
        public void cancel(long importId) {
            portal.imports.cancel(importId, tab.actor());
            catchUp();
        }

        @Override
        public void another() {
            ImportPage.this.another();
        }
    }

    private void catchUp() {
        followed.flatMap(id -> portal.imports.find(id, tab.actor())).ifPresent(now -> {
            progress.show(now);
            undo.update();
            if (now.state() != State.RUNNING && !undo.running()) {
                tab.ui().setPollInterval(-1);
                past.show(latest().stream().filter(each -> each.id() != now.id()).toList());
            }
        });
    }

    /// Asks twice a second while an import runs and the page is open.
    private void poll() {
        var listening = tab.ui().addPollListener(_ -> catchUp());
        tab.atLeave(() -> {
            listening.remove();
            tab.ui().setPollInterval(-1);
        });
    }

    private List<Progress> latest() {
        return portal.imports.latest(tab.actor()).stream().filter(each -> each.typeId().equals(type.id())).toList();
    }

    private static String size(long bytes) {
        return bytes < 1 << 20 ? Math.max(1, bytes >> 10) + " kB" : (bytes >> 20) + " MB";
    }

    private String text(String key) {
        return tab.text(Label.of(key));
    }
}

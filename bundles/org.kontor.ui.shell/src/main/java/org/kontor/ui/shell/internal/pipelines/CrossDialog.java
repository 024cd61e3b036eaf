package org.kontor.ui.shell.internal.pipelines;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.kontor.api.access.Grant;
import org.kontor.api.access.Operation;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Pipelines;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Control;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.Popup;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// Moves documents to another pipeline: which one, which stage becomes which, what the other one does not show (Q1). Can be taken back.
public final class CrossDialog {
    private final Desk desk;
    private final List<Document> documents;
    private final List<Pipeline> targets;
    private final Runnable after;
    private final Div map = Elements.div("cross-map");
    private final Div losses = Elements.test(Elements.div("stack tight"), "cross-losses");
    private final Popup popup;
    private Pipeline target;
    private Map<String, String> stages = Map.of();

    /// `after` runs when documents were moved, and when they were moved back.
    public CrossDialog(PageTab tab, Portal portal, DocumentType type, List<Document> documents, Runnable after) {
        this.desk = new Desk(tab, portal, type.id());
        this.documents = documents;
        this.after = after;
        this.targets = targets(tab, portal, type, documents);
        this.target = targets.getFirst();
        Map<String, String> names = new LinkedHashMap<>();
        targets.forEach(way -> names.put(way.id(), tab.text(way.name())));
        Control choice = Control.choice(names, target.id(), false).with("data-test", "cross-target");
        choice.whenSettled((id, _) -> take(id));
        NativeButton move = Elements.test(Elements.button("primary", "", desk.text("cross.go"), this::move), "cross-go");
        NativeButton cancel = Elements.button("plain", "", desk.text("cancel"), this::close);
        losses.getElement().setAttribute("aria-live", "polite");
        popup = new Popup(documents.size() == 1 ? desk.text("cross") : desk.text("cross.many", documents.size()), labelled(desk.text("cross.target"), choice),
                Elements.text("strong small", desk.text("cross.stages")), map, losses, Elements.div("row", Elements.div("grow"), cancel, move));
        take(target.id());
    }

    /// The pipelines documents of a type can be moved to by the viewer; none where that is not allowed.
    public static List<Pipeline> targets(PageTab tab, Portal portal, DocumentType type, List<Document> documents) {
        if (type.pipelines().size() < 2 || !portal.pipelines.movesAllowed(type.id())) {
            return List.of();
        }
        List<Pipeline> here = documents.stream().flatMap(document -> document.stage().flatMap(type::pipelineOf).stream()).distinct().toList();
        Grant grant = portal.access.grant(tab.actor(), type.id(), Operation.CHANGE);
        return Ways.sorted(type.pipelines(grant), tab).stream().filter(way -> here.size() != 1 || !here.contains(way)).toList();
    }

    public void open() {
        popup.open(desk.tab());
    }

    private void close() {
        popup.close();
    }

    private void take(String id) {
        target = targets.stream().filter(way -> way.id().equals(id)).findFirst().orElse(target);
        List<Stage> from = from();
        stages = new LinkedHashMap<>(StageMap.guess(from, target, stage -> desk.tab().text(stage.name())));
        Map<String, String> names = new LinkedHashMap<>();
        target.stages().forEach(stage -> names.put(stage.id(), desk.tab().text(stage.name())));
        map.removeAll();
        for (Stage stage : from) {
            Control choice = Control.choice(names, stages.get(stage.id()), false).with("data-test", "cross-stage-" + stage.id());
            choice.whenSettled((chosen, _) -> stages.put(stage.id(), chosen));
            map.add(labelled(desk.tab().text(stage.name()), choice));
        }
        tellLosses();
    }

    /// The stages the documents are in, in the order of their pipelines.
    private List<Stage> from() {
        return desk.type().pipelines().stream().filter(way -> !way.id().equals(target.id())).flatMap(way -> way.stages().stream())
                .filter(stage -> documents.stream().anyMatch(document -> document.stage().equals(Optional.of(stage.id())))).toList();
    }

    private void tellLosses() {
        losses.removeAll();
        DocumentType type = desk.type();
        List<Object> ids = documents.stream().<Object>map(document -> document.ref().id()).toList();
        Pipelines.MovePlan plan = desk.portal().pipelines.plan(type.id(), new Filter.In("id", ids), target.id(), stages, desk.tab().actor());
        if (plan.losses().isEmpty()) {
            losses.add(Elements.note("good", "circle-check", desk.text("cross.no-losses", desk.tab().text(target.name()))));
            return;
        }
        losses.add(Elements.note("warn", "eye-off", desk.text("cross.losses", desk.tab().text(target.name()))));
        plan.losses().forEach(loss -> losses.add(Elements.text("small",
                desk.text("cross.loss", type.field(loss.fieldId()).map(field -> desk.tab().text(type.nameOf(field))).orElse(loss.fieldId()), loss.documents()))));
    }

    private static Component labelled(String name, Control control) {
        NativeLabel label = new NativeLabel(name);
        label.addClassName("given-line");
        label.add(control);
        return label;
    }

    private void move() {
        List<DocumentRef> refs = documents.stream().map(Document::ref).toList();
        List<Pipelines.MoveReport> reports = new ArrayList<>();
        for (int i = 0; i < refs.size(); i += Pipelines.MOST_MOVED) {
            reports.add(desk.portal().pipelines.move(desk.typeId(), refs.subList(i, Math.min(i + Pipelines.MOST_MOVED, refs.size())), target.id(), stages, desk.tab().actor()));
        }
        close();
        after.run();
        report(reports);
    }

    private void report(List<Pipelines.MoveReport> reports) {
        int moved = reports.stream().mapToInt(report -> report.moved().size()).sum();
        Optional<Label> why = why(reports);
        if (moved == 0) {
            why.ifPresent(reason -> desk.tab().tell(Label.of("pipelines.cross.stayed", reason)));
            return;
        }
        Consumer<Label> tell = message -> desk.tab().tell(message, Label.of("pipelines.undo"), () -> back(reports));
        tell.accept(why.map(reason -> Label.of("pipelines.cross.partly", moved, target.name(), reason)).orElseGet(() -> Label.of("pipelines.cross.moved", moved, target.name())));
    }

    private void back(List<Pipelines.MoveReport> reports) {
        List<Pipelines.MoveReport> undone = reports.stream().map(report -> desk.portal().pipelines.undo(report, desk.tab().actor())).toList();
        after.run();
        desk.tab().tell(why(undone).map(reason -> Label.of("pipelines.cross.stayed", reason)).orElse(Label.of("pipelines.cross.back")));
    }

    private static Optional<Label> why(List<Pipelines.MoveReport> reports) {
        return reports.stream().flatMap(report -> report.stayed().stream()).flatMap(stayed -> stayed.reasons().stream()).map(refusal -> refusal.reason()).findFirst();
    }
}

package org.kontor.ui.shell.internal.duplicates;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Duplicates.Choice;
import org.kontor.api.documents.Duplicates.Merge;
import org.kontor.api.documents.Duplicates.Plan;
import org.kontor.api.documents.Duplicates.Preview;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Refusal;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.Popup;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// Makes one of several documents of a type: which one stays, and which value of each field in which they differ. What was merged can be taken back from the toast.
public final class MergeDialog {
    private static final String TOGETHER = "all";

    private final PageTab tab;
    private final Portal portal;
    private final List<Document> documents;
    private final Consumer<Merge.Done> merged;
    private final Shown shown;
    private final Div fields = Elements.div("stack");
    private final Div trouble = new Div();
    private final NativeButton merge;
    private final Popup popup;
    private final Map<String, DocumentRef> taking = new HashMap<>();
    private DocumentRef survivor;

    /// `documents` are two to [#most] of one type, the one that is offered to stay first. `merged` is called after they were merged, and again with the survivor when that was taken back.
    public MergeDialog(PageTab tab, Portal portal, DocumentType type, List<Document> documents, Consumer<Merge.Done> merged) {
        if (documents.size() < 2 || documents.size() > most()) {
            throw new IllegalArgumentException("2 to " + most() + " documents can be merged at once, not " + documents.size());
        }
        this.tab = tab;
        this.portal = portal;
        this.documents = List.copyOf(documents);
        this.merged = merged;
        this.shown = new Shown(tab, portal, type);
        this.survivor = documents.getFirst().ref();
        trouble.getElement().setAttribute("aria-live", "assertive");
        fields.getElement().setAttribute("aria-live", "polite");
        merge = Elements.test(Elements.button("primary", "merge", shown.text("merge.do"), this::merge), "merge");
        Component cancel = Elements.button("plain", "", shown.text("list.cancel"), this::close);
        popup = new Popup(shown.text("merge.title", documents.size()), Elements.div("merge", Elements.text("quiet", shown.text("merge.hint")), survivors(), fields, trouble),
                Elements.div("row", Elements.div("grow"), cancel, merge));
    }

    /// The most documents that can be merged at once.
    public static int most() {
        return Plan.MOST_LOSERS + 1;
    }

    public void open() {
        draw();
        popup.open(tab);
    }

    private void close() {
        popup.close();
    }

    private Component survivors() {
        List<OneOf.Option> options = documents.stream().map(document -> new OneOf.Option(document.ref().toString(), shown.title(document), shown.apart(document))).toList();
        return OneOf.of("merge-survivor", shown.text("merge.survivor"), options, survivor.toString(), this::survive);
    }

    private void survive(String ref) {
        survivor = documents.stream().map(Document::ref).filter(each -> each.toString().equals(ref)).findFirst().orElse(survivor);
        taking.clear();
        draw();
    }

    private Plan plan() {
        return new Plan(survivor, documents.stream().map(Document::ref).filter(ref -> !ref.equals(survivor)).toList(), taking);
    }

    private void draw() {
        fields.removeAll();
        trouble.removeAll();
        Optional<Preview> preview = portal.duplicates.preview(plan(), tab.actor());
        merge.setEnabled(preview.isPresent());
        if (preview.isEmpty()) {
            refuse(List.of(shown.text("merge.gone")));
            return;
        }
        if (preview.get().choices().isEmpty()) {
            fields.add(Elements.text("quiet", shown.text("merge.same")));
        }
        preview.get().choices().forEach(choice -> fields.add(values(choice)));
        fields.add(Elements.test(Elements.note("", "link", shown.text("merge.links", preview.get().links())), "merge-links"));
    }

    private Component values(Choice choice) {
        List<OneOf.Option> options = new ArrayList<>();
        boolean many = choice.field().kind() instanceof Kind.Many<?>;
        if (many) {
            options.add(new OneOf.Option(TOGETHER, shown.text("merge.together"), ""));
        }
        choice.values().forEach((ref, value) -> options.add(new OneOf.Option(ref.toString(), shown.value(choice.field(), value), many || documents.size() > 2 ? titled(ref) : "")));
        return OneOf.of("merge-" + choice.field().id(), shown.name(choice.field()), options, many ? TOGETHER : choice.chosen().toString(), id -> take(choice, id));
    }

    private String titled(DocumentRef ref) {
        return documents.stream().filter(document -> document.ref().equals(ref)).findFirst().map(document -> shown.title(document) + " #" + ref.id()).orElse("");
    }

    private void take(Choice choice, String id) {
        Optional<DocumentRef> from = choice.values().keySet().stream().filter(ref -> ref.toString().equals(id)).findFirst();
        from.ifPresentOrElse(ref -> taking.put(choice.field().id(), ref), () -> taking.remove(choice.field().id()));
    }

    private void merge() {
        switch (portal.duplicates.merge(plan(), tab.actor())) {
            case Merge.Refused(List<Refusal> reasons) -> refuse(reasons.stream().map(reason -> tab.text(reason.reason())).toList());
            case Merge.Done done -> {
                close();
                merged.accept(done);
                tab.tell(Label.of("merge.done", documents.size(), shown.title(done.survivor())), Label.of("merge.undo"), () -> takeBack(done));
            }
        }
    }

    private void refuse(List<String> reasons) {
        trouble.removeAll();
        reasons.forEach(reason -> trouble.add(Elements.test(Elements.note("bad", "circle-alert", reason), "merge-trouble")));
    }

    private void takeBack(Merge.Done done) {
        switch (portal.duplicates.unmerge(done.mergeId(), tab.actor())) {
            case Merge.Refused(List<Refusal> reasons) -> tab.tell(reasons.getFirst().reason());
            case Merge.Done back -> {
                merged.accept(back);
                tab.tell(back.left().isEmpty() ? Label.of("merge.undone") : Label.of("merge.undone.left", back.left().size(), back.left().getFirst()));
            }
        }
    }
}

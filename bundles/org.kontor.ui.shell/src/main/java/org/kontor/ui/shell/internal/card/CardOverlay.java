package org.kontor.ui.shell.internal.card;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.Contributions;
import org.kontor.ui.shell.internal.tab.LiveChanges;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// A document's card over the page (CARD-1): fields, stages, timeline, robots, and what bundles add. It follows the document while it is open.
public final class CardOverlay {
    /// Takes the focus, keeps it off the page behind, and reports Escape; a field that is being edited takes its Escape first.
    private static final String TAKE_OVER = """
            const page = document.querySelector('.frame');
            window.kontorCardOpener ??= document.activeElement;
            if (page) page.inert = true;
            this.focus({preventScroll: true});
            const keys = e => {
              if (!this.isConnected) return document.removeEventListener('keydown', keys);
              if (e.key === 'Escape' && !e.defaultPrevented && !document.querySelector('.dialog-veil, .card-menu:popover-open') && (this.contains(e.target) || e.target === document.body))
                this.dispatchEvent(new Event('escape'));
            };
            document.addEventListener('keydown', keys);
            """;
    private static final String GIVE_BACK = """
            setTimeout(() => {
              if (document.querySelector('.card')) return;
              const page = document.querySelector('.frame');
              if (page) page.inert = false;
              if (window.kontorCardOpener?.isConnected) window.kontorCardOpener.focus({preventScroll: true});
              window.kontorCardOpener = undefined;
            })""";

    private final PageTab tab;
    private final Portal portal;
    private final OpenDocument open;
    private final Contributions contributions;
    private final Runnable stopListening;
    private final Div card = Elements.test(Elements.div("card"), "card");
    private final Div content;
    private Optional<CardBody> body = Optional.empty();

    public CardOverlay(PageTab tab, Portal portal, Contributions contributions, LiveChanges live, DocumentRef ref) {
        this.tab = tab;
        this.portal = portal;
        this.open = new OpenDocument(tab, portal, ref, live::changed);
        this.contributions = contributions;
        Div veil = Elements.div("veil");
        veil.addClickListener(_ -> tab.leaveCard());
        content = new Div(veil, card);
        card.getElement().setAttribute("role", "dialog").setAttribute("aria-modal", "true").setAttribute("tabindex", "-1");
        card.getElement().addEventListener("escape", _ -> tab.leaveCard());
        card.getElement().executeJs(TAKE_OVER + Moments.KEEP_SPEAKING);
        draw();
        open.watch(this::follow);
        stopListening = live.listen(tab.ui(), this::changed);
    }

    public DocumentRef ref() {
        return open.ref();
    }

    public Component content() {
        return content;
    }

    public String title() {
        return open.title();
    }

    /// What bundles contribute changed.
    public void refresh() {
        open.reload();
        body.ifPresent(CardBody::refresh);
    }

    public void close() {
        stopListening.run();
        tab.ui().getPage().executeJs(GIVE_BACK);
    }

    private void changed(Set<DocumentRef> refs) {
        if (refs.contains(open.ref())) {
            open.reload();
        }
        body.ifPresent(present -> present.linked(refs));
    }

    /// The document was read anew.
    private void follow() {
        if (open.present() == body.isPresent()) {
            body.ifPresent(CardBody::update);
            card.getElement().setAttribute("aria-label", name());
        } else {
            draw();
        }
    }

    private String name() {
        return tab.text(open.type().one()) + ": " + open.title();
    }

    private void draw() {
        card.removeAll();
        card.getElement().setAttribute("aria-label", name());
        body = open.present() ? Optional.of(new CardBody(open, contributions)) : Optional.empty();
        body.ifPresentOrElse(present -> card.add(present.content()), this::nothing);
    }

    private void nothing() {
        NativeButton back = Elements.button("primary", "", tab.text(Label.of("card.back")), tab::leaveCard);
        card.add(Elements.div("card-top", Elements.div("grow"), CardHead.close(open)),
                Elements.test(Elements.div("card-missing", Elements.empty("search", tab.text(Label.of("card.missing")), tab.text(Label.of("card.missing.hint"))), merged(), back), "card-missing"));
    }

    /// Where it went, when it was merged into another one; and the way back.
    private Component merged() {
        Div place = Elements.div("row wrap merged-into");
        portal.duplicates.mergedInto(open.ref(), tab.actor()).ifPresent(done -> place.add(
                Elements.text("", tab.text(Label.of("card.merge.into"))),
                Elements.test(Elements.link(done.survivor().ref().toString(), Elements.text("", open.titleOf(done.survivor().ref()))), "merged-into"),
                Elements.test(Elements.button("", "undo-2", tab.text(Label.of("card.merge.undo")), () -> new TakenBack(open).merge(done.mergeId())), "unmerge")));
        return place;
    }
}

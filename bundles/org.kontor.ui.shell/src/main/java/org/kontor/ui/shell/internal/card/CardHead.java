package org.kontor.ui.shell.internal.card;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Permission;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.pipelines.CrossDialog;
import org.kontor.ui.shell.internal.tab.Contributions;

/// What names the document: type and number, title, who is responsible; and what can be done to the whole.
final class CardHead {
    private final OpenDocument open;
    private final Runnable arrange;
    private final FieldCell title;
    private final Optional<FieldCell> responsible;
    private final Div since = Elements.div("row small quiet since");
    private final Div content = Elements.div("card-head");

    /// `arrange` lets the sections be laid out.
    CardHead(OpenDocument open, Contributions contributions, StageBar stages, Runnable arrange) {
        this.open = open;
        this.arrange = arrange;
        DocumentType type = open.type();
        this.title = new FieldCell(open, contributions, type.title());
        this.responsible = type.responsible().map(field -> new FieldCell(open, contributions, field, text("card.nobody")));
        title.content().addClassName("card-title");
        title.content().getElement().setAttribute("role", "heading").setAttribute("aria-level", "2");
        Elements.test(title.content(), "card-title");
        Div facts = Elements.div("card-facts");
        responsible.ifPresent(cell -> {
            cell.label().setClassName("out-of-sight");
            facts.add(cell.label(), cell.content());
        });
        facts.add(since);
        content.add(top(type), title.content(), facts, stages.content());
        update();
    }

    Component content() {
        return content;
    }

    FieldCell title() {
        return title;
    }

    Optional<FieldCell> responsible() {
        return responsible;
    }

    void update() {
        title.update();
        responsible.ifPresent(FieldCell::update);
        since.removeAll();
        since.add(Elements.icon("clock"), Elements.text("", text("card.since")), Moments.spoken(open.document().created(), open.tab(), open.portal()));
    }

    private Div top(DocumentType type) {
        Div top = Elements.div("card-top");
        top.add(Elements.div("kind", Elements.icon(type.icon()), Elements.text("", open.tab().text(type.one()) + " " + open.ref().id())), Elements.div("grow"));
        top.add(copy(), menu(), close(open));
        return top;
    }

    /// The browser lets only a click itself write to the clipboard, so the copying is done there.
    private Component copy() {
        NativeButton copy = Elements.iconButton("link", text("card.copy-link"), () -> open.tab().tell(Label.of("card.copied")));
        copy.getElement().executeJs("""
                this.addEventListener('click', () => {
                  const address = location.origin + $0;
                  if (navigator.clipboard) return navigator.clipboard.writeText(address);
                  const text = document.createElement('textarea');
                  text.value = address;
                  this.append(text);
                  text.select();
                  document.execCommand('copy');
                  text.remove();
                })""", "/" + open.ref());
        return Elements.test(copy, "copy-link");
    }

    /// Opened, closed and walked through by the browser itself.
    private Component menu() {
        List<NativeButton> acts = new ArrayList<>();
        if (open.may(Operation.CHANGE) && open.may(Operation.DELETE)) {
            acts.add(act("merge", "card.merge", "card-merge", () -> new MergeDialog(open, Optional.empty()).open()));
        }
        if (open.may(Operation.CHANGE) && !CrossDialog.targets(open.tab(), open.portal(), open.type(), List.of(open.document())).isEmpty()) {
            acts.add(act("arrow-right-left", "pipelines.cross", "card-cross", () -> new CrossDialog(open.tab(), open.portal(), open.type(), List.of(open.document()), open::reload).open()));
        }
        if (open.portal().access.may(open.tab().actor(), Permission.CONFIGURE)) {
            acts.add(act("sliders-horizontal", "card.layout.start", "card-layout", arrange));
        }
        if (open.may(Operation.DELETE)) {
            NativeButton delete = act("trash-2", "card.delete", "card-delete", open::delete);
            delete.addClassName("danger");
            acts.add(delete);
        }
        Div menu = Elements.div("card-menu", acts.toArray(Component[]::new));
        menu.getElement().setAttribute("popover", "auto").setAttribute("role", "menu").setAttribute("aria-label", text("card.more"));
        NativeButton button = Elements.iconButton("ellipsis-vertical", text("card.more"), () -> {});
        button.getElement().setAttribute("aria-haspopup", "menu").setAttribute("aria-expanded", "false");
        menu.getElement().executeJs("""
                $0.popoverTargetElement = this;
                this.addEventListener('toggle', e => {
                  $0.setAttribute('aria-expanded', e.newState === 'open');
                  if (e.newState === 'open') this.querySelector('button').focus();
                });
                this.addEventListener('click', e => e.target.closest('button') && this.hidePopover());
                this.addEventListener('keydown', e => {
                  const step = {ArrowDown: 1, ArrowUp: -1}[e.key];
                  if (!step) return;
                  e.preventDefault();
                  const all = [...this.querySelectorAll('button')];
                  all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
                });""", button.getElement());
        Div both = new Div(Elements.test(button, "card-menu"), menu);
        both.setVisible(!acts.isEmpty());
        return both;
    }

    private NativeButton act(String icon, String key, String test, Runnable act) {
        NativeButton button = new NativeButton();
        button.add(Elements.icon(icon), Elements.text("", text(key)));
        button.getElement().setAttribute("type", "button").setAttribute("role", "menuitem");
        button.addClickListener(_ -> act.run());
        return Elements.test(button, test);
    }

    static Component close(OpenDocument open) {
        return Elements.test(Elements.iconButton("x", open.tab().text(Label.of("shell.close")), open.tab()::leaveCard), "card-close");
    }

    private String text(String key) {
        return open.tab().text(Label.of(key));
    }
}

package org.kontor.ui.shell.internal.card;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.api.access.Operation;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Layouts;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.Popup;

/// The card as it was at a moment, what differs from now marked; the whole can be brought back.
final class FormerCard {
    private static final Field<Instant> MOMENT = Field.of("moment", new Kind.Moment());

    private final OpenDocument open;
    private final Instant moment;

    FormerCard(OpenDocument open, Instant moment) {
        this.open = open;
        this.moment = moment;
    }

    void open() {
        Optional<Document> former = open.portal().documents.asOf(open.ref(), moment, open.tab().actor());
        Div content = Elements.test(Elements.div("stack former"), "former-card");
        Popup popup = new Popup(open.tab().text(Label.of("card.as-of", open.portal().notation.show(MOMENT, moment, open.tab().habits()))), content);
        if (former.isEmpty()) {
            content.add(Elements.note("", "info", text("card.as-of.none")));
        } else {
            draw(former.get(), content, popup);
        }
        popup.open(open.tab());
    }

    private void draw(Document former, Div content, Popup popup) {
        List<Component> sections = sections(former);
        former.stage().flatMap(open.type()::stage).ifPresent(stage -> content.add(stage(stage, !former.stage().equals(open.document().stage()))));
        content.add(sections.toArray(Component[]::new));
        if (open.may(Operation.CHANGE)) {
            NativeButton back = Elements.test(Elements.button("primary", "rotate-ccw", text("card.as-of.restore"), () -> restore(former, popup)), "restore-all");
            content.add(Elements.div("row", back));
        }
    }

    private Component stage(Stage stage, boolean other) {
        return Elements.div(other ? "former-value other" : "former-value", Elements.text("label", text("card.stage")), Elements.dot(stage), Elements.text("", open.tab().text(stage.name())));
    }

    private List<Component> sections(Document former) {
        List<Component> all = new ArrayList<>();
        for (Layouts.Section section : open.portal().layouts.card(open.type(), former).sections()) {
            Div part = Elements.div("former-section", new H3(open.tab().text(section.title())));
            section.fieldIds().stream().flatMap(id -> open.type().field(id).stream()).forEach(field -> part.add(value(field, former)));
            if (!section.fieldIds().isEmpty()) {
                all.add(part);
            }
        }
        return all;
    }

    private Component value(Field<?> field, Document former) {
        Optional<Object> then = former.values().any(field);
        Optional<Object> now = open.document().values().any(field);
        Div line = Elements.div(then.equals(now) ? "former-value" : "former-value other", Elements.text("label", open.tab().text(open.type().nameOf(field))),
                Elements.text("", then.map(value -> open.shown(field, value)).orElse("–")));
        if (!then.equals(now)) {
            line.add(Elements.text("quiet small", open.tab().text(Label.of("card.as-of.now", now.map(value -> open.shown(field, value)).orElse("–")))));
        }
        return Elements.test(line, "former-" + field.id());
    }

    private void restore(Document former, Popup popup) {
        Document before = open.document();
        popup.close();
        open.change(Draft.back(open.type(), former).on(before.version()), reason -> open.tab().tell(Label.verbatim(reason)), () -> {});
        if (open.present() && open.document().version() > before.version()) {
            open.tab().tell(Label.of("card.as-of.restored"), Label.of("card.undo"), () -> {
                open.reload();
                if (open.present()) {
                    open.change(Draft.back(open.type(), before).on(open.document().version()), reason -> open.tab().tell(Label.verbatim(reason)), () -> {});
                }
            });
        }
    }

    private String text(String key) {
        return open.tab().text(Label.of(key));
    }
}

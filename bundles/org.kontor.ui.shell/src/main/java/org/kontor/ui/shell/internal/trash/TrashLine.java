package org.kontor.ui.shell.internal.trash;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.time.Instant;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Permission;
import org.kontor.api.documents.Change;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Trash;
import org.kontor.api.documents.Trash.Thrown;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.api.people.Person;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// A document in the trash: what it is, who deleted it and when, and what can be done. Deleting for good takes a second click on the same button, since nothing brings it back.
final class TrashLine {
    private static final Field<Instant> MOMENT = Field.of("moment", new Kind.Moment());

    private final PageTab tab;
    private final Portal portal;
    private final DocumentType type;
    private final Thrown thrown;
    private final Runnable gone;
    private final String title;
    private final Div line;
    private boolean armed;

    /// `gone` runs when it is not in the trash any more.
    TrashLine(PageTab tab, Portal portal, DocumentType type, Thrown thrown, Runnable gone) {
        this.tab = tab;
        this.portal = portal;
        this.type = type;
        this.thrown = thrown;
        this.gone = gone;
        this.title = thrown.document().get(type.title()).filter(text -> !text.isBlank()).orElse("#" + thrown.document().ref().id());
        line = Elements.test(Elements.div("trash-line", Elements.icon(type.icon()), Elements.div("grow", Elements.text("strong name", title), Elements.text("quiet small", details())), acts()), "trashed");
        line.getElement().setAttribute("data-ref", thrown.document().ref().toString());
    }

    Component content() {
        return line;
    }

    private String details() {
        String when = portal.notation.show(MOMENT, thrown.since(), tab.habits());
        String who = switch (thrown.by()) {
            case Actor.Robot(String id) -> id;
            case Actor person -> person.person().flatMap(portal.people::find).map(Person::name).orElse("");
        };
        return tab.text(Label.of("trash.details", tab.text(type.one()), when, who));
    }

    private Div acts() {
        Div acts = Elements.div("row");
        if (portal.access.grant(tab.actor(), type.id(), Operation.DELETE).covers(type.subject(thrown.document()))) {
            acts.add(Elements.test(Elements.button("", "archive-restore", tab.text(Label.of("trash.restore")), this::restore), "restore"));
            if (portal.access.may(tab.actor(), Permission.ADMINISTER)) {
                acts.add(purger());
            }
        }
        return acts;
    }

    private NativeButton purger() {
        NativeButton button = Elements.test(Elements.button("plain danger", "trash-2", tab.text(Label.of("trash.purge")), () -> {}), "purge");
        button.addClickListener(_ -> {
            if (armed) {
                purge();
            } else {
                armed = true;
                button.setText(tab.text(Label.of("trash.purge.sure")));
            }
        });
        button.addBlurListener(_ -> {
            armed = false;
            button.setText(tab.text(Label.of("trash.purge")));
        });
        return button;
    }

    private void restore() {
        switch (portal.documents.restore(thrown.document().ref(), tab.actor())) {
            case Change.Changed _ -> {
                gone.run();
                tab.tell(Label.of("trash.restored", title), Label.of("list.open"), () -> tab.open(thrown.document().ref()));
            }
            case Change.Refused refused -> tab.tell(Label.of("list.refused", title, refused.reasons().getFirst().reason()));
            case Change.Denied(Label rule) -> tab.tell(Label.of("list.denied", title, rule));
            case Change.Conflict _, Change.Missing _ -> missing();
        }
    }

    private void purge() {
        switch (portal.trash.purge(thrown.document().ref(), tab.actor())) {
            case Trash.Purge.Purged _ -> {
                gone.run();
                tab.tell(Label.of("trash.purged", title));
            }
            case Trash.Purge.Denied(Label rule) -> tab.tell(Label.of("list.denied", title, rule));
            case Trash.Purge.Missing _ -> missing();
        }
    }

    private void missing() {
        gone.run();
        tab.tell(Label.of("list.missing", title));
    }
}

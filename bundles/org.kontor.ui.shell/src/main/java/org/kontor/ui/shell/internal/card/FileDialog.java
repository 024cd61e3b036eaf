package org.kontor.ui.shell.internal.card;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Attachments;
import org.kontor.api.documents.Field;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.Popup;
import org.kontor.ui.shell.internal.parts.ShownFile;

/// A file at large: its picture, and what was in the field before, to be fetched too.
final class FileDialog {
    private static final int MOST_VERSIONS = 20;
    private static final int SIDE = 1_024;

    private final OpenDocument open;
    private final Field<?> field;
    private final ShownFile shown;

    FileDialog(OpenDocument open, Field<?> field, ShownFile shown) {
        this.open = open;
        this.field = field;
        this.shown = shown;
    }

    void open() {
        Div content = Elements.test(Elements.div("stack file-dialog"), "file-dialog");
        if (shown.pictured()) {
            content.add(shown.picture(SIDE));
        }
        content.add(Elements.div("row wrap", shown.link(), Elements.text("quiet small", shown.size())), versions());
        new Popup(shown.file().name(), content).open(open.tab());
    }

    private Component versions() {
        List<Attachments.Version> all = open.portal().attachments.versions(open.ref(), field.id(), MOST_VERSIONS, open.tab().actor());
        UnorderedList list = new UnorderedList();
        list.addClassName("versions");
        ActorWords actors = new ActorWords(open.tab(), open.portal());
        for (Attachments.Version version : all) {
            ShownFile file = new ShownFile(version.file(), Optional.of(open.ref()), open.tab(), open.portal());
            list.add(Elements.test(new ListItem(Elements.div("grow", file.link()), Elements.text("quiet small", file.size()), Elements.text("quiet small", actors.name(version.by())),
                    Moments.spoken(version.since(), open.tab(), open.portal())), "version"));
        }
        return Elements.div("stack", Elements.text("strong small", open.tab().text(Label.of("file.versions"))), list);
    }
}

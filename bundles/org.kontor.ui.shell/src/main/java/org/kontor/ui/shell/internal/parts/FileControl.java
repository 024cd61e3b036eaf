package org.kontor.ui.shell.internal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Kind;
import org.kontor.api.files.FileRef;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// One file or several: what is there with pictures and sizes, a way to take each out, and the upload of more (FLD-19).
final class FileControl {
    private final boolean many;
    private final Optional<DocumentRef> document;
    private final Consumer<List<FileRef>> changed;
    private final PageTab tab;
    private final Portal portal;
    private final List<FileRef> files;
    private final Div list = Elements.div("files");
    private final Div content = Elements.div("many");
    private Consumer<String> refused = _ -> {};
    private Runnable accepted = () -> {};

    FileControl(String fieldId, String name, List<FileRef> present, boolean many, Optional<DocumentRef> document, Consumer<List<FileRef>> changed, PageTab tab, Portal portal) {
        this.many = many;
        this.document = document;
        this.changed = changed;
        this.tab = tab;
        this.portal = portal;
        this.files = new ArrayList<>(present);
        content.getElement().setAttribute("role", "group").setAttribute("aria-label", name);
        content.add(list, new FileUpload(fieldId, name, many, tab, portal, this::take, why -> refused.accept(why)).content());
        draw();
    }

    Div content() {
        return content;
    }

    /// What is to be done with reasons against a file, and when one was taken.
    void whenSettled(Consumer<String> refusedFile, Runnable acceptedFile) {
        refused = refusedFile;
        accepted = acceptedFile;
    }

    private void take(FileRef file) {
        accepted.run();
        if (!many) {
            files.clear();
        }
        if (files.size() >= Kind.Many.MOST) {
            refused.accept(tab.text(Label.of("file.too-many", Kind.Many.MOST)));
            return;
        }
        files.add(file);
        draw();
        changed.accept(List.copyOf(files));
    }

    private void remove(FileRef file) {
        files.remove(file);
        draw();
        changed.accept(List.copyOf(files));
        content.getElement().executeJs("setTimeout(() => this.querySelector('vaadin-upload button')?.focus())");
    }

    private void draw() {
        list.removeAll();
        files.forEach(file -> list.add(line(file)));
        list.setVisible(!files.isEmpty());
    }

    private Component line(FileRef file) {
        ShownFile shown = new ShownFile(file, document, tab, portal);
        Div line = Elements.div("file-line");
        if (shown.pictured()) {
            line.add(shown.picture(64));
        }
        line.add(Elements.div("grow", shown.link()), Elements.text("quiet small", shown.size()),
                Elements.test(Elements.iconButton("x", tab.text(Label.of("field.remove", file.name())), () -> remove(file)), "remove-file"));
        return Elements.test(line, "file");
    }
}

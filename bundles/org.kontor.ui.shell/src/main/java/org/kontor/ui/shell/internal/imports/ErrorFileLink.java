package org.kontor.ui.shell.internal.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.FileNotFoundException;
import java.util.Optional;
import org.kontor.api.documents.Imports.Progress;
import org.kontor.api.files.FileRef;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// The way to the refused rows with their reasons. Rights are asked for again when it is followed.
record ErrorFileLink(PageTab tab, Portal portal) {
    private static final int NOT_FOUND = 404;

    Optional<Component> of(Progress progress) {
        return progress.errors().flatMap(file -> portal.files.find(file.id(), tab.actor())).map(this::link);
    }

    private Component link(FileRef file) {
        Anchor link = new Anchor(DownloadHandler.fromInputStream(_ -> {
            Optional<FileRef> still = portal.files.find(file.id(), tab.actor());
            try {
                return still.isEmpty()
                        ? DownloadResponse.error(NOT_FOUND)
                        : new DownloadResponse(portal.files.open(still.get()), still.get().name(), "text/csv", still.get().size());
            } catch (FileNotFoundException e) {
                return DownloadResponse.error(NOT_FOUND, e);
            }
        }), "");
        link.add(Elements.icon("download"), Elements.text("", tab.text(Label.of("import.errors"))));
        link.addClassName("button");
        link.getElement().setAttribute("download", file.name());
        return Elements.test(link, "error-file");
    }
}

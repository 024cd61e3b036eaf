package org.kontor.ui.shell.internal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.files.FileRef;
import org.kontor.api.files.Previews;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// A stored file on a page: its picture where it can have one, a way to fetch it, its size. Rights are asked for with each request: those of the document it belongs to, else who stored it.
///
/// Whatever a file says it is, it is handed out to be saved, never to be shown by the browser; pictures are made anew by the portal.
public record ShownFile(FileRef file, Optional<DocumentRef> document, PageTab tab, Portal portal) {
    private static final int NOT_FOUND = 404;
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

    /// Whether there may be a picture of it.
    public boolean pictured() {
        return portal.previews.possible(file);
    }

    /// A link that saves the file, with its name.
    public Component link() {
        Anchor link = new Anchor(DownloadHandler.fromInputStream(_ -> download()), "");
        link.add(Elements.icon(icon()), Elements.text("name", file.name()));
        link.addClassName("file-link");
        link.getElement().setAttribute("download", file.name()).setAttribute("title", file.name());
        return Elements.test(link, "file-link");
    }

    /// A picture of at most `side` pixels.
    public Image picture(int side) {
        Image image = new Image(DownloadHandler.fromInputStream(_ -> preview(side)).inline(), tab.text(Label.of("file.picture", file.name())));
        image.getElement().setAttribute("loading", "lazy");
        image.addClassName("file-picture");
        return Elements.test(image, "file-picture");
    }

    /// A small picture that opens the large one.
    public Component thumbnail(Runnable open) {
        NativeButton button = new NativeButton();
        button.add(picture(320));
        button.getElement().setAttribute("type", "button");
        button.addClassName("thumbnail");
        button.addClickListener(_ -> open.run());
        return Elements.test(Elements.named(button, tab.text(Label.of("file.enlarge", file.name()))), "enlarge");
    }

    public String size() {
        return words(file.size(), tab.habits().language());
    }

    /// A number of bytes as people say it.
    public static String words(long bytes, Locale language) {
        double amount = bytes;
        int unit = 0;
        while (amount >= 1024 && unit < UNITS.length - 1) {
            amount /= 1024;
            unit++;
        }
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMaximumFractionDigits(amount < 10 && unit > 0 ? 1 : 0);
        return format.format(amount) + " " + UNITS[unit];
    }

    private String icon() {
        return file.name().toLowerCase(Locale.ROOT).endsWith(".pdf") ? "file-text" : pictured() ? "image" : "paperclip";
    }

    private Optional<FileRef> readable() {
        return document.flatMap(ref -> portal.attachments.find(ref, file.id(), tab.actor())).or(() -> portal.files.find(file.id(), tab.actor()));
    }

    private DownloadResponse download() {
        Optional<FileRef> found = readable();
        try {
            return found.isEmpty()
                    ? DownloadResponse.error(NOT_FOUND)
                    : new DownloadResponse(portal.files.open(found.get()), found.get().name(), "application/octet-stream", found.get().size());
        } catch (FileNotFoundException e) {
            return DownloadResponse.error(NOT_FOUND, e);
        } catch (IOException e) {
            return DownloadResponse.error(503, e);
        }
    }

    private DownloadResponse preview(int side) {
        try {
            Optional<Previews.Preview> preview = readable().isEmpty() ? Optional.empty() : portal.previews.of(readable().get(), side);
            return preview.map(made -> new DownloadResponse(new ByteArrayInputStream(made.png()), "preview.png", "image/png", made.png().length))
                    .orElseGet(() -> DownloadResponse.error(NOT_FOUND));
        } catch (IOException e) {
            return DownloadResponse.error(NOT_FOUND, e);
        }
    }
}

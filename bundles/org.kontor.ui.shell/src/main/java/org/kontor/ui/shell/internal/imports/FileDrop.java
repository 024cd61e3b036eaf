package org.kontor.ui.shell.internal.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.kontor.api.files.FileRef;
import org.kontor.api.files.Files;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// Takes a file: dropped, or chosen with a button. Says before how large it may be.
final class FileDrop {
    private final PageTab tab;
    private final Portal portal;
    private final Function<FileRef, Optional<Label>> taken;
    private final Upload upload;
    private final Div problem = new Div();

    /// `taken` is called with each file that arrived, and says why it is of no use, if so.
    FileDrop(PageTab tab, Portal portal, Function<FileRef, Optional<Label>> taken) {
        this.tab = tab;
        this.portal = portal;
        this.taken = taken;
        this.upload = new Upload((UploadHandler) this::receive);
        upload.setMaxFiles(1);
        upload.setMaxFileSize((int) Math.min(portal.files.limit(), Integer.MAX_VALUE));
        upload.setUploadButton(Elements.button("primary", "upload", text("import.choose"), () -> {}));
        upload.setDropLabel(new Span(text("import.drop")));
        upload.setDropLabelIcon(Elements.icon("file-input"));
        upload.setI18n(words());
        upload.addFileRejectedListener(event -> refuse(Label.verbatim(event.getErrorMessage())));
        Elements.test(upload, "import-file");
        problem.getElement().setAttribute("aria-live", "polite");
    }

    Component content() {
        return Elements.div("stack", upload, Elements.text("quiet small", tab.text(Label.of("import.limit", megabytes()))), problem);
    }

    private void refuse(Label reason) {
        upload.clearFileList();
        problem.removeAll();
        problem.add(Elements.test(Elements.note("bad", "circle-alert", tab.text(reason)), "import-problem"));
    }

    private void receive(UploadEvent event) throws IOException {
        String type = Optional.ofNullable(event.getContentType()).orElse("text/csv");
        try (var content = event.getInputStream()) {
            FileRef file = portal.files.store(event.getFileName(), type, content, tab.actor());
            tab.later(() -> {
                upload.clearFileList();
                problem.removeAll();
                taken.apply(file).ifPresent(this::refuse);
            });
        } catch (Files.TooLarge e) {
            tab.later(() -> refuse(tooLarge()));
        } catch (IOException e) {
            tab.later(() -> refuse(Label.of("import.upload-failed")));
            throw e;
        }
    }

    private Label tooLarge() {
        return Label.of("import.too-large", megabytes());
    }

    private long megabytes() {
        return portal.files.limit() >> 20;
    }

    private UploadI18N words() {
        UploadI18N words = new UploadI18N();
        words.setError(new UploadI18N.Error().setFileIsTooBig(tab.text(tooLarge())).setTooManyFiles(text("import.one-file")));
        words.setAddFiles(new UploadI18N.AddFiles().setOne(text("import.choose")).setMany(text("import.choose")));
        words.setDropFiles(new UploadI18N.DropFiles().setOne(text("import.drop")).setMany(text("import.drop")));
        words.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status().setConnecting("…").setProcessing("…").setStalled("…").setHeld("…"))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(text("import.upload-failed"))
                        .setUnexpectedServerError(text("import.upload-failed"))
                        .setForbidden(text("import.upload-failed"))
                        .setFileTooLarge(tab.text(tooLarge())))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime().setPrefix("").setUnknown("")));
        words.setFile(new UploadI18N.File().setRemove(text("import.upload.remove")).setRetry(text("import.upload.retry")).setStart(text("import.upload.start")));
        words.setUnits(List.of("B", "kB", "MB", "GB"));
        return words;
    }

    private String text(String key) {
        return tab.text(Label.of(key));
    }
}

package org.kontor.ui.shell.internal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.kontor.api.files.FileRef;
import org.kontor.api.files.Files;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// Takes files, dropped or chosen, shows how far they are, and says beforehand how large one may be.
final class FileUpload {
    private final PageTab tab;
    private final Portal portal;
    private final Consumer<FileRef> taken;
    private final Consumer<String> refused;
    private final Upload upload;

    FileUpload(String fieldId, String name, boolean many, PageTab tab, Portal portal, Consumer<FileRef> taken, Consumer<String> refused) {
        this.tab = tab;
        this.portal = portal;
        this.taken = taken;
        this.refused = refused;
        this.upload = new Upload((UploadHandler) this::receive);
        long most = portal.storageLimits.perFile();
        upload.setMaxFileSize((int) Math.min(most, Integer.MAX_VALUE));
        if (!many) {
            upload.setMaxFiles(1);
        }
        upload.setUploadButton(Elements.named(Elements.button("", "upload", tab.text(Label.of(many ? "file.choose-many" : "file.choose")), () -> {}), tab.text(Label.of("file.choose-for", name))));
        upload.setDropLabel(new Span(tab.text(Label.of("file.drop", ShownFile.words(most, tab.habits().language())))));
        upload.setDropLabelIcon(new Span());
        upload.setI18n(words());
        upload.addFileRejectedListener(event -> refuse(Label.verbatim(event.getErrorMessage())));
        upload.addClassName("field-upload");
        Elements.test(upload, "input-" + fieldId);
    }

    Component content() {
        return upload;
    }

    private void refuse(Label reason) {
        upload.clearFileList();
        refused.accept(tab.text(reason));
    }

    private void receive(UploadEvent event) throws IOException {
        String type = Optional.ofNullable(event.getContentType()).orElse("application/octet-stream");
        try (var content = event.getInputStream()) {
            FileRef file = portal.files.store(event.getFileName(), type, content, tab.actor());
            tab.later(() -> {
                upload.clearFileList();
                taken.accept(file);
            });
        } catch (Files.TooLarge e) {
            tab.later(() -> refuse(tooLarge()));
        } catch (IOException e) {
            tab.later(() -> refuse(Label.of("file.not-arrived")));
            throw e;
        }
    }

    private Label tooLarge() {
        return Label.of("file.too-large", ShownFile.words(portal.storageLimits.perFile(), tab.habits().language()));
    }

    private UploadI18N words() {
        String lost = tab.text(Label.of("file.not-arrived"));
        String large = tab.text(tooLarge());
        UploadI18N words = new UploadI18N();
        words.setError(new UploadI18N.Error().setFileIsTooBig(large).setTooManyFiles(tab.text(Label.of("file.one"))));
        words.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status().setConnecting("…").setProcessing("…").setStalled("…").setHeld("…"))
                .setError(new UploadI18N.Uploading.Error().setServerUnavailable(lost).setUnexpectedServerError(lost).setForbidden(lost).setFileTooLarge(large))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime().setPrefix("").setUnknown("")));
        words.setFile(new UploadI18N.File().setRemove(tab.text(Label.of("file.upload.stop"))).setRetry(tab.text(Label.of("file.upload.again"))).setStart(tab.text(Label.of("file.upload.start"))));
        words.setUnits(List.of("B", "kB", "MB", "GB"));
        return words;
    }
}

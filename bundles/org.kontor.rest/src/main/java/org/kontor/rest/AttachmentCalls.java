package org.kontor.rest;

import java.io.FileNotFoundException;
import java.io.IOException;
import org.kontor.api.documents.Attachments;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Kind;
import org.kontor.api.files.FileRef;
import org.kontor.api.files.Files;
import org.kontor.api.files.Previews;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The files of a document: content, preview, versions. Who may read the document may read them.
@Component(service = AttachmentCalls.class)
public final class AttachmentCalls {
    private final Attachments attachments;
    private final Documents documents;
    private final Files files;
    private final Previews previews;
    private final HistoryJson history;

    @Activate
    public AttachmentCalls(@Reference Attachments attachments, @Reference Documents documents, @Reference Files files, @Reference Previews previews, @Reference HistoryJson history) {
        this.attachments = attachments;
        this.documents = documents;
        this.files = files;
        this.previews = previews;
        this.history = history;
    }

    Answer content(Call call) throws IOException {
        return content(files, file(call));
    }

    /// A file to be kept. Its length is told, and whatever it holds the browser runs nothing of it.
    static Answer content(Files files, FileRef file) throws IOException {
        try {
            files.open(file).close();
        } catch (FileNotFoundException e) {
            throw Problem.of(404, "file-gone", file.name());
        }
        return Answer.stream(file.mediaType(), out -> {
            try (var in = files.open(file)) {
                in.transferTo(out);
            }
        }).with("Content-Length", Long.toString(file.size())).named(file.name());
    }

    Answer preview(Call call) throws IOException {
        int side = (int) call.parameters().number("side", 256, Previews.SMALLEST, Previews.LARGEST);
        return previews.of(file(call), side).map(preview -> Answer.bytes("image/png", preview.png())).orElseThrow(() -> Problem.of(404, "no-preview"));
    }

    Answer versions(Call call) {
        int limit = (int) call.parameters().number("limit", 50, 1, HistoryCalls.LONGEST);
        String fieldId = call.at("field");
        if (call.type().field(fieldId).filter(field -> field.kind() instanceof Kind.Attachment || field.kind() instanceof Kind.Many<?>(Kind.Attachment _)).isEmpty()) {
            throw Problem.of(404, "no-file-field", ValueJson.shortened(fieldId));
        }
        documents.get(call.ref(), call.actor()).orElseThrow(() -> Problem.of(404, "no-such-document"));
        ObjectNode node = Json.object();
        ArrayNode all = node.putArray("versions");
        for (Attachments.Version version : attachments.versions(call.ref(), fieldId, limit, call.actor())) {
            ObjectNode one = all.addObject();
            one.set("file", file(version.file()));
            one.put("since", version.since().toString());
            history.actor(one.putObject("by"), version.by());
        }
        return Answer.ok(node);
    }

    private FileRef file(Call call) {
        long id = call.number("file");
        return attachments.find(call.ref(), id, call.actor()).orElseThrow(() -> Problem.of(404, "no-such-file", Long.toString(id)));
    }

    static ObjectNode file(FileRef file) {
        return Json.object().put("file", file.id()).put("name", file.name()).put("mediaType", file.mediaType()).put("size", file.size());
    }
}

package org.kontor.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.kontor.api.files.FileRef;
import org.kontor.api.files.Files;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Files that were uploaded: to be put into a document's field, or imported. Until then only who uploaded one sees it.
@Component(service = FileCalls.class)
public final class FileCalls {
    private static final String ANY = "application/octet-stream";
    private static final int LONGEST_NAME = 1_000;

    private final Files files;
    private final Idempotent idempotent;

    @Activate
    public FileCalls(@Reference Files files, @Reference Idempotent idempotent) {
        this.files = files;
        this.idempotent = idempotent;
    }

    /// Keeps the body, whatever it is, under the name given by the parameter. The content is stored as it arrives, before the key is looked at, so that no slow sender holds a transaction.
    Answer upload(Call call) throws IOException {
        String name = call.parameters().one("name").orElseThrow(() -> Problem.of(400, "missing-parameter", "name"));
        if (name.length() > LONGEST_NAME || ValueJson.unpaired(name)) {
            throw Problem.of(400, "bad-file-name", ValueJson.shortened(name), LONGEST_NAME);
        }
        if (call.request().getContentLengthLong() > files.limit()) {
            throw Call.tooLong(files.limit());
        }
        String given = call.mediaType();
        String mediaType = given.matches("[a-z0-9][a-z0-9!#$&^_.+-]{0,63}/[a-z0-9][a-z0-9!#$&^_.+-]{0,63}") ? given : ANY;
        MessageDigest digest = sha256();
        FileRef file = stored(call, name, mediaType, digest);
        return idempotent.answer(call, digest.digest(), _ -> Answer.json(201, AttachmentCalls.file(file)).with("Location", "/api/v1/files/" + file.id()));
    }

    private FileRef stored(Call call, String name, String mediaType, MessageDigest digest) throws IOException {
        try (InputStream in = call.request().getInputStream()) {
            return files.store(name, mediaType, new DigestInputStream(in == null ? new ByteArrayInputStream(new byte[0]) : in, digest), call.actor());
        } catch (Files.TooLarge e) {
            throw Call.tooLong(files.limit());
        }
    }

    Answer get(Call call) {
        return Answer.ok(AttachmentCalls.file(found(call)));
    }

    Answer content(Call call) throws IOException {
        return AttachmentCalls.content(files, found(call));
    }

    private FileRef found(Call call) {
        long id = call.number("file");
        return files.find(id, call.actor()).orElseThrow(() -> Problem.of(404, "no-such-file", Long.toString(id)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}

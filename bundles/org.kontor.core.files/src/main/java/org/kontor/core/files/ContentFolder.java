package org.kontor.core.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Content by its SHA-256: the same content is one file. It is written beside, flushed, then moved into place.
final class ContentFolder {
    private static final Logger LOG = LoggerFactory.getLogger(ContentFolder.class);

    record Kept(String hash, long size) {}

    private final Path root;

    ContentFolder(Path root) {
        this.root = root;
    }

    /// Keeps a stream's content; empty when it is longer than `limit`, then nothing is kept.
    Optional<Kept> keep(InputStream content, long limit) throws IOException {
        Files.createDirectories(root);
        Path draft = Files.createTempFile(root, "incoming", ".part");
        try {
            MessageDigest digest = sha256();
            long size = 0;
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE); OutputStream out = Channels.newOutputStream(channel)) {
                byte[] buffer = new byte[65_536];
                for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                    size += read;
                    if (size > limit) {
                        return Optional.empty();
                    }
                    digest.update(buffer, 0, read);
                    out.write(buffer, 0, read);
                }
                channel.force(true);
            }
            String hash = HexFormat.of().formatHex(digest.digest());
            if (!Files.exists(place(hash))) {
                Files.createDirectories(place(hash).getParent());
                Files.move(draft, place(hash), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            return Optional.of(new Kept(hash, size));
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /// Deletes what a crash left half written; drafts of the last day may be in work still.
    void tidy() {
        Instant old = Instant.now().minus(Duration.ofDays(1));
        if (Files.isDirectory(root)) {
            try (DirectoryStream<Path> drafts = Files.newDirectoryStream(root, "incoming*.part")) {
                for (Path draft : drafts) {
                    if (Files.getLastModifiedTime(draft).toInstant().isBefore(old)) {
                        Files.deleteIfExists(draft);
                    }
                }
            } catch (IOException e) {
                LOG.warn("drafts in {} can't be tidied up", root, e);
            }
        }
    }

    InputStream open(String hash) throws IOException {
        if (!Files.exists(place(hash))) {
            throw new FileNotFoundException("the content " + hash + " is not in " + root + ": restore it from a backup");
        }
        return Files.newInputStream(place(hash));
    }

    private Path place(String hash) {
        return root.resolve(hash.substring(0, 2)).resolve(hash.substring(2, 4)).resolve(hash);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}

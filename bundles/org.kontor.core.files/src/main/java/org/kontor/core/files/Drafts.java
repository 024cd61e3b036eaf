package org.kontor.core.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Content that comes in: written beside and flushed before anybody knows of it.
final class Drafts {
    private static final Logger LOG = LoggerFactory.getLogger(Drafts.class);

    /// Content and its SHA-256; goes when it is closed, unless it was moved.
    record Draft(Path file, String hash, long size) implements Closeable {
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    private final Path folder;

    Drafts(Path folder) {
        this.folder = folder;
    }

    /// Takes a stream's content; empty when it is longer than `limit`, then nothing is kept.
    Optional<Draft> take(InputStream content, long limit) throws IOException {
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "incoming", ".part");
        boolean taken = false;
        try {
            MessageDigest digest = sha256();
            long size = 0;
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE); OutputStream out = Channels.newOutputStream(channel)) {
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
            taken = true;
            return Optional.of(new Draft(file, HexFormat.of().formatHex(digest.digest()), size));
        } finally {
            if (!taken) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// Deletes what a crash left half written; drafts of the last day may be in work still.
    void tidy() {
        Instant old = Instant.now().minus(Duration.ofDays(1));
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder, "incoming*.part")) {
                for (Path draft : drafts) {
                    if (Files.getLastModifiedTime(draft).toInstant().isBefore(old)) {
                        Files.deleteIfExists(draft);
                    }
                }
            } catch (IOException e) {
                LOG.warn("drafts in {} can't be tidied up", folder, e);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}

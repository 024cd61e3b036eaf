package org.kontor.core.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// Content by its SHA-256: the same content is one file. It is written beside, flushed, then moved into place.
final class ContentFolder {
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
            Files.createDirectories(place(hash).getParent());
            Files.move(draft, place(hash), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return Optional.of(new Kept(hash, size));
        } finally {
            Files.deleteIfExists(draft);
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

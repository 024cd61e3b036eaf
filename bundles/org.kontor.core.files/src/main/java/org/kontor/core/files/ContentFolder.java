package org.kontor.core.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Content in a folder, two levels deep: the same content is one file. It is moved into place whole.
final class ContentFolder implements ContentStore {
    private final Path root;

    ContentFolder(Path root) {
        this.root = root;
    }

    @Override
    public void keep(String hash, Path file) throws IOException {
        if (!Files.exists(place(hash))) {
            Files.createDirectories(place(hash).getParent());
            Files.move(file, place(hash), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public InputStream open(String hash) throws IOException {
        if (!Files.exists(place(hash))) {
            throw new FileNotFoundException("the content " + hash + " is not in " + root + ": restore it from a backup");
        }
        return Files.newInputStream(place(hash));
    }

    private Path place(String hash) {
        return root.resolve(hash.substring(0, 2)).resolve(hash.substring(2, 4)).resolve(hash);
    }
}

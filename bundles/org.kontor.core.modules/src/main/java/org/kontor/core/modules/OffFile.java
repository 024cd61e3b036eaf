package org.kontor.core.modules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/// The modules that were switched off, kept in the file `modules-off`. It is replaced as a whole, so a crash leaves the old one or the new.
final class OffFile {
    private final Path file;
    private final Set<String> off = new ConcurrentSkipListSet<>();

    /// @throws UncheckedIOException when there is a file that can't be read
    OffFile(Path file) {
        this.file = file;
        try {
            if (Files.exists(file)) {
                Files.readAllLines(file).stream().map(String::strip).filter(id -> !id.isEmpty()).forEach(off::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("file " + file + " can't be read", e);
        }
    }

    boolean contains(String id) {
        return off.contains(id);
    }

    /// Remembers a module as on or off.
    ///
    /// @throws UncheckedIOException when it can't be written; then nothing is remembered
    void set(String id, boolean on) {
        Set<String> next = new TreeSet<>(off);
        if (on ? !next.remove(id) : !next.add(id)) {
            return;
        }
        try {
            Path draft = Files.writeString(file.resolveSibling(file.getFileName() + ".part"), String.join("\n", next));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("file " + file + " can't be written", e);
        }
        if (on) {
            off.remove(id);
        } else {
            off.add(id);
        }
    }
}

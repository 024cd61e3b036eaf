package org.kontor.core.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/// The name of this node, kept in the file `node` of its data folder: the same after a restart, another for every node.
final class NodeName {
    private NodeName() {}

    /// @param data the data folder; without one the name is new each time
    static String of(Optional<String> data) {
        return data.map(folder -> kept(Path.of(folder).resolve("node"))).orElseGet(() -> UUID.randomUUID().toString());
    }

    private static String kept(Path file) {
        try {
            if (Files.exists(file)) {
                String name = Files.readString(file).strip();
                if (name.matches("[a-zA-Z0-9-]{1,50}")) {
                    return name;
                }
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            String name = UUID.randomUUID().toString();
            Files.writeString(file, name);
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException("the name of this node can't be kept in " + file, e);
        }
    }
}

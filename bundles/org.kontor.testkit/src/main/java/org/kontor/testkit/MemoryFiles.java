package org.kontor.testkit;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.kontor.api.files.FileRef;
import org.kontor.api.files.Files;
import org.kontor.api.people.Actor;

/// Files in memory, of at most the given length; seen by who stored them and by robots.
public final class MemoryFiles implements Files {
    private record Kept(FileRef file, byte[] content, Actor owner) {}

    private final Map<Long, Kept> kept = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();
    private final int limit;

    public MemoryFiles(int limit) {
        this.limit = limit;
    }

    @Override
    public long limit() {
        return limit;
    }

    @Override
    public FileRef store(String name, String mediaType, InputStream content, Actor actor) throws IOException {
        byte[] bytes = content.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new TooLarge(name, limit);
        }
        FileRef file = new FileRef(count.incrementAndGet(), name, mediaType, bytes.length);
        kept.put(file.id(), new Kept(file, bytes, actor));
        return file;
    }

    @Override
    public Optional<FileRef> find(long id, Actor actor) {
        return Optional.ofNullable(kept.get(id)).filter(some -> actor instanceof Actor.Robot || some.owner().equals(actor)).map(Kept::file);
    }

    @Override
    public InputStream open(FileRef file) throws IOException {
        return new ByteArrayInputStream(content(file));
    }

    /// Forgets a file.
    public void lose(FileRef file) {
        kept.remove(file.id());
    }

    private byte[] content(FileRef file) throws FileNotFoundException {
        return Optional.ofNullable(kept.get(file.id())).map(Kept::content).orElseThrow(() -> new FileNotFoundException("file " + file.id() + " is not here"));
    }
}

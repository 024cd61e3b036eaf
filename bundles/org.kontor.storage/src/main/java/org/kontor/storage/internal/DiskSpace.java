package org.kontor.storage.internal;

import java.nio.file.Path;
import java.sql.SQLTransientException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.kontor.storage.DatabaseFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the disk of an H2 file from filling up: H2 does not survive a write that finds no room without being opened anew. So nothing is written while there is less room
/// than `floor` bytes; what is there can be read, and writing goes on by itself.
final class DiskSpace {
    /// A database that keeps its files elsewhere.
    static final DiskSpace ELSEWHERE = new DiskSpace("", () -> Long.MAX_VALUE, 0);

    private static final Logger LOG = LoggerFactory.getLogger(DiskSpace.class);
    private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(500);
    private static final String DISK_FULL = "53100";
    private static final long MEGABYTE = 1024 * 1024;

    private final String where;
    private final LongSupplier free;
    private final long floor;
    private volatile long looked = System.nanoTime() - LOOK_EVERY;
    private volatile long left;
    private volatile boolean full;

    DiskSpace(String where, LongSupplier free, long floor) {
        this.where = where;
        this.free = free;
        this.floor = floor;
        this.left = floor;
    }

    /// Of the disk that holds a folder.
    static DiskSpace of(Path folder, long floor) {
        return new DiskSpace(folder.toString(), () -> folder.toFile().getUsableSpace(), floor);
    }

    /// @throws DatabaseFailure when there is too little left
    void require() {
        long now = System.nanoTime();
        if (now - looked >= LOOK_EVERY) {
            looked = now;
            left = free.getAsLong();
            tell(left < floor);
        }
        if (full) {
            String message = "the disk is full: %,d MB are left for %s, at least %,d MB are needed; free some space, writing goes on by itself".formatted(left / MEGABYTE, where, floor / MEGABYTE);
            throw new DatabaseFailure(message, new SQLTransientException(message, DISK_FULL));
        }
    }

    private void tell(boolean now) {
        if (now != full) {
            full = now;
            if (now) {
                LOG.error("the disk is full: {} MB left for {}, nothing is written until there are {} MB", left / MEGABYTE, where, floor / MEGABYTE);
            } else {
                LOG.info("there is room on the disk again: {} MB for {}", left / MEGABYTE, where);
            }
        }
    }
}

package org.kontor.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// The data folder, locked so that two portals never write into one.
record DataFolder(FileChannel channel, FileLock lock) implements AutoCloseable {

    static DataFolder lock(Path data) {
        try {
            Files.createDirectories(data.resolve("deploy"));
            Files.createDirectories(data.resolve("log"));
            FileChannel channel = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Optional<FileLock> lock = tryLock(channel);
            if (lock.isEmpty()) {
                channel.close();
                throw new Refused("another Kontor is running on the data folder " + data + ": stop it, or choose another with --data");
            }
            return new DataFolder(channel, lock.get());
        } catch (IOException e) {
            throw new Refused("the data folder " + data + " can't be used (" + reason(e) + "): choose another with --data");
        }
    }

    /// Empty when another process holds the lock, or this one does.
    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "no right to write to " + denied.getFile();
            case FileAlreadyExistsException file -> file.getFile() + " is a file";
            case FileSystemException other -> other.getMessage();
            default -> e.toString();
        };
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}

package org.kontor.core.documents.imports;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// The rows of a sheet, some at a time, the next of which are read while somebody writes the ones before. Not when rows may name what rows before them become: these are read when that is written.
final class RowsAhead implements AutoCloseable {
    /// Rows behind `position`; none at the end of the sheet.
    record Some(long position, List<RowReading.Row> rows) {}

    private final Sheet sheet;
    private final RowReading reading;
    private final int most;
    private Optional<FutureTask<Some>> ahead = Optional.empty();

    RowsAhead(Sheet sheet, RowReading reading, int most) {
        this.sheet = sheet;
        this.reading = reading;
        this.most = most;
    }

    Some next() throws IOException {
        Some some = ahead.isPresent() ? await(ahead.get()) : read();
        ahead = some.rows().isEmpty() || reading.namesItsOwn() ? Optional.empty() : Optional.of(new FutureTask<>(this::read));
        ahead.ifPresent(Thread::startVirtualThread);
        return some;
    }

    private Some read() throws IOException {
        long position = sheet.position();
        return new Some(position, reading.read(sheet.next(most)));
    }

    private static Some await(FutureTask<Some> task) throws IOException {
        try {
            return task.get();
        } catch (InterruptedException e) {
            throw new IOException("interrupted while rows are read", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case Throwable failure -> throw new IllegalStateException("rows can't be read", failure);
            }
        }
    }

    /// Waits for the rows that are being read, so that the sheet can be closed.
    @Override
    public void close() {
        ahead.ifPresent(task -> {
            try {
                task.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                // nobody wants these rows any more
            }
        });
    }
}

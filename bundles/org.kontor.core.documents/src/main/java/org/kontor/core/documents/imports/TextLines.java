package org.kontor.core.documents.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The lines of a text, one after the other; lines can be given back. Ends with LF, CR LF or CR. A line that is longer than
/// [#LONGEST] is cut there and its rest skipped, so that no file can fill the memory.
final class TextLines implements Closeable {
    /// Two times the longest text a field can hold.
    static final int LONGEST = 200_000;

    /// A line without its end; `number` counts from 1. `cut` when it was longer than allowed.
    record Line(long number, String text, boolean cut) {}

    private static final char MARK = '\uFEFF';

    private final Reader source;
    private final Deque<Line> back = new ArrayDeque<>();
    private final char[] buffer = new char[32_768];
    private int position;
    private int filled;
    private long number;
    private boolean afterReturn;

    TextLines(Reader source) {
        this.source = source;
    }

    Optional<Line> next() throws IOException {
        return back.isEmpty() ? read() : Optional.of(back.pop());
    }

    /// Hands lines back in their order; they come again before all others.
    void giveBack(List<Line> lines) {
        lines.reversed().forEach(back::push);
    }

    private Optional<Line> read() throws IOException {
        StringBuilder text = new StringBuilder();
        boolean any = false;
        boolean cut = false;
        while (position < filled || fill()) {
            char c = buffer[position++];
            boolean secondHalfOfEnd = c == '\n' && afterReturn;
            afterReturn = c == '\r';
            if (secondHalfOfEnd || c == MARK && number == 0 && !any) {
                continue;
            }
            if (c == '\n' || c == '\r') {
                return Optional.of(new Line(++number, text.toString(), cut));
            }
            any = true;
            cut = text.length() >= LONGEST;
            if (!cut) {
                text.append(c);
            }
        }
        return any ? Optional.of(new Line(++number, text.toString(), cut)) : Optional.empty();
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, source.read(buffer));
        return filled > 0;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}

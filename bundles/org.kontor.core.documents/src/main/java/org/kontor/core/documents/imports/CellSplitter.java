package org.kontor.core.documents.imports;

import java.util.ArrayList;
import java.util.List;

/// Splits the lines of one record into cells: quotes as in RFC 4180, blanks after a closing quote allowed.
final class CellSplitter {
    enum Verdict {
        COMPLETE,
        /// A quote is open: the next line belongs to the record.
        OPEN,
        /// Something follows a closing quote.
        BROKEN
    }

    private static final char QUOTE = '"';

    private final char delimiter;
    private final List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private boolean quoted;

    CellSplitter(char delimiter) {
        this.delimiter = delimiter;
    }

    /// Takes the next line of the record.
    Verdict feed(String line) {
        int at = 0;
        if (quoted) {
            cell.append('\n');
        } else {
            quoted = line.startsWith("\"");
            at = quoted ? 1 : 0;
        }
        while (true) {
            if (quoted) {
                int end = line.indexOf(QUOTE, at);
                if (end < 0) {
                    cell.append(line, at, line.length());
                    return Verdict.OPEN;
                }
                cell.append(line, at, end);
                at = end + 1;
                if (at < line.length() && line.charAt(at) == QUOTE) {
                    cell.append(QUOTE);
                    at++;
                    continue;
                }
                quoted = false;
                at = afterBlanks(line, at);
                if (at < line.length() && line.charAt(at) != delimiter) {
                    return Verdict.BROKEN;
                }
            } else {
                int end = line.indexOf(delimiter, at);
                cell.append(line, at, end < 0 ? line.length() : end);
                at = end < 0 ? line.length() : end;
            }
            cells.add(cell.toString());
            cell.setLength(0);
            if (at >= line.length()) {
                return Verdict.COMPLETE;
            }
            at++;
            quoted = at < line.length() && line.charAt(at) == QUOTE;
            at += quoted ? 1 : 0;
        }
    }

    private int afterBlanks(String line, int at) {
        int next = at;
        while (next < line.length() && line.charAt(next) == ' ' && delimiter != ' ') {
            next++;
        }
        return next;
    }

    /// The cells of a complete record.
    List<String> cells() {
        return List.copyOf(cells);
    }

    int columns() {
        return cells.size();
    }
}

package org.kontor.core.documents.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.kontor.api.labels.Label;

/// A part of a packed file while it is unpacked: gives up when it grows out of proportion, or when text or a tag goes on without end.
///
/// Spreadsheets of real work unpack to 5 to 60 times their size; a packed bomb to 1,000 times.
final class BoundedPart extends FilterInputStream {
    static final long MOST_BYTES = 1L << 30;
    private static final long UNSUSPICIOUS = 16L << 20;
    private static final int MOST_TIMES = 250;
    private static final int LONGEST_RUN = 1 << 20;

    private final long most;
    private long read;
    private int run;

    /// @param packed how many bytes the whole file has
    BoundedPart(InputStream in, long packed) {
        super(in);
        this.most = Math.min(MOST_BYTES, Math.max(UNSUSPICIOUS, packed * MOST_TIMES));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int count = super.read(buffer, from, length);
        read += Math.max(0, count);
        for (int i = from; i < from + count; i++) {
            run = buffer[i] == '<' || buffer[i] == '>' ? 0 : run + 1;
            if (run > LONGEST_RUN) {
                throw new UnreadableFile(Label.of("documents.import.bomb"));
            }
        }
        if (read > most) {
            throw new UnreadableFile(Label.of("documents.import.bomb"));
        }
        return count;
    }
}

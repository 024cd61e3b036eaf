package org.kontor.core.documents.imports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Guesses how the bytes of a text are to be read.
///
/// Sure: byte order marks, UTF-16 by its zero bytes, UTF-8 by its structure (one broken character in twenty is forgiven). Likely: Cyrillic
/// (windows-1251, KOI8-R, IBM866), Greek (windows-1253), Central European (windows-1250), else Western (windows-1252). East Asian
/// encodings other than UTF-8 are not guessed; a person chooses them.
final class CharsetGuess {
    private CharsetGuess() {}

    /// Empty when this is no text at all. `head` is the beginning of the file, some ten thousand bytes.
    static Optional<Charset> of(byte[] head) {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        int[] zeros = zeros(head);
        int half = Math.max(1, head.length / 2);
        if (zeros[1] > half * 0.3 && zeros[0] < half * 0.05) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (zeros[0] > half * 0.3 && zeros[1] < half * 0.05) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        if (zeros[0] + zeros[1] > 3 + head.length * 0.02) {
            return Optional.empty();
        }
        return Optional.of(utf8(head) ? StandardCharsets.UTF_8 : SingleByteGuess.of(head));
    }

    private static boolean startsWith(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (head.length <= i || (head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /// How many zero bytes are at even and at odd places.
    private static int[] zeros(byte[] head) {
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            zeros[i & 1] += head[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static boolean utf8(byte[] head) {
        int good = 0;
        int broken = 0;
        int at = 0;
        while (at < head.length) {
            int lead = head[at] & 0xFF;
            int length = lead < 0x80 ? 1 : lead >= 0xC2 && lead < 0xE0 ? 2 : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
            if (length > 1 && at + length > head.length) {
                break;
            }
            boolean whole = length > 0;
            for (int i = 1; i < length; i++) {
                whole &= (head[at + i] & 0xC0) == 0x80;
            }
            good += whole && length > 1 ? 1 : 0;
            broken += whole ? 0 : 1;
            at += whole ? length : 1;
        }
        return broken == 0 || good >= 20 * broken;
    }
}

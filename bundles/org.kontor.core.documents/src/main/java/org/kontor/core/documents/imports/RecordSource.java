package org.kontor.core.documents.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.kontor.api.documents.Imports.Format;
import org.kontor.api.labels.Label;

/// Tells formats apart by how files begin, and opens their rows.
final class RecordSource {
    private static final byte[] ZIP = {'P', 'K'};
    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF};

    private RecordSource() {}

    /// Opens content, which is closed with the rows.
    static Records open(InputStream content, Format format, String charset, char delimiter, String sheet) throws IOException {
        return switch (format) {
            case CSV -> new CsvRecords(new InputStreamReader(content, Charset.forName(charset)), delimiter);
            case VCARD -> new VCardRecords(new InputStreamReader(content, Charset.forName(charset)));
            case XLSX -> XlsxRecords.open(content, sheet);
        };
    }

    static Format format(byte[] head) {
        if (begins(head, ZIP) && head.length > 3 && head[2] < 9) {
            return Format.XLSX;
        }
        String text = new String(head, 0, Math.min(head.length, 200), StandardCharsets.UTF_8).replace("\uFEFF", "").replace("\0", "").stripLeading();
        return text.toUpperCase(Locale.ROOT).startsWith("BEGIN:VCARD") ? Format.VCARD : Format.CSV;
    }

    /// Why nothing can be read from a file that begins so.
    static Optional<Label> unfit(String name, byte[] head) {
        if (head.length == 0) {
            return Optional.of(Label.of("documents.import.empty", name));
        }
        return begins(head, OLD_OFFICE) ? Optional.of(Label.of("documents.import.spreadsheet", name)) : Optional.empty();
    }

    private static boolean begins(byte[] head, byte[] mark) {
        return head.length >= mark.length && head[0] == mark[0] && head[1] == mark[1];
    }
}

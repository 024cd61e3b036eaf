package org.kontor.core.documents.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.kontor.api.labels.Label;

/// The texts that cells of a spreadsheet point to: at most [#MOST], together at most [#LONGEST] characters.
final class SharedStrings {
    static final int MOST = 3_000_000;
    static final int LONGEST = 48_000_000;

    private SharedStrings() {}

    static List<String> of(Workbook book) throws IOException {
        List<String> texts = new ArrayList<>();
        if (!book.has("xl/sharedStrings.xml")) {
            return texts;
        }
        long length = 0;
        try (Xml xml = book.part("xl/sharedStrings.xml")) {
            while (xml.next()) {
                if (xml.begins("si")) {
                    String text = text(xml, "si");
                    texts.add(text);
                    length += text.length();
                    if (texts.size() > MOST || length > LONGEST) {
                        throw new UnreadableFile(Label.of("documents.import.too-many-texts", MOST, LONGEST));
                    }
                }
            }
        }
        return texts;
    }

    /// The text up to the end of an element, without the reading aids of East Asian texts. What is longer than [TextLines#LONGEST] is cut behind it, so that it is seen to be too long.
    static String text(Xml xml, String until) throws IOException {
        StringBuilder text = new StringBuilder();
        boolean wanted = false;
        int aside = 0;
        while (xml.next() && !xml.ends(until)) {
            if (xml.begins("rPh")) {
                aside++;
            } else if (xml.ends("rPh")) {
                aside--;
            } else if (xml.begins("t")) {
                wanted = aside == 0;
            } else if (xml.ends("t")) {
                wanted = false;
            } else if (wanted && xml.inText() && text.length() <= TextLines.LONGEST) {
                text.append(xml.text());
            }
        }
        return text.toString();
    }
}

package org.kontor.core.documents.imports;

import ezvcard.Ezvcard;
import ezvcard.VCard;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.api.labels.Label;

/// The cards of a vCard file (RFC 6350 and before), each as a row of [CardCells]; the first row names the columns. Pictures and sounds are passed over. A card that can't be read costs only
/// itself.
final class VCardRecords implements Records {
    private static final int LONGEST_CARD = 400_000;
    private static final String HEAVY = "(?i)(?:[\\w-]+\\.)?(PHOTO|LOGO|SOUND|KEY)[;:].*";

    private final TextLines lines;
    private boolean headGiven;

    VCardRecords(Reader source) {
        this.lines = new TextLines(source);
    }

    @Override
    public Optional<SheetRow> next() throws IOException {
        if (!headGiven) {
            headGiven = true;
            return Optional.of(new SheetRow(1, CardCells.HEADS, Optional.empty()));
        }
        Optional<TextLines.Line> line = lines.next();
        while (line.isPresent() && !mark(line.get(), "BEGIN:VCARD")) {
            line = lines.next();
        }
        return line.isEmpty() ? Optional.empty() : Optional.of(card(line.get()));
    }

    private SheetRow card(TextLines.Line first) throws IOException {
        StringBuilder card = new StringBuilder(first.text()).append("\r\n");
        boolean heavy = false;
        boolean cut = false;
        for (Optional<TextLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (mark(line.get(), "BEGIN:VCARD")) {
                lines.giveBack(List.of(line.get()));
                return flawed(first);
            }
            String text = line.get().text();
            heavy = text.matches(HEAVY) || heavy && (text.isEmpty() || !text.contains(":") || text.startsWith(" ") || text.startsWith("\t"));
            cut |= !heavy && (line.get().cut() || card.length() > LONGEST_CARD);
            if (!heavy && !cut) {
                card.append(text).append("\r\n");
            }
            if (mark(line.get(), "END:VCARD")) {
                return cut ? flawed(first) : read(first, card.toString());
            }
        }
        return flawed(first);
    }

    private static SheetRow read(TextLines.Line first, String text) {
        try {
            VCard card = Ezvcard.parse(text).first();
            return card == null ? flawed(first) : new SheetRow(first.number(), CardCells.of(card), Optional.empty());
        } catch (RuntimeException e) {
            return flawed(first);
        }
    }

    private static SheetRow flawed(TextLines.Line first) {
        return new SheetRow(first.number(), List.of(first.text()), Optional.of(Label.of("documents.import.broken-card")));
    }

    private static boolean mark(TextLines.Line line, String wanted) {
        return line.text().strip().toUpperCase(Locale.ROOT).equals(wanted);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

package org.kontor.core.documents.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which styles of a spreadsheet show a number as a day, a time or both (ECMA-376, 18.8.30).
final class DayStyles {
    enum Shown {
        NUMBER,
        DAY,
        TIME,
        MOMENT
    }

    private static final int MOST = 70_000;

    private DayStyles() {}

    static List<Shown> of(Workbook book) throws IOException {
        List<Shown> styles = new ArrayList<>();
        if (!book.has("xl/styles.xml")) {
            return styles;
        }
        Map<String, String> formats = new HashMap<>();
        boolean inCells = false;
        try (Xml xml = book.part("xl/styles.xml")) {
            while (xml.next() && styles.size() < MOST && formats.size() < MOST) {
                if (xml.begins("numFmt")) {
                    formats.put(xml.attribute("numFmtId"), xml.attribute("formatCode"));
                } else if (xml.begins("cellXfs")) {
                    inCells = true;
                } else if (xml.ends("cellXfs")) {
                    inCells = false;
                } else if (inCells && xml.begins("xf")) {
                    String id = xml.attribute("numFmtId");
                    styles.add(formats.containsKey(id) ? own(formats.get(id)) : builtIn(id));
                }
            }
        }
        return styles;
    }

    private static Shown builtIn(String id) {
        return switch (id) {
            case "14", "15", "16", "17", "27", "28", "29", "30", "31", "36", "50", "51", "52", "53", "54", "57", "58" -> Shown.DAY;
            case "18", "19", "20", "21", "32", "33", "34", "35", "45", "46", "47", "55", "56" -> Shown.TIME;
            case "22" -> Shown.MOMENT;
            default -> Shown.NUMBER;
        };
    }

    private static Shown own(String format) {
        String bare = format.split(";")[0].replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|[_*].", "").toLowerCase(java.util.Locale.ROOT);
        boolean day = bare.matches(".*[yd].*") || bare.contains("mmm");
        boolean time = bare.matches(".*[hs].*");
        return day && time ? Shown.MOMENT : day ? Shown.DAY : time ? Shown.TIME : Shown.NUMBER;
    }
}

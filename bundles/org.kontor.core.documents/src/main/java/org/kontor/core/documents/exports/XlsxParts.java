package org.kontor.core.documents.exports;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The fixed parts of a spreadsheet, and how texts are written in it.
final class XlsxParts {
    /// Places of the styles in `cellXfs`.
    static final int PLAIN = 0;
    static final int BOLD = 1;
    static final int DAY = 2;
    static final int MOMENT = 3;
    /// A text that stays one when somebody edits it, however it begins.
    static final int QUOTED = 4;

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    static final String SHEET_BEGIN = XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
            + "<sheetFormatPr baseColWidth=\"18\" defaultRowHeight=\"15\"/><sheetData>";
    static final String SHEET_END = "</sheetData></worksheet>";

    private XlsxParts() {}

    /// All parts but the sheets, by name.
    static Map<String, String> around(int sheets) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("xl/styles.xml", XML + "<styleSheet xmlns=\"" + MAIN + "\"><numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/><numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm\"/></numFmts>"
                + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
                + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
                + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
                + "<cellXfs count=\"5\">" + style(0, 0, "") + style(0, 1, " applyFont=\"1\"") + style(164, 0, " applyNumberFormat=\"1\"") + style(165, 0, " applyNumberFormat=\"1\"") + style(0, 0, " quotePrefix=\"1\"")
                + "</cellXfs></styleSheet>");
        parts.put("xl/workbook.xml", XML + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\"><sheets>"
                + each(sheets, i -> "<sheet name=\"" + i + "\" sheetId=\"" + i + "\" r:id=\"rId" + i + "\"/>") + "</sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", XML + "<Relationships xmlns=\"" + PACKAGE + "relationships\">"
                + each(sheets, i -> relation("rId" + i, "worksheet", "worksheets/sheet" + i + ".xml")) + relation("rIdStyles", "styles", "styles.xml") + "</Relationships>");
        parts.put("_rels/.rels", XML + "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + relation("rId1", "officeDocument", "xl/workbook.xml") + "</Relationships>");
        parts.put("[Content_Types].xml", XML + "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" + override("workbook.xml", "sheet.main") + override("styles.xml", "styles")
                + each(sheets, i -> override("worksheets/sheet" + i + ".xml", "worksheet")) + "</Types>");
        return parts;
    }

    private static String each(int sheets, java.util.function.IntFunction<String> part) {
        return IntStream.rangeClosed(1, sheets).mapToObj(part).collect(Collectors.joining());
    }

    private static String style(int format, int font, String more) {
        return "<xf numFmtId=\"" + format + "\" fontId=\"" + font + "\" fillId=\"0\" borderId=\"0\" xfId=\"0\"" + more + "/>";
    }

    private static String relation(String id, String kind, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + RELATIONS + "/" + kind + "\" Target=\"" + target + "\"/>";
    }

    private static String override(String part, String kind) {
        return "<Override PartName=\"/xl/" + part + "\" ContentType=\"" + TYPES + kind + "+xml\"/>";
    }

    /// Text for XML 1.0, without the characters it has not.
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '\r' -> escaped.append("&#13;");
                default -> {
                    if (c == '\t' || c == '\n' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000) {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }
}

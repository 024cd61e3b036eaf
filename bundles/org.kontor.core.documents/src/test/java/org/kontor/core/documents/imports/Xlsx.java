package org.kontor.core.documents.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Spreadsheets for tests, as programs of other makers write them: shared texts, styles, a hidden first sheet.
final class Xlsx {
    private static final String NS = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);

    static Xlsx of(String rows, String... texts) {
        StringBuilder shared = new StringBuilder("<sst" + NS + ">");
        for (String text : texts) {
            shared.append("<si>").append(text).append("</si>");
        }
        return new Xlsx()
                .part("xl/workbook.xml", "<workbook" + NS + "><sheets><sheet name=\"a\" state=\"hidden\" r:id=\"r1\"/><sheet name=\"b\" r:id=\"r2\"/></sheets></workbook>")
                .part("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/hidden.xml\"/><Relationship Id=\"r2\" Target=\"worksheets/seen.xml\"/></Relationships>")
                .part("xl/styles.xml", "<styleSheet" + NS + "><numFmts><numFmt numFmtId=\"170\" formatCode=\"[$-410]dd/mm/yy;@\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"2\"/></cellXfs></styleSheet>")
                .part("xl/sharedStrings.xml", shared + "</sst>")
                .part("xl/worksheets/hidden.xml", "<worksheet" + NS + "><sheetData/></worksheet>")
                .part("xl/worksheets/seen.xml", "<worksheet" + NS + "><sheetData>" + rows + "</sheetData></worksheet>");
    }

    Xlsx part(String name, String content) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        try {
            zip.close();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

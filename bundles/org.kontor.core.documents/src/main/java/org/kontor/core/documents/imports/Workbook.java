package org.kontor.core.documents.imports;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.kontor.api.labels.Label;

/// An open spreadsheet (Office Open XML, ECMA-376): the parts of the packed file by name.
final class Workbook implements Closeable {
    private static final int MOST_SHEETS = 200;
    private static final String BOOK = "xl/workbook.xml";

    private final Path copy;
    private final ZipFile zip;
    private final long packed;
    private final List<String> names = new ArrayList<>();
    private String sheet = "";
    private boolean since1904;

    private Workbook(Path copy, ZipFile zip, long packed) {
        this.copy = copy;
        this.zip = zip;
        this.packed = packed;
    }

    /// Opens content, which is copied beside and closed.
    static Workbook open(InputStream content, String sheet) throws IOException {
        Path copy = Files.createTempFile("kontor-sheet", ".xlsx");
        try {
            try (content) {
                Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            Workbook book = new Workbook(copy, zip(copy), Files.size(copy));
            try {
                book.chooseSheet(sheet);
                return book;
            } catch (IOException | RuntimeException e) {
                book.zip.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    private static ZipFile zip(Path copy) throws IOException {
        try {
            return new ZipFile(copy.toFile());
        } catch (ZipException e) {
            throw new UnreadableFile(Label.of("documents.import.broken-workbook"));
        }
    }

    /// The sheet with a name, the first one for an empty name; hidden ones don't count.
    private void chooseSheet(String wanted) throws IOException {
        String id = "";
        try (Xml xml = part(BOOK)) {
            while (xml.next()) {
                if (xml.begins("workbookPr")) {
                    since1904 = xml.attribute("date1904").matches("1|true");
                } else if (xml.begins("sheet") && names.size() < MOST_SHEETS && !xml.attribute("state").matches("hidden|veryHidden")) {
                    String name = xml.attribute("name");
                    names.add(name);
                    id = id.isEmpty() && (wanted.isEmpty() || wanted.equals(name)) ? xml.attribute("id") : id;
                }
            }
        }
        if (id.isEmpty() && !wanted.isEmpty()) {
            throw new UnreadableFile(Label.of("documents.import.no-sheet", wanted));
        }
        String target = targets().getOrDefault(id, "worksheets/sheet1.xml");
        sheet = target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    private Map<String, String> targets() throws IOException {
        Map<String, String> targets = new HashMap<>();
        if (has("xl/_rels/workbook.xml.rels")) {
            try (Xml xml = part("xl/_rels/workbook.xml.rels")) {
                while (xml.next() && targets.size() < 10_000) {
                    if (xml.begins("Relationship")) {
                        targets.put(xml.attribute("Id"), xml.attribute("Target"));
                    }
                }
            }
        }
        return targets;
    }

    /// The names of the visible sheets.
    List<String> names() {
        return List.copyOf(names);
    }

    boolean since1904() {
        return since1904;
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    Xml sheet() throws IOException {
        return part(sheet);
    }

    /// @throws UnreadableFile when there is no such part: it is packed, yet no spreadsheet
    Xml part(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new UnreadableFile(Label.of("documents.import.broken-workbook"));
        }
        try {
            return new Xml(new BoundedPart(zip.getInputStream(entry), packed));
        } catch (ZipException | FileNotFoundException e) {
            throw new UnreadableFile(Label.of("documents.import.broken-workbook"));
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
        Files.deleteIfExists(copy);
    }
}

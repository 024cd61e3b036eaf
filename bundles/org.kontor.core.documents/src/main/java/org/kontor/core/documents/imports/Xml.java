package org.kontor.core.documents.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.kontor.api.labels.Label;

/// Walks through a part of a spreadsheet, element by element. Names are taken without their namespace; there are no document types and nothing from outside.
final class Xml implements Closeable {
    private final InputStream source;
    private final XMLStreamReader reader;

    Xml(InputStream source) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        this.source = source;
        try {
            reader = factory.createXMLStreamReader(source);
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /// Goes to the next beginning or end of an element, or text; false at the end of the part.
    boolean next() throws IOException {
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw new UnreadableFile(Label.of("documents.import.broken-workbook"));
                }
                if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT || text(event)) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    boolean begins(String name) {
        return reader.isStartElement() && reader.getLocalName().equals(name);
    }

    boolean ends(String name) {
        return reader.isEndElement() && reader.getLocalName().equals(name);
    }

    boolean inText() {
        return text(reader.getEventType());
    }

    String text() {
        return reader.getText();
    }

    /// An attribute of the element that begins, by its local name; empty when it is not there.
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    private static boolean text(int event) {
        return event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA || event == XMLStreamConstants.SPACE;
    }

    private static IOException broken(XMLStreamException e) {
        if (e.getNestedException() instanceof IOException io) {
            return io;
        }
        return new UnreadableFile(Label.of("documents.import.broken-workbook"));
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}

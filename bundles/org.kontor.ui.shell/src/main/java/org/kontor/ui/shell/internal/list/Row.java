package org.kontor.ui.shell.internal.list;

import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.kontor.api.documents.Document;
import org.kontor.ui.shell.internal.parts.Elements;

/// A document as a line of the list.
final class Row implements DocumentPart {
    private final NativeTableRow line = Elements.test(new NativeTableRow(), "row");
    private final List<Consumer<Document>> cells = new ArrayList<>();

    Row(List<Column> columns, Tick tick) {
        NativeTableCell box = new NativeTableCell(tick.box());
        box.addClassName("col-tick");
        line.add(box);
        cells.add(tick::show);
        for (Column column : columns) {
            NativeTableCell cell = new NativeTableCell();
            cell.addClassNames(column.kind().split(" "));
            line.add(cell);
            cells.add(column.fill().apply(cell));
        }
    }

    @Override
    public Element element() {
        return line.getElement();
    }

    @Override
    public void show(Document document) {
        cells.forEach(cell -> cell.accept(document));
    }
}

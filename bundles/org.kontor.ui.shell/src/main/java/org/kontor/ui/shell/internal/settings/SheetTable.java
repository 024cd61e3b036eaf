package org.kontor.ui.shell.internal.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.List;
import org.kontor.ui.shell.internal.parts.Elements;

/// A small table with a head; scrolls sideways where it is too narrow.
public final class SheetTable {
    private final Div around = Elements.div("scroll panel flush");
    private final Element body = new Element("tbody");

    /// An empty text among `heads` stands over a column of buttons.
    public SheetTable(String name, List<String> heads) {
        Element table = new Element("table");
        table.getClassList().add("sheet-table");
        table.setAttribute("aria-label", name);
        Element line = new Element("tr");
        for (String head : heads) {
            Element cell = new Element(head.isEmpty() ? "td" : "th");
            if (!head.isEmpty()) {
                cell.setAttribute("scope", "col");
            }
            cell.setText(head);
            line.appendChild(cell);
        }
        Element top = new Element("thead");
        top.appendChild(line);
        table.appendChild(top, body);
        around.getElement().appendChild(table);
        around.getElement().setAttribute("tabindex", "0");
        around.getElement().setAttribute("role", "region");
        around.getElement().setAttribute("aria-label", name);
    }

    public Component content() {
        return around;
    }

    /// Adds a line and returns it.
    public Element row(Component... cells) {
        Element line = new Element("tr");
        for (Component cell : cells) {
            Element place = new Element("td");
            place.appendChild(cell.getElement());
            line.appendChild(place);
        }
        body.appendChild(line);
        return line;
    }
}

package org.kontor.ui.shell.internal.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import org.kontor.ui.shell.internal.parts.Elements;

/// A bar that fills with the rows that are done.
record Meter(String name) {
    Component content(long done, long all) {
        long percent = all == 0 ? 0 : Math.min(100, done * 100 / all);
        Div bar = new Div();
        bar.setWidth(percent + "%");
        Div meter = Elements.div("meter", bar);
        meter.getElement().setAttribute("role", "progressbar").setAttribute("aria-label", name).setAttribute("aria-valuemin", "0").setAttribute("aria-valuemax", "100").setAttribute("aria-valuenow", Long.toString(percent));
        return meter;
    }
}

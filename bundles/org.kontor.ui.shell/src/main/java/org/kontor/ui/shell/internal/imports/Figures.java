package org.kontor.ui.shell.internal.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.text.NumberFormat;
import java.util.List;
import org.kontor.api.labels.Label;
import org.kontor.ui.api.Viewer;
import org.kontor.ui.shell.internal.parts.Elements;

/// A few large numbers with their names below.
final class Figures {
    private Figures() {}

    /// `kind` is `good`, `bad` or empty; `test` marks the number for tests.
    record Figure(String key, long value, String kind, String test) {}

    static Component of(Viewer viewer, List<Figure> figures) {
        NumberFormat numbers = NumberFormat.getIntegerInstance(viewer.person().language());
        Div content = Elements.div("figures");
        for (Figure figure : figures) {
            Element number = new Element("b");
            number.setText(numbers.format(figure.value()));
            number.setAttribute("data-test", figure.test());
            if (!figure.kind().isEmpty()) {
                number.getClassList().add("figure-" + figure.kind());
            }
            Span name = Elements.text("quiet small", viewer.text(Label.of(figure.key())));
            Div one = new Div();
            one.getElement().appendChild(number, name.getElement());
            content.add(one);
        }
        return content;
    }
}

package acme.parcels.internal;

import acme.parcels.Parcel;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Notation;
import org.kontor.api.labels.Label;
import org.kontor.ui.api.Viewer;

/// One parcel: number, what is known of it, and its way. Dressed by the portal's own classes and tokens.
final class ParcelPanel extends Div {
    private static final long serialVersionUID = 1;

    ParcelPanel(Document parcel, Notation notation, Viewer viewer) {
        addClassNames("panel", "stack");
        getElement().setAttribute("data-test", "parcel-" + parcel.ref().id());
        NativeButton number = new NativeButton(parcel.get(Parcel.NUMBER).orElse(""), _ -> viewer.open(parcel.ref()));
        number.addClassNames("button", "plain");
        Div head = new Div(number, span("grow", parcel.get(Parcel.RECIPIENT).orElse("")));
        head.addClassNames("row", "wrap");
        List<String> facts = new ArrayList<>();
        parcel.get(Parcel.WEIGHT).ifPresent(weight -> facts.add(viewer.text(Label.of("acme.parcels.kilograms", shown(Parcel.WEIGHT, weight, notation, viewer)))));
        parcel.get(Parcel.DUE).ifPresent(due -> facts.add(viewer.text(Label.of("acme.parcels.due", shown(Parcel.DUE, due, notation, viewer)))));
        facts.forEach(fact -> head.add(span("chip", fact)));
        add(head, new ParcelRoute(parcel, viewer));
    }

    private static String shown(Field<?> field, Object value, Notation notation, Viewer viewer) {
        return notation.show(field, value, viewer.habits());
    }

    private static Span span(String className, String text) {
        Span span = new Span(text);
        span.addClassName(className);
        return span;
    }
}

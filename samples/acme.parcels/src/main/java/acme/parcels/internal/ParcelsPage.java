package acme.parcels.internal;

import acme.parcels.Parcel;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kontor.api.access.Access;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Notation;
import org.kontor.api.labels.Label;
import org.kontor.ui.api.MenuEntry;
import org.kontor.ui.api.Page;
import org.kontor.ui.api.Viewer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// What has to be delivered, the most urgent first: a page with its entry in the menu.
@org.osgi.service.component.annotations.Component
public final class ParcelsPage implements Page, MenuEntry {
    private final Documents documents;
    private final Notation notation;
    private final Access access;
    private final ParcelChanges changes;

    @Activate
    public ParcelsPage(@Reference Documents documents, @Reference Notation notation, @Reference Access access, @Reference ParcelChanges changes) {
        this.documents = documents;
        this.notation = notation;
        this.access = access;
        this.changes = changes;
    }

    @Override
    public String path() {
        return "acme/parcels";
    }

    @Override
    public Label title() {
        return Label.of("acme.parcels.page");
    }

    @Override
    public Label name() {
        return title();
    }

    @Override
    public String icon() {
        return "truck";
    }

    @Override
    public int order() {
        return 150;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return access.reach(viewer.actor(), Parcel.TYPE, Operation.READ) != Reach.NONE;
    }

    @Override
    public Component open(Address address, Viewer viewer) {
        Div page = new Div(new H1(viewer.text(title())), new LiveParcels(changes, viewer, () -> groups(viewer)));
        page.addClassNames("page", "stack");
        return page;
    }

    private List<Component> groups(Viewer viewer) {
        LocalDate today = LocalDate.now(viewer.habits().zone());
        Map<String, List<Document>> groups = documents.find(LeadParcels.underWay(), viewer.actor()).documents().stream()
                .collect(Collectors.groupingBy(parcel -> group(parcel, today), LinkedHashMap::new, Collectors.toList()));
        List<Component> content = new ArrayList<>();
        groups.forEach((group, parcels) -> {
            content.add(new H2(viewer.text(Label.of("acme.parcels." + group, parcels.size()))));
            parcels.forEach(parcel -> content.add(new ParcelPanel(parcel, notation, viewer)));
        });
        if (content.isEmpty()) {
            Paragraph none = new Paragraph(viewer.text(Label.of("acme.parcels.all-delivered")));
            none.addClassName("quiet");
            content.add(none);
        }
        return content;
    }

    private static String group(Document parcel, LocalDate today) {
        return parcel.get(Parcel.DUE).map(due -> due.isBefore(today) ? "overdue" : due.equals(today) ? "today" : "later").orElse("no-day");
    }
}

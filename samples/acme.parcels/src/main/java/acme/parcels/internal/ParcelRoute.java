package acme.parcels.internal;

import acme.parcels.Parcel;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.util.List;
import java.util.stream.Collectors;
import org.kontor.api.documents.Document;
import org.kontor.api.labels.Label;
import org.kontor.ui.api.PluginFiles;
import org.kontor.ui.api.Viewer;

/// Where a parcel is on its way: the server side of the web component in `web/parcel-route.js`.
@Tag("acme-parcel-route")
final class ParcelRoute extends Component {
    private static final long serialVersionUID = 1;
    private static final List<String> STOPS = List.of(Parcel.PACKED, Parcel.ON_THE_WAY, Parcel.DELIVERED);

    ParcelRoute(Document parcel, Viewer viewer) {
        String stage = parcel.stage().orElse(Parcel.PACKED);
        boolean returned = stage.equals(Parcel.RETURNED);
        getElement().setAttribute("stops", STOPS.stream().map(stop -> name(stop, viewer)).collect(Collectors.joining("|")));
        getElement().setAttribute("at", Integer.toString(returned ? 1 : STOPS.indexOf(stage)));
        getElement().setAttribute("returned", returned);
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", name(stage, viewer));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addJsModule(PluginFiles.address(ParcelRoute.class, "parcel-route.js"));
    }

    private static String name(String stage, Viewer viewer) {
        return viewer.text(Label.of("type.acme.parcel.stage." + stage));
    }
}

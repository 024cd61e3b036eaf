package acme.parcels.internal;

import acme.parcels.Parcel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kontor.api.documents.DocumentEvent;
import org.kontor.api.events.Watcher;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/// Tells open screens that parcels changed.
@Component(service = {ParcelChanges.class, Watcher.class})
public final class ParcelChanges implements Watcher {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    @Activate
    public ParcelChanges() {}

    /// Calls `changed` after parcels changed, until the handle is run. On a thread of the portal.
    Runnable listen(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    @Override
    public void committed(List<Seen> events) {
        if (events.stream().anyMatch(seen -> seen.event() instanceof DocumentEvent event && event.document().type().equals(Parcel.TYPE))) {
            listeners.forEach(Runnable::run);
        }
    }
}

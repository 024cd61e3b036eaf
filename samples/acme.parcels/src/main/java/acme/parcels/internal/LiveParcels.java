package acme.parcels.internal;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Supplier;
import org.kontor.ui.api.Viewer;

/// Content that is drawn anew whenever parcels change, while it is on the screen.
final class LiveParcels extends Div {
    private static final long serialVersionUID = 1;

    private final transient ParcelChanges changes;
    private final transient Viewer viewer;
    private final transient Supplier<List<Component>> content;
    private transient Runnable listening = () -> {};

    LiveParcels(ParcelChanges changes, Viewer viewer, Supplier<List<Component>> content) {
        this.changes = changes;
        this.viewer = viewer;
        this.content = content;
        addClassName("stack");
        add(content.get());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        listening = changes.listen(() -> viewer.later(this::draw));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        listening.run();
    }

    private void draw() {
        if (isAttached()) {
            removeAll();
            add(content.get());
        }
    }
}

package org.kontor.ui.shell.internal.tab;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.UI;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.labels.Label;
import org.kontor.ui.api.Viewer;

/// What the portal's own pages can do in their tab, beyond what every contributed page can.
public interface PageTab extends Viewer {
    UI ui();

    /// Where dialogs are opened: above the page and the card.
    HasComponents overlays();

    /// Calls `changed` with the documents that change, while the present page is open.
    void live(Consumer<Set<DocumentRef>> changed);

    /// Runs when the present page is left.
    void atLeave(Runnable action);

    /// Tells something with a way to take it back.
    void tell(Label message, Label action, Runnable act);

    /// Goes to an address with a query, as in `lead?view=board`.
    void go(String path, Map<String, String> query);

    /// Writes the state of the open page into the address without opening it anew; with `step` the browser's Back leads to the state before.
    void keep(Map<String, String> query, boolean step);

    /// Closes the card and goes back to the page below it.
    void leaveCard();

    /// What a bundle or page makes; when it fails, a calm word with the number of the log line in its place.
    Component guarded(Supplier<Component> made);
}

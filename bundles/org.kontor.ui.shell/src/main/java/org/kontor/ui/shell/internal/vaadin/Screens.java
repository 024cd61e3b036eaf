package org.kontor.ui.shell.internal.vaadin;

import com.vaadin.flow.component.Component;
import java.util.Map;

/// Opens what an address stands for, in one tab.
public interface Screens {

    /// One tab's screen; it stays while the tab goes from address to address.
    interface Tab {
        /// All that the tab shows.
        Component content();

        /// Goes to an address.
        void open(String path, Map<String, String> query);

        /// The title of what is open.
        String title();

        /// What bundles contribute changed, or the rights or session of the viewer: shows it.
        void refresh();

        /// The tab is closed or left.
        void close();
    }

    /// A screen for who holds a session key.
    Tab tab(String sessionKey, com.vaadin.flow.component.UI ui);
}

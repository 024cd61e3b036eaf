package org.kontor.ui.shell.internal.vaadin;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The one route of the portal: hands every address to the tab's screen.
@Route(":path*")
public final class RootView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient Screens screens;
    private transient Optional<Screens.Tab> tab = Optional.empty();

    public RootView(Screens screens) {
        this.screens = screens;
        setId("kontor");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UI ui = event.getUI();
        if (tab.isEmpty()) {
            Screens.Tab fresh = screens.tab(SessionCookie.of(VaadinRequest.getCurrent()).orElse(""), ui);
            tab = Optional.of(fresh);
            removeAll();
            add(fresh.content());
        }
        Map<String, String> query = event.getLocation().getQueryParameters().getParameters().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().getFirst()));
        tab.get().open(event.getRouteParameters().get("path").orElse(""), query);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        tab.ifPresent(Screens.Tab::close);
        tab = Optional.empty();
    }

    void refresh() {
        tab.ifPresent(Screens.Tab::refresh);
    }

    @Override
    public String getPageTitle() {
        return tab.map(Screens.Tab::title).orElse("Kontor");
    }
}

package org.kontor.ui.shell.internal.vaadin;

import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceDestroyListener;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.shared.Registration;
import java.net.URL;

/// Vaadin's service with resources from bundles.
final class UiService extends VaadinServletService {
    private static final long serialVersionUID = 1;
    private static final String ROOT = "META-INF/resources";

    private final transient BundleResources resources;
    private final transient PluginResources plugins;

    UiService(VaadinServlet servlet, DeploymentConfiguration configuration, BundleResources resources, PluginResources plugins) throws ServiceException {
        super(servlet, configuration);
        this.resources = resources;
        this.plugins = plugins;
        setClassLoader(resources);
        // Without an address the browser loads its page again: the person may still be signed in when only the page was forgotten.
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        setSystemMessagesProvider(_ -> messages);
    }

    @Override
    public @org.jspecify.annotations.Nullable URL getStaticResource(String path) {
        return PluginResources.matches(path) ? plugins.find(path).orElse(null) : resources.getResource(ROOT + path);
    }

    @Override
    public @org.jspecify.annotations.Nullable URL getResource(String path) {
        return resources.getResource(ROOT + resolveResource(path));
    }

    /// ComponentMetaData adds a listener per component class and never removes it: they would hold every departed bundle. What they
    /// would do is done when the servlet goes.
    @Override
    public Registration addServiceDestroyListener(ServiceDestroyListener listener) {
        boolean perClass = listener.getClass().getName().startsWith("com.vaadin.flow.component.internal.ComponentMetaData");
        return perClass ? () -> {} : super.addServiceDestroyListener(listener);
    }
}

package org.kontor.ui.shell.internal.vaadin;

import com.vaadin.flow.di.Lookup;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.internal.ReflectionCache;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.AppShellRegistry;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import org.kontor.api.people.Sessions;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletMultipart;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/// Serves the portal's pages to who is signed in; everybody else is sent to sign in.
@Component(service = Servlet.class, property = {
    "servlet.init.productionMode=true", "servlet.init.pushServletMapping=/", "servlet.init.heartbeatInterval=120", "servlet.init.closeIdleSessions=true"
})
@HttpWhiteboardServletPattern("/*")
@HttpWhiteboardServletName("vaadin")
@HttpWhiteboardServletAsyncSupported
@HttpWhiteboardServletMultipart
public final class UiServlet extends VaadinServlet {
    private static final long serialVersionUID = 1;

    private final transient Screens screens;
    private final transient Sessions sessions;
    private final transient OpenTabs tabs;
    private final transient BundleResources resources;
    private final transient PluginResources plugins;
    private transient Optional<PushUpgrade> push = Optional.empty();

    @Activate
    public UiServlet(BundleContext context, @Reference Screens screens, @Reference Sessions sessions, @Reference OpenTabs tabs) {
        this.screens = screens;
        this.sessions = sessions;
        this.tabs = tabs;
        this.resources = new BundleResources(context.getBundle());
        this.plugins = new PluginResources(context);
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        VaadinServletContext context = new VaadinServletContext(config.getServletContext());
        context.setAttribute(Lookup.class, new Parts(resources, screens));
        AppShellRegistry.getInstance(context).setShell(AppShell.class);
        push = Optional.of(PushUpgrade.install(config));
        RouteConfiguration.forRegistry(ApplicationRouteRegistry.getInstance(context)).setAnnotatedRoute(RootView.class);
        ContextLoader.with(resources, () -> super.init(config));
        tabs.follow(getService());
    }

    @Override
    public void destroy() {
        tabs.farewell();
        ServletContext context = getServletContext();
        super.destroy();
        // The context may outlive this servlet, as when a service it needs is started again; Vaadin refuses to set what it has set there.
        Collections.list(context.getAttributeNames()).stream().filter(name -> name.startsWith("com.vaadin.")).forEach(context::removeAttribute);
        ReflectionCache.clearAll();
    }

    @Override
    protected VaadinServletService createServletService(DeploymentConfiguration configuration) throws ServiceException {
        UiService service = new UiService(this, configuration, resources, plugins);
        service.init();
        return service;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        boolean open = path.startsWith("/VAADIN/build/") || path.startsWith("/kontor/") || path.startsWith("/VAADIN/static/") || path.equals("/favicon.ico");
        if (PluginResources.matches(path) && plugins.find(path).isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!open && SessionCookie.of(request).flatMap(sessions::person).isEmpty()) {
            refuse(request, response, path);
        } else if (push.isEmpty() || !push.get().upgrade(request, response)) {
            super.service(request, response);
        }
    }

    /// A page is answered with the sign-in page; what runs in an open page is told that its session is over.
    private static void refuse(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        if (request.getMethod().equals("GET") && request.getParameter("v-r") == null && !path.startsWith("/VAADIN/")) {
            String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
            response.sendRedirect("/sign-in" + (path.equals("/") && query.isEmpty() ? "" : "?to=" + URLEncoder.encode(path + query, StandardCharsets.UTF_8)));
        } else if ("uidl".equals(request.getParameter("v-r"))) {
            // Vaadin's client goes to the address behind this word when it finds it instead of JSON.
            response.setContentType("text/plain");
            response.getWriter().write("Vaadin-Refresh: /sign-in?expired=1");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}

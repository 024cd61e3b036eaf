package org.kontor.ui.shell.internal.vaadin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URL;
import java.net.URLConnection;
import java.util.Locale;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.component.propertytypes.ServiceRanking;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;

/// The portal's servlet context: knows media types (the standard one knows none, and browsers refuse such scripts) and sets the headers that
/// protect every page.
@Component(service = ServletContextHelper.class, scope = ServiceScope.BUNDLE)
@HttpWhiteboardContext(name = "default", path = "/")
@ServiceRanking(1000)
public final class UiContext extends ServletContextHelper {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("js", "text/javascript"), Map.entry("mjs", "text/javascript"), Map.entry("css", "text/css"), Map.entry("html", "text/html"),
            Map.entry("json", "application/json"), Map.entry("map", "application/json"), Map.entry("svg", "image/svg+xml"),
            Map.entry("woff2", "font/woff2"), Map.entry("webmanifest", "application/manifest+json"), Map.entry("ico", "image/x-icon"));

    private final Bundle bundle;

    @Activate
    public UiContext(ComponentContext context) {
        bundle = context.getUsingBundle();
    }

    @Override
    public boolean handleSecurity(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Content-Security-Policy",
                "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self' ws: wss:; frame-ancestors 'self'; base-uri 'self'; form-action 'self'");
        return true;
    }

    @Override
    public @org.jspecify.annotations.Nullable URL getResource(String name) {
        return bundle.getEntry(name.startsWith("/") ? name.substring(1) : name);
    }

    @Override
    public @org.jspecify.annotations.Nullable String getMimeType(String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        return type != null ? type : URLConnection.guessContentTypeFromName(name);
    }
}

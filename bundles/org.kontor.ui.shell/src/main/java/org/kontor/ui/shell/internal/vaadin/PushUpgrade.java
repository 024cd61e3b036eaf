package org.kontor.ui.shell.internal.vaadin;

import com.vaadin.flow.server.communication.JSR356WebsocketInitializer;
import com.vaadin.flow.server.communication.PushAtmosphereHandler;
import com.vaadin.flow.shared.communication.PushConstants;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.atmosphere.cache.UUIDBroadcasterCache;
import org.atmosphere.client.TrackMessageSizeInterceptor;
import org.atmosphere.container.JSR356AsyncSupport;
import org.atmosphere.container.JSR356Endpoint;
import org.atmosphere.container.Servlet30CometSupport;
import org.atmosphere.cpr.ApplicationConfig;
import org.atmosphere.cpr.AtmosphereConfig;
import org.atmosphere.cpr.AtmosphereFramework;
import org.atmosphere.util.VoidAnnotationProcessor;

/// Push over web sockets inside a whiteboard servlet.
///
/// The servlet upgrades requests itself (Jakarta WebSocket 2.1), so that they see the whiteboard's session and go with the servlet; Atmosphere's
/// own end point would belong to the whole container and could not be removed. Without a container for web sockets long polling
/// remains.
final class PushUpgrade {
    private static final String PATH = "/VAADIN/push";

    private final Optional<ServerContainer> container;
    private final ServerEndpointConfig endpoint;

    private PushUpgrade(Optional<ServerContainer> container, ServerEndpointConfig endpoint) {
        this.container = container;
        this.endpoint = endpoint;
    }

    static PushUpgrade install(ServletConfig config) throws ServletException {
        Optional<ServerContainer> container = Optional.ofNullable(config.getServletContext().getAttribute(ServerContainer.class.getName()))
                .filter(ServerContainer.class::isInstance).map(ServerContainer.class::cast);
        AtmosphereFramework atmosphere = new Atmosphere(config);
        atmosphere.addAtmosphereHandler("/*", new PushAtmosphereHandler());
        Map.of(
                ApplicationConfig.BROADCASTER_CACHE, UUIDBroadcasterCache.class.getName(),
                ApplicationConfig.ANNOTATION_PROCESSOR, VoidAnnotationProcessor.class.getName(),
                ApplicationConfig.PROPERTY_SESSION_SUPPORT, "true",
                ApplicationConfig.MESSAGE_DELIMITER, String.valueOf(PushConstants.MESSAGE_DELIMITER),
                ApplicationConfig.WEBSOCKET_IDLETIME, "300000",
                ApplicationConfig.WEBSOCKET_BUFFER_SIZE, String.valueOf(PushConstants.WEBSOCKET_BUFFER_SIZE),
                ApplicationConfig.WEBSOCKET_MAXTEXTSIZE, String.valueOf(PushConstants.WEBSOCKET_BUFFER_SIZE),
                ApplicationConfig.PROPERTY_ALLOW_SESSION_TIMEOUT_REMOVAL, "false",
                ApplicationConfig.RECOVER_DEAD_BROADCASTER, "false",
                ApplicationConfig.JSR356_MAPPING_PATH, PATH)
                .forEach(atmosphere::addInitParameter);
        atmosphere.addInitParameter(ApplicationConfig.JSR356_PATH_MAPPING_LENGTH, "0");
        atmosphere.addInitParameter("org.atmosphere.cpr.showSupportMessage", "false");
        AtmosphereConfig settings = atmosphere.getAtmosphereConfig();
        atmosphere.setAsyncSupport(container.isPresent() ? new UpgradedSockets(settings) : new Servlet30CometSupport(settings));
        ContextLoader.with(AtmosphereFramework.class.getClassLoader(), () -> atmosphere.init(config));
        TrackMessageSizeInterceptor track = new TrackMessageSizeInterceptor();
        track.configure(settings);
        atmosphere.interceptor(track);
        config.getServletContext().setAttribute(JSR356WebsocketInitializer.getAttributeName(config.getServletName()), atmosphere);
        return new PushUpgrade(container, ServerEndpointConfig.Builder.create(JSR356Endpoint.class, PATH)
                .configurator(new JSR356AsyncSupport.AtmosphereConfigurator(atmosphere)).build());
    }

    /// Upgrades a request for push; false when it is none.
    boolean upgrade(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        if (container.isEmpty() || !"websocket".equalsIgnoreCase(request.getHeader("Upgrade")) || !PATH.equals(request.getPathInfo())) {
            return false;
        }
        try {
            container.get().upgradeHttpToWebSocket(request, response, endpoint, Map.of());
            return true;
        } catch (DeploymentException e) {
            throw new ServletException(e);
        }
    }

    /// Our servlet's own parameters win.
    private static final class Atmosphere extends AtmosphereFramework {
        private final ServletConfig config;

        Atmosphere(ServletConfig config) {
            super(false, false);
            this.config = config;
        }

        @Override
        protected void analytics() {
            // Nothing is sent anywhere.
        }

        @Override
        public AtmosphereFramework addInitParameter(String name, String value) {
            if (config.getInitParameter(name) == null) {
                super.addInitParameter(name, value);
            }
            return this;
        }
    }

    /// Long polling as usual, and the sockets that the servlet upgrades.
    private static final class UpgradedSockets extends Servlet30CometSupport {
        UpgradedSockets(AtmosphereConfig config) {
            super(config);
        }

        @Override
        public boolean supportWebSocket() {
            return true;
        }
    }
}

package org.kontor.ui.shell.internal.signin;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.kontor.api.labels.Labels;
import org.kontor.api.people.Sessions;
import org.kontor.ui.shell.internal.vaadin.SessionCookie;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/// Ends a session when one of the portal's own pages asks for it; who follows a link is asked first.
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/sign-out")
public final class SignOutServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient Sessions sessions;
    private final transient Labels labels;

    @Activate
    public SignOutServlet(@Reference Sessions sessions, @Reference Labels labels) {
        this.sessions = sessions;
        this.labels = labels;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        new GatePage(labels, request).signOut(response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!Origin.isOwn(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            new GatePage(labels, request).signOut(response);
            return;
        }
        SessionCookie.of(request).ifPresent(sessions::signOut);
        SignInServlet.forgetPages(request);
        response.addHeader("Set-Cookie", DoorCookie.removing(Origin.isSecure(request)));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Location", "/sign-in?left");
    }
}

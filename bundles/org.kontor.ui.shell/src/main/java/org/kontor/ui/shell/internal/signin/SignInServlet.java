package org.kontor.ui.shell.internal.signin;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;
import org.kontor.api.people.Sessions;
import org.kontor.api.people.SignIn;
import org.kontor.ui.shell.internal.signin.GatePage.Message;
import org.kontor.ui.shell.internal.vaadin.SessionCookie;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/// The sign-in page: takes login and password, answers with the session's cookie and the way to the page that was asked for.
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/sign-in")
public final class SignInServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient Sessions sessions;
    private final transient Labels labels;

    @Activate
    public SignInServlet(@Reference Sessions sessions, @Reference Labels labels) {
        this.sessions = sessions;
        this.labels = labels;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Destination to = Destination.of(parameter(request, "to"));
        Optional<Message> message = message(request);
        if (message.isEmpty() && SessionCookie.of(request).flatMap(sessions::person).isPresent()) {
            redirect(response, to);
            return;
        }
        new GatePage(labels, request).signIn(response, message, "", to);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Destination to = Destination.of(parameter(request, "to"));
        String login = parameter(request, "login");
        if (!Origin.isOwn(request)) {
            refuse(request, response, HttpServletResponse.SC_FORBIDDEN, Label.of("signin.foreign"), "", to);
            return;
        }
        switch (sessions.signIn(login, parameter(request, "password"), request.getRemoteAddr())) {
            case SignIn.Welcome(_, String key) -> {
                SessionCookie.of(request).ifPresent(sessions::signOut);
                forgetPages(request);
                response.addHeader("Set-Cookie", DoorCookie.keeping(key, Origin.isSecure(request)));
                redirect(response, to);
            }
            case SignIn.Wrong() -> refuse(request, response, HttpServletResponse.SC_FORBIDDEN, Label.of("signin.wrong"), login, to);
            case SignIn.Slowed(Duration pause) -> {
                long seconds = Math.max(1, pause.plusMillis(999).toSeconds());
                response.setHeader("Retry-After", Long.toString(seconds));
                refuse(request, response, 429, Label.of("signin.slowed", seconds), login, to);
            }
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, int status, Label reason, String login, Destination to) throws IOException {
        response.setStatus(status);
        new GatePage(labels, request).signIn(response, Optional.of(new Message("bad", reason)), login, to);
    }

    private static Optional<Message> message(HttpServletRequest request) {
        if (request.getParameter("expired") != null) {
            return Optional.of(new Message("warn", Label.of("signin.expired")));
        }
        return request.getParameter("left") != null ? Optional.of(new Message("good", Label.of("signin.left"))) : Optional.empty();
    }

    /// What the browser had open for somebody else is not shown any more.
    static void forgetPages(HttpServletRequest request) {
        Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    /// Written by hand: containers tidy up addresses, which may turn a harmless one into another site's.
    private static void redirect(HttpServletResponse response, Destination to) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Location", to.address());
    }
}

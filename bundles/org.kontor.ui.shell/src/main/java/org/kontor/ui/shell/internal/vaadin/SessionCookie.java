package org.kontor.ui.shell.internal.vaadin;

import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;

/// The cookie with the key of a signed-in person's session.
public final class SessionCookie {
    public static final String NAME = "kontor_session";

    private SessionCookie() {}

    public static Optional<String> of(HttpServletRequest request) {
        return find(request.getCookies());
    }

    static Optional<String> of(VaadinRequest request) {
        return find(request.getCookies());
    }

    private static Optional<String> find(Cookie @org.jspecify.annotations.Nullable [] cookies) {
        return cookies == null ? Optional.empty() : Arrays.stream(cookies).filter(cookie -> cookie.getName().equals(NAME)).map(Cookie::getValue).findFirst();
    }
}

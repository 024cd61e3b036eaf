package org.kontor.ui.shell.internal.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/// Tells whether a form was sent from a page of the portal itself.
///
/// Browsers name the origin of every POST; newer ones also say how it relates to the target (Fetch Metadata, W3C). A request with neither is
/// not from a browser, so nobody's cookies can be misused by it.
final class Origin {
    private Origin() {}

    static boolean isOwn(HttpServletRequest request) {
        String relation = request.getHeader("Sec-Fetch-Site");
        if (relation != null) {
            return relation.equals("same-origin") || relation.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin == null || authority(origin).equals(Optional.ofNullable(request.getHeader("Host")).map(host -> host.toLowerCase(Locale.ROOT)));
    }

    /// Whether the browser came by https, also when a proxy in front of the portal ends it.
    static boolean isSecure(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        return request.isSecure() || origin != null && origin.startsWith("https://");
    }

    private static Optional<String> authority(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getRawAuthority()).map(host -> host.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

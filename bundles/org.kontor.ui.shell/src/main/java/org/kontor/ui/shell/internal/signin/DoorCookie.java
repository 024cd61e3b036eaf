package org.kontor.ui.shell.internal.signin;

import org.kontor.ui.shell.internal.vaadin.SessionCookie;

/// The header that gives a browser its session key or takes it back. Scripts can't read the cookie, other sites can't send it along with their
/// forms; it ends with the browser, and in the portal after twelve hours without use.
final class DoorCookie {
    private DoorCookie() {}

    static String keeping(String key, boolean secure) {
        return SessionCookie.NAME + "=" + key + "; Path=/; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
    }

    static String removing(boolean secure) {
        return keeping("", secure) + "; Max-Age=0";
    }
}

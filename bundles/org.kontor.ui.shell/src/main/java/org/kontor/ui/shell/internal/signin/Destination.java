package org.kontor.ui.shell.internal.signin;

import java.net.URI;
import java.net.URISyntaxException;

/// Where somebody goes after signing in: an address within the portal, never another site.
record Destination(String address) {
    private static final int LONGEST = 2000;

    static final Destination HOME = new Destination("/");

    /// The wanted address if it lies within the portal, else its home page.
    ///
    /// What browsers would read as another site (`//host`, `/\host`, `/..//host`, a scheme) or as a loop is not followed.
    static Destination of(String wanted) {
        if (!wanted.startsWith("/") || wanted.length() > LONGEST) {
            return HOME;
        }
        try {
            URI uri = new URI(wanted);
            String path = uri.getPath();
            boolean inside = uri.getScheme() == null && uri.getRawAuthority() == null && path.startsWith("/");
            boolean plain = !path.contains("//") && !path.contains("/.") && !path.contains("\\") && path.chars().noneMatch(Character::isISOControl);
            boolean loop = path.equals("/sign-in") || path.equals("/sign-out") || path.startsWith("/sign-in/") || path.startsWith("/sign-out/");
            return inside && plain && !loop ? new Destination(uri.toASCIIString()) : HOME;
        } catch (URISyntaxException e) {
            return HOME;
        }
    }

    boolean isHome() {
        return equals(HOME);
    }
}

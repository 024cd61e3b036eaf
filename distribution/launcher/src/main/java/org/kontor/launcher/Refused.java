package org.kontor.launcher;

/// The portal can't start like this; the message tells why, and the way out.
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(String message) {
        super(message);
    }
}

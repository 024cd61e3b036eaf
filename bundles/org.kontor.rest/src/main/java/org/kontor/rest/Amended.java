package org.kontor.rest;

import org.kontor.api.documents.Amendment;

/// What became of changing shapes and settings.
final class Amended {
    private Amended() {}

    /// The thing as it is now.
    ///
    /// @throws Problem 422 when it was refused
    static <T> T now(Amendment<T> amendment) {
        return switch (amendment) {
            case Amendment.Done<T>(T now) -> now;
            case Amendment.Refused<T>(var reasons) -> throw Problem.unchanged(reasons);
        };
    }
}

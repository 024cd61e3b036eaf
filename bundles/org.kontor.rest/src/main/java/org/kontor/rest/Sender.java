package org.kontor.rest;

import java.util.Optional;
import java.util.function.LongFunction;
import org.kontor.api.files.FileRef;

/// What is known of who sends values: the country of telephone numbers without one (blank for none), and the stored files that may be named by number.
record Sender(String country, LongFunction<Optional<FileRef>> files) {
    /// Says no country and may name no file.
    static final Sender ANYBODY = new Sender("", _ -> Optional.empty());
}

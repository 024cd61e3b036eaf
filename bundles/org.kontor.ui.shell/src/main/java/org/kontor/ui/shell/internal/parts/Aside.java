package org.kontor.ui.shell.internal.parts;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kontor.ui.api.Viewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads something that may take seconds beside the tab, which goes on meanwhile. Nothing is lost when it is never finished.
public final class Aside {
    private static final Logger LOG = LoggerFactory.getLogger(Aside.class);

    private Aside() {}

    /// Hands what `read` gives to `then` in the tab, or calls `failed` there.
    public static <T> void read(Viewer viewer, Supplier<T> read, Consumer<T> then, Runnable failed) {
        Thread.ofVirtual().name("kontor-aside").start(() -> {
            try {
                T result = read.get();
                viewer.later(() -> then.accept(result));
            } catch (RuntimeException e) {
                LOG.warn("something could not be read for person {}", viewer.person().id().value(), e);
                viewer.later(failed);
            }
        });
    }
}

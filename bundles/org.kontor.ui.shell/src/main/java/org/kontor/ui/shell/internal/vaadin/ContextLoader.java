package org.kontor.ui.shell.internal.vaadin;

import jakarta.servlet.ServletException;

/// Does something with a certain context class loader.
final class ContextLoader {
    private ContextLoader() {}

    interface Work {
        void run() throws ServletException;
    }

    static void with(ClassLoader loader, Work work) throws ServletException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            work.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}

package org.kontor.ui.shell.internal.pipelines;

/// Lets an open page follow what others change in the types.
final class Following {
    private Following() {}

    static void of(Desk desk, Runnable changed) {
        AutoCloseable watch = desk.portal().types.watch(() -> desk.tab().later(changed));
        desk.tab().atLeave(() -> {
            try {
                watch.close();
            } catch (Exception e) {
                throw new IllegalStateException("a page of pipelines could not stop listening", e);
            }
        });
    }
}

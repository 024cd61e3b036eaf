package org.kontor.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/// The PostgreSQL that all tests of a process share; stopped with it. It flushes like one in production.
public final class PostgresqlServer {
    private PostgresqlServer() {}

    private static final class Holder {
        private static final EmbeddedPostgres SERVER = start();
    }

    public static EmbeddedPostgres get() {
        return Holder.SERVER;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "200")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL for tests does not start", e);
        }
    }
}

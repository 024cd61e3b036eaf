package org.kontor.storage.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.kontor.storage.Database;
import org.kontor.storage.DatabaseFailure;
import org.kontor.storage.Engine;
import org.kontor.storage.Sql;
import org.kontor.storage.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Transactions over a pool; the one a thread is in is bound to its scope.
@Component(service = Database.class)
public final class JdbcDatabase implements Database {
    private static final ScopedValue<JdbcTransaction> CURRENT = ScopedValue.newInstance();

    private final DataSource source;
    private final Engine engine;
    private final DiskSpace disk;
    private final WriteGate gate;
    private final Migrations migrations;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("kontor-transaction-watch").factory());

    @Activate
    public JdbcDatabase(@Reference Pool pool) {
        this(pool.connections(), pool.engine(), pool.disk());
    }

    /// Over any source, for tests and tools.
    public JdbcDatabase(DataSource source, Engine engine) {
        this(source, engine, DiskSpace.ELSEWHERE);
    }

    JdbcDatabase(DataSource source, Engine engine, DiskSpace disk) {
        this.source = source;
        this.engine = engine;
        this.disk = disk;
        this.gate = engine == Engine.H2 ? WriteGate.oneByOne() : WriteGate.open();
        this.migrations = new Migrations(this, source);
    }

    /// Ends the thread that looks after the time; closes nothing of the source.
    @Deactivate
    public void close() {
        watch.shutdownNow();
    }

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        return CURRENT.isBound() ? work.apply(CURRENT.get().usable()) : begin(work, _ -> () -> {});
    }

    @Override
    public <T> T writeWithin(Duration bound, Runnable overdue, Function<Transaction, T> work) {
        return begin(work, transaction -> {
            ScheduledFuture<?> alarm = watch.schedule(
                    () -> {
                        if (transaction.abandon(bound)) {
                            overdue.run();
                        }
                    },
                    bound.toMillis(),
                    TimeUnit.MILLISECONDS);
            return () -> alarm.cancel(false);
        });
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
        if (CURRENT.isBound()) {
            return work.apply(CURRENT.get().usable());
        }
        return unbound(work);
    }

    /// Each statement for itself.
    private <T> T unbound(Function<Transaction, T> work) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(true);
            return work.apply(new JdbcTransaction(connection, WriteGate.open(), Optional.empty()));
        } catch (SQLException e) {
            throw away(e);
        }
    }

    @Override
    public void alone(Sql statement) {
        if (CURRENT.isBound()) {
            throw new IllegalStateException("this runs outside of transactions only: " + statement.text());
        }
        asWriter(() -> unbound(connection -> connection.update(statement)));
    }

    @Override
    public void migrate(String part, Class<?> owner) {
        migrations.migrate(part, owner);
    }

    /// Does what writes past [#write]: on connections of its own.
    <T> T asWriter(Supplier<T> work) {
        gate.enter(() -> {});
        try {
            return work.get();
        } finally {
            gate.leave();
        }
    }

    private <T> T begin(Function<Transaction, T> work, Function<JdbcTransaction, Runnable> guard) {
        disk.require();
        JdbcTransaction transaction = open();
        Runnable disarm = guard.apply(transaction);
        T result;
        try {
            result = ScopedValue.where(CURRENT, transaction).call(() -> work.apply(transaction));
            disarm.run();
            transaction.commit();
        } catch (RuntimeException | Error e) {
            disarm.run();
            transaction.rollback();
            throw e;
        }
        transaction.runAfterCommit();
        return result;
    }

    private JdbcTransaction open() {
        try {
            Connection connection = source.getConnection();
            connection.setAutoCommit(false);
            return new JdbcTransaction(connection, gate, engine == Engine.POSTGRESQL ? Optional.of(new Behind()) : Optional.empty());
        } catch (SQLException e) {
            throw away(e);
        }
    }

    private static DatabaseFailure away(SQLException e) {
        return new DatabaseFailure("the database can't be reached: " + e.getMessage(), e);
    }
}

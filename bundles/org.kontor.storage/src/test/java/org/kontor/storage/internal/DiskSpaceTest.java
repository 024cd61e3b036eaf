package org.kontor.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.concurrent.atomic.AtomicLong;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.api.documents.Outage;
import org.kontor.storage.DatabaseFailure;
import org.kontor.storage.Engine;
import org.kontor.storage.Sql;

class DiskSpaceTest {
    private static final long MEGABYTE = 1024 * 1024;
    private static final long LOOKED_AGAIN_MILLIS = 600;

    private final AtomicLong free = new AtomicLong(100 * MEGABYTE);
    private JdbcDatabase database;

    @BeforeEach
    void open() {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        database = new JdbcDatabase(source, Engine.H2, new DiskSpace("/data", free::get, 64 * MEGABYTE));
        database.write(tx -> tx.update(Sql.of("create table note (words varchar(50))")));
        database.write(tx -> tx.update(Sql.of("insert into note values ('kept')")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private DatabaseFailure refusal() {
        return catchThrowableOfType(DatabaseFailure.class, () -> database.write(tx -> tx.update(Sql.of("insert into note values ('more')"))));
    }

    private long notes() {
        return database.read(tx -> tx.one(Sql.of("select count(*) as n from note"), row -> row.number("n"))).orElseThrow();
    }

    private void left(long megabytes) throws InterruptedException {
        free.set(megabytes * MEGABYTE);
        Thread.sleep(LOOKED_AGAIN_MILLIS);
    }

    @Test
    void writesNothingWhileTheDiskIsFullAndNamesTheBound() throws Exception {
        left(12);

        DatabaseFailure refusal = refusal();

        assertThat(refusal).hasMessageContaining("12 MB are left for /data").hasMessageContaining("64 MB are needed").hasMessageContaining("free some space");
        assertThat(refusal.passing()).isTrue();
        assertThat(Outage.behind(refusal)).contains(Outage.DISK_FULL);
    }

    @Test
    void readsWhileTheDiskIsFull() throws Exception {
        left(12);

        assertThat(refusal()).isNotNull();
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void goesOnByItselfWhenThereIsRoomAgain() throws Exception {
        left(12);
        assertThat(refusal()).isNotNull();

        left(70);
        database.write(tx -> tx.update(Sql.of("insert into note values ('more')")));

        assertThat(notes()).isEqualTo(2);
    }
}

package org.kontor.storage.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.kontor.storage.Sql;

/// Runs the SQL files of the parts of the portal, each once, with Flyway and a history table per part.
///
/// What Flyway costs at each start is saved: it is only asked when the checksum over a part's files differs from that of the last
/// time.
final class Migrations {
    private final JdbcDatabase database;
    private final DataSource source;
    private boolean ready;

    Migrations(JdbcDatabase database, DataSource source) {
        this.database = database;
        this.source = source;
    }

    synchronized void migrate(String part, Class<?> owner) {
        if (!part.matches("[a-z]{1,30}")) {
            throw new IllegalArgumentException("part '" + part + "' must be 1 to 30 small letters");
        }
        prepare();
        List<SqlFile> files = SqlFiles.of(owner, "db/" + part, database.engine().name().toLowerCase(Locale.ROOT));
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no file db/" + part + "/V<number>__<name>.sql lies beside " + owner.getName());
        }
        String checksum = checksum(files);
        Sql known = Sql.of("select checksum from schema_part where part = ?", part);
        Optional<String> before = database.read(tx -> tx.one(known, row -> row.text("checksum")));
        if (before.filter(checksum::equals).isPresent()) {
            return;
        }
        database.asWriter(() -> Flyway.configure(Flyway.class.getClassLoader())
                .dataSource(source)
                .resourceProvider(new SqlFiles(files))
                .javaMigrationClassProvider(List::of)
                .table("history_" + part)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate());
        database.write(tx -> before.isPresent()
                ? tx.update(Sql.of("update schema_part set checksum = ? where part = ?", checksum, part))
                : tx.update(Sql.of("insert into schema_part (part, checksum) values (?, ?)", part, checksum)));
    }

    private void prepare() {
        if (!ready) {
            database.write(tx -> tx.update(
                    Sql.of("create table if not exists schema_part (part varchar primary key, checksum varchar not null)")));
            ready = true;
        }
    }

    private static String checksum(List<SqlFile> files) {
        CRC32 sum = new CRC32();
        for (SqlFile file : files) {
            sum.update(file.getFilename().getBytes(StandardCharsets.UTF_8));
            sum.update(file.text().getBytes(StandardCharsets.UTF_8));
        }
        return files.size() + "-" + Long.toHexString(sum.getValue());
    }
}

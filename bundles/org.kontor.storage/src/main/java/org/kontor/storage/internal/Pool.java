package org.kontor.storage.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.kontor.storage.Engine;
import org.kontor.storage.Storage;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jdbc.DataSourceFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Connections to the portal's database, pooled.
///
/// The framework properties `kontor.database.url`, `.user` and `.password` name a PostgreSQL; without a url an H2 file in the
/// data folder (`kontor.data`) is used, opened so that it keeps what it acknowledges (see [Storage#h2]); below `kontor.disk.floor` megabytes (64) of free
/// space nothing is written to it.
@Component(service = Pool.class)
public final class Pool {
    private static final Logger LOG = LoggerFactory.getLogger(Pool.class);
    private static final long PATIENCE_MILLIS = 60_000;

    private final HikariDataSource connections;
    private final Engine engine;
    private final DiskSpace disk;

    @Activate
    public Pool(
            BundleContext context,
            @Reference(target = "(osgi.jdbc.driver.class=org.h2.Driver)") DataSourceFactory h2,
            @Reference(target = "(osgi.jdbc.driver.class=org.postgresql.Driver)") DataSourceFactory postgresql)
            throws SQLException {
        String url = context.getProperty("kontor.database.url");
        engine = url == null || url.isBlank() || url.startsWith("jdbc:h2:") ? Engine.H2 : Engine.POSTGRESQL;
        disk = url == null || url.isBlank() ? DiskSpace.of(Path.of(given(context, "kontor.data", "data")), Long.parseLong(given(context, "kontor.disk.floor", "64")) * 1024 * 1024) : DiskSpace.ELSEWHERE;
        Properties properties = new Properties();
        if (engine == Engine.POSTGRESQL) {
            properties.put("url", Storage.postgresql(url));
            properties.put("user", given(context, "kontor.database.user", "kontor"));
            properties.put("password", given(context, "kontor.database.password", ""));
        } else {
            properties.put("url", url == null || url.isBlank() ? h2File(Path.of(given(context, "kontor.data", "data"))) : Storage.h2(url));
            properties.put("user", "sa");
            properties.put("password", "");
        }
        connections = pooled((engine == Engine.H2 ? h2 : postgresql).createDataSource(properties));
        LOG.info("database: {}", engine == Engine.H2 ? properties.get("url") : url);
    }

    @Deactivate
    void close() {
        connections.close();
    }

    Engine engine() {
        return engine;
    }

    DiskSpace disk() {
        return disk;
    }

    DataSource connections() {
        return connections;
    }

    /// The address of an H2 file below a data folder, as the portal opens it.
    static String h2File(Path data) {
        try {
            Files.createDirectories(data.resolve("db"));
        } catch (IOException e) {
            throw new UncheckedIOException("data folder " + data + " can't be made: choose another with --data", e);
        }
        return Storage.h2(data.resolve("db/kontor"));
    }

    private static HikariDataSource pooled(DataSource source) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setPoolName("kontor");
        config.setMaximumPoolSize(24);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(10_000);
        config.setInitializationFailTimeout(PATIENCE_MILLIS);
        return new HikariDataSource(config);
    }

    private static String given(BundleContext context, String key, String otherwise) {
        String value = context.getProperty(key);
        return value == null ? otherwise : value;
    }
}

package org.kontor.core.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.sql.JDBCType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.kontor.api.access.Access;
import org.kontor.api.access.Permission;
import org.kontor.api.files.FileRef;
import org.kontor.api.files.Files;
import org.kontor.api.files.StorageLimits;
import org.kontor.api.people.Actor;
import org.kontor.api.people.PersonId;
import org.kontor.storage.Database;
import org.kontor.storage.Null;
import org.kontor.storage.Sql;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Files by the hash of their content; names and owners in a table. Content lies in a folder, or in an S3-compatible store when an endpoint is configured.
@Component
public final class HashedFiles implements Files {
    @interface Config {
        /// As in `https://s3.eu-south-1.amazonaws.com`; empty for the folder of the portal.
        String s3Endpoint() default "";

        String s3Bucket() default "kontor";

        String s3Region() default "us-east-1";

        String s3AccessKey() default "";

        String s3SecretKey() default "";
    }

    private final Database database;
    private final Access access;
    private final StorageLimits limits;
    private final Drafts drafts;
    private final ContentStore store;

    @Activate
    public HashedFiles(BundleContext context, Config config, @Reference Database database, @Reference Access access, @Reference StorageLimits limits) {
        this(Path.of(Optional.ofNullable(context.getProperty("kontor.data")).orElse("data")).resolve("files"), store(config), database, access, limits);
    }

    /// In a folder, with a limit in bytes, for tests.
    public HashedFiles(Path data, long limit, Database database, Access access) {
        this(data.resolve("files"), Optional.empty(), database, access, new ConfiguredLimits(limit, Long.MAX_VALUE));
    }

    HashedFiles(Path folder, Optional<ContentStore> store, Database database, Access access, StorageLimits limits) {
        this.database = database;
        this.access = access;
        this.limits = limits;
        this.drafts = new Drafts(folder);
        this.store = store.orElseGet(() -> new ContentFolder(folder));
        drafts.tidy();
        database.migrate("files", HashedFiles.class);
    }

    private static Optional<ContentStore> store(Config config) {
        return config.s3Endpoint().isBlank()
                ? Optional.empty()
                : Optional.of(new S3Content(URI.create(config.s3Endpoint()), config.s3Bucket(), new S3Signature(config.s3Region(), config.s3AccessKey(), config.s3SecretKey()), Clock.systemUTC()));
    }

    @Override
    public long limit() {
        return limits.perFile();
    }

    @Override
    public FileRef store(String name, String mediaType, InputStream content, Actor actor) throws IOException {
        String plain = FileName.plain(name);
        long most = Math.min(limits.perFile(), limits.total() == Long.MAX_VALUE ? Long.MAX_VALUE : Math.max(0, limits.total() - total()));
        try (Drafts.Draft draft = drafts.take(content, most).orElseThrow(() -> new TooLarge(plain, most))) {
            store.keep(draft.hash(), draft.file());
            String type = mediaType.length() > 100 ? "application/octet-stream" : mediaType;
            Object owner = actor.person().<Object>map(PersonId::value).orElse(new Null(JDBCType.BIGINT));
            long id = database.write(tx -> {
                tx.update(Sql.of("update stored_total set bytes = bytes + ?", draft.size()));
                return tx.insert(Sql.of("insert into stored_file (name, media_type, size, hash, person, stored) values (?, ?, ?, ?, ?, ?)",
                        plain, type, draft.size(), draft.hash(), owner, Instant.now()), "id");
            });
            return new FileRef(id, plain, type, draft.size());
        }
    }

    private long total() {
        return database.read(tx -> tx.one(Sql.of("select bytes from stored_total"), row -> row.number("bytes"))).orElse(0L);
    }

    @Override
    public Optional<FileRef> find(long id, Actor actor) {
        record Found(FileRef file, Optional<PersonId> owner) {}
        return database.read(tx -> tx.one(Sql.of("select id, name, media_type, size, person from stored_file where id = ?", id), row ->
                        new Found(new FileRef(row.number("id"), row.text("name"), row.text("media_type"), row.number("size")), row.optionalNumber("person").map(PersonId::new))))
                .filter(found -> access.may(actor, Permission.ADMINISTER) || found.owner().isPresent() && found.owner().equals(actor.person()))
                .map(Found::file);
    }

    @Override
    public InputStream open(FileRef file) throws IOException {
        String hash = database.read(tx -> tx.one(Sql.of("select hash from stored_file where id = ?", file.id()), row -> row.text("hash")))
                .orElseThrow(() -> new FileNotFoundException("file " + file.id() + " '" + file.name() + "' is not stored"));
        return store.open(hash);
    }
}

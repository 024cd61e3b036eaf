package org.kontor.core.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.sql.JDBCType;
import java.time.Instant;
import java.util.Optional;
import org.kontor.api.access.Access;
import org.kontor.api.access.Permission;
import org.kontor.api.files.FileRef;
import org.kontor.api.files.Files;
import org.kontor.api.people.Actor;
import org.kontor.api.people.PersonId;
import org.kontor.storage.Database;
import org.kontor.storage.Null;
import org.kontor.storage.Sql;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Files in a folder, by the hash of their content; names and owners in a table.
@Component
public final class FolderFiles implements Files {
    @interface Config {
        /// The largest file that is taken.
        long limitMegabytes() default 64;
    }

    private final Database database;
    private final Access access;
    private final ContentFolder folder;
    private final long limit;

    @Activate
    public FolderFiles(BundleContext context, Config config, @Reference Database database, @Reference Access access) {
        this(Path.of(Optional.ofNullable(context.getProperty("kontor.data")).orElse("data")), config.limitMegabytes() << 20, database, access);
    }

    /// In a folder, with a limit in bytes, for tests.
    public FolderFiles(Path data, long limit, Database database, Access access) {
        this.database = database;
        this.access = access;
        this.folder = new ContentFolder(data.resolve("files"));
        this.limit = limit;
        folder.tidy();
        database.migrate("files", FolderFiles.class);
    }

    @Override
    public long limit() {
        return limit;
    }

    @Override
    public FileRef store(String name, String mediaType, InputStream content, Actor actor) throws IOException {
        String plain = plain(name);
        ContentFolder.Kept kept = folder.keep(content, limit).orElseThrow(() -> new TooLarge(plain, limit));
        String type = mediaType.length() > 100 ? "application/octet-stream" : mediaType;
        Object owner = actor.person().<Object>map(PersonId::value).orElse(new Null(JDBCType.BIGINT));
        long id = database.write(tx -> tx.insert(Sql.of("insert into stored_file (name, media_type, size, hash, person, stored) values (?, ?, ?, ?, ?, ?)",
                plain, type, kept.size(), kept.hash(), owner, Instant.now()), "id"));
        return new FileRef(id, plain, type, kept.size());
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
        return folder.open(hash);
    }

    /// A name without any path and control characters, at most 250 characters.
    private static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).replaceAll("\\p{Cntrl}", "").strip();
        String some = last.isEmpty() ? "file" : last;
        return some.length() > 250 ? some.substring(some.length() - 250) : some;
    }
}

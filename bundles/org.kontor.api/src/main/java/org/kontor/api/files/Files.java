package org.kontor.api.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.kontor.api.people.Actor;
import org.osgi.annotation.versioning.ProviderType;

/// Keeps content. The same content is kept once.
@ProviderType
public interface Files {

    /// The largest content that is taken, in bytes.
    long limit();

    /// Keeps the content of a stream, which is read to its end and not closed.
    ///
    /// @throws TooLarge when it is longer than [#limit()]; nothing is kept
    FileRef store(String name, String mediaType, InputStream content, Actor actor) throws IOException;

    /// A stored file by number, if `actor` may see it: who stored it, administrators and robots may.
    Optional<FileRef> find(long id, Actor actor);

    /// The content; the caller closes it.
    ///
    /// @throws java.io.FileNotFoundException when the content is gone
    InputStream open(FileRef file) throws IOException;

    /// The content is longer than the limit.
    final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;

        public TooLarge(String name, long limit) {
            super("file '" + name + "' is longer than " + limit + " bytes: split it");
        }
    }
}

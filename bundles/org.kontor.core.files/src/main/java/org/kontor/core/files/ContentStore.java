package org.kontor.core.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// Where content lies, by its SHA-256. Content that is there is never changed.
interface ContentStore {

    /// Keeps what is in a file, which may be moved away. Done nothing when the content is there.
    void keep(String hash, Path file) throws IOException;

    /// @throws java.io.FileNotFoundException when it is not there
    InputStream open(String hash) throws IOException;
}

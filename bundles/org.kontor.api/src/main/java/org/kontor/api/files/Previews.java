package org.kontor.api.files;

import java.io.IOException;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/// Small pictures of files: of PNG, JPEG, GIF and BMP, and of the first page of a PDF.
///
/// Made when asked for: keep them in the browser. Whatever a file holds, at most some million pixels are decoded, one picture at a time, and a PDF has some seconds.
@ProviderType
public interface Previews {
    int SMALLEST = 16;
    int LARGEST = 1_024;

    /// A preview as PNG.
    record Preview(byte[] png, int width, int height) {}

    /// Whether files of this kind may have one, by media type and name.
    boolean possible(FileRef file);

    /// A picture whose longer side has at most `side` pixels; empty when the file is neither picture nor PDF, damaged, or too large to be decoded. Does not ask for rights: show it only to who may see the file.
    ///
    /// @throws IllegalArgumentException when `side` is not [#SMALLEST] to [#LARGEST]
    Optional<Preview> of(FileRef file, int side) throws IOException;
}

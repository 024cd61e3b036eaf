package org.kontor.core.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.kontor.api.files.FileRef;
import org.kontor.api.files.Files;
import org.kontor.api.files.Previews;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Previews of [Pictures] and of [PdfPages], one at a time.
@Component
public final class FilePreviews implements Previews {
    private static final long MOST_BYTES = 64L << 20;

    private final Files files;
    private final PdfPages pages = new PdfPages();
    private final Semaphore one = new Semaphore(1);

    @Activate
    public FilePreviews(@Reference Files files) {
        this.files = files;
    }

    @Deactivate
    public void close() {
        pages.close();
    }

    @Override
    public boolean possible(FileRef file) {
        return file.size() <= MOST_BYTES && (Pictures.are(file) || PdfPages.are(file));
    }

    @Override
    public Optional<Preview> of(FileRef file, int side) throws IOException {
        if (side < SMALLEST || side > LARGEST) {
            throw new IllegalArgumentException("a preview has " + SMALLEST + " to " + LARGEST + " pixels, not " + side);
        }
        if (!possible(file)) {
            return Optional.empty();
        }
        one.acquireUninterruptibly();
        try (InputStream content = files.open(file)) {
            return PdfPages.are(file) ? pages.first(content, side) : Pictures.small(content, side);
        } finally {
            one.release();
        }
    }
}

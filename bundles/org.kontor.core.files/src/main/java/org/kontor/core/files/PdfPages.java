package org.kontor.core.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.kontor.api.files.FileRef;
import org.kontor.api.files.Previews.Preview;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The first pages of PDFs, drawn by a program in a process of its own: with [#MEMORY] of memory, nothing of the portal's environment, and not longer than [#PATIENCE]. Whatever is wrong with a
/// PDF, the portal is not touched by it.
final class PdfPages {
    private static final Logger LOG = LoggerFactory.getLogger(PdfPages.class);
    private static final String PROGRAM = "draw-page.jar";
    private static final String MEMORY = "-Xmx256m";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long LARGEST_PICTURE = 16L << 20;
    private static final int PNG_WIDTH = 16;

    private Optional<Path> folder = Optional.empty();

    /// Whether a file is one, by its kind and name.
    static boolean are(FileRef file) {
        return file.name().toLowerCase(Locale.ROOT).endsWith(".pdf") || file.mediaType().toLowerCase(Locale.ROOT).startsWith("application/pdf");
    }

    /// A picture of the first page whose longer side has `side` pixels; empty when it can't be drawn. One call at a time.
    Optional<Preview> first(InputStream content, int side) throws IOException {
        Path place = folder();
        Path pdf = place.resolve("page.pdf");
        Path png = place.resolve("page.png");
        try {
            Files.copy(content, pdf, StandardCopyOption.REPLACE_EXISTING);
            return drawn(pdf, png, side) && Files.size(png) <= LARGEST_PICTURE ? Optional.of(preview(Files.readAllBytes(png))) : Optional.empty();
        } finally {
            Files.deleteIfExists(pdf);
            Files.deleteIfExists(png);
        }
    }

    private boolean drawn(Path pdf, Path png, int side) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                java, MEMORY, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true", "-Dpdfbox.fontcache=" + pdf.getParent(), "-jar", pdf.resolveSibling(PROGRAM).toString(), Integer.toString(side)));
        builder.environment().clear();
        Process process = builder.redirectInput(pdf.toFile()).redirectOutput(png.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            return process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }

    private static Preview preview(byte[] png) {
        ByteBuffer size = ByteBuffer.wrap(png, PNG_WIDTH, 2 * Integer.BYTES);
        return new Preview(png, size.getInt(), size.getInt());
    }

    /// The folder of the program, made at the first use.
    private Path folder() throws IOException {
        if (folder.filter(Files::isDirectory).isEmpty()) {
            Path made = Files.createTempDirectory("kontor-pages");
            try (InputStream program = PdfPages.class.getResourceAsStream(PROGRAM)) {
                Files.copy(program, made.resolve(PROGRAM));
            }
            folder = Optional.of(made);
        }
        return folder.get();
    }

    void close() {
        folder.ifPresent(made -> {
            try (var all = Files.walk(made)) {
                for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException e) {
                LOG.debug("{} is left behind", made, e);
            }
        });
    }
}

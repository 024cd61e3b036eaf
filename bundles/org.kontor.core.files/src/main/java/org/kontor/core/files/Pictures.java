package org.kontor.core.files;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.kontor.api.files.FileRef;
import org.kontor.api.files.Previews.Preview;

/// Small pictures by the picture readers of the JDK. The size is read before any pixel; a large picture is read with gaps, so that memory is bounded by [#MOST_DECODED], and one that is too large not at all.
final class Pictures {
    private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif", "bmp");
    private static final long MOST_PIXELS = 120_000_000;
    private static final long MOST_DECODED = 6_000_000;

    private Pictures() {}

    /// Whether a file is one of these, by its kind and name.
    static boolean are(FileRef file) {
        return file.name().toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g|gif|bmp)") || file.mediaType().toLowerCase(Locale.ROOT).matches("image/(png|jpeg|gif|bmp)");
    }

    static Optional<Preview> small(InputStream content, int side) throws IOException {
        try (ImageInputStream input = new MemoryCacheImageInputStream(content)) {
            return decoded(input, side).map(picture -> scaled(picture, side)).map(Pictures::png);
        }
    }

    private static Optional<BufferedImage> decoded(ImageInputStream input, int side) {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            try {
                if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                    return decoded(reader, input, side);
                }
            } catch (IOException | RuntimeException e) {
                return Optional.empty();
            } finally {
                reader.dispose();
            }
        }
        return Optional.empty();
    }

    private static Optional<BufferedImage> decoded(ImageReader reader, ImageInputStream input, int side) throws IOException {
        reader.setInput(input, true, true);
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width < 1 || height < 1 || width * height > MOST_PIXELS) {
            return Optional.empty();
        }
        int gap = (int) Math.max(1, Math.max(width, height) / (2L * side));
        if ((width / gap + 1) * (height / gap + 1) > MOST_DECODED) {
            return Optional.empty();
        }
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(gap, gap, 0, 0);
        return Optional.of(reader.read(0, param));
    }

    private static BufferedImage scaled(BufferedImage picture, int side) {
        double factor = Math.min(1.0, (double) side / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * factor));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }

    private static Preview png(BufferedImage picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return new Preview(out.toByteArray(), picture.getWidth(), picture.getHeight());
    }
}

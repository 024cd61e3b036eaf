package org.kontor.wrap.pdfbox;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// Draws the first page of the PDF that comes by the standard input, as PNG to the standard output. The argument is the length of the longer side in pixels. Ends with an error when there is no
/// page, the content is damaged, or a password is needed.
public final class DrawPage {
    private DrawPage() {}

    public static void main(String[] arguments) throws IOException {
        int side = Integer.parseInt(arguments[0]);
        OutputStream out = System.out;
        System.setOut(System.err);
        try (PDDocument document = Loader.loadPDF(System.in.readAllBytes())) {
            BufferedImage picture = picture(document, side);
            ImageIO.write(picture, "png", out);
            out.flush();
        }
    }

    private static BufferedImage picture(PDDocument document, int side) throws IOException {
        PDRectangle box = document.getPage(0).getCropBox();
        float longer = Math.max(box.getWidth(), box.getHeight());
        PDFRenderer renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        return renderer.renderImage(0, side / longer, ImageType.RGB);
    }
}

package org.kontor.core.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.api.files.Previews.Preview;
import org.kontor.testkit.FixedPeople;
import org.kontor.testkit.MemoryFiles;

class FilePreviewsTest {
    private static final String PDF = """
            %PDF-1.4
            1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
            2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
            3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 WIDTH 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >> endobj
            4 0 obj << /Length 79 >> stream
            0.8 0 0 rg 100 100 300 300 re f BT /F1 40 Tf 100 700 Td (An offer) Tj ET        \s
            endstream endobj
            5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
            trailer << /Root 1 0 R >>
            %%EOF
            """;

    private final MemoryFiles files = new MemoryFiles(5_000_000);
    private final FilePreviews previews = new FilePreviews(files);

    @AfterEach
    void close() {
        previews.close();
    }

    private Optional<Preview> preview(String name, byte[] content) throws IOException {
        return previews.of(files.store(name, "application/octet-stream", new ByteArrayInputStream(content), FixedPeople.ANNA), 200);
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    @Test
    void makesAPictureSmall() throws IOException {
        assertThat(preview("a.jpg", picture("jpg", 1_000, 500))).hasValueSatisfying(small -> assertThat(small).extracting(Preview::width, Preview::height).containsExactly(200, 100));
        assertThat(preview("a.png", picture("png", 50, 20))).hasValueSatisfying(small -> assertThat(small.width()).isEqualTo(50));
    }

    @Test
    void makesNoneOfWhatIsNoPicture() throws IOException {
        assertThat(preview("a.txt", picture("png", 50, 20))).isEmpty();
        assertThat(preview("a.png", "<svg onload=alert(1)>".getBytes())).isEmpty();
    }

    @Test
    void doesNotDecodeABomb() throws IOException {
        byte[] bomb = picture("png", 10, 10);
        ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
        CRC32 crc = new CRC32();
        crc.update(bomb, 12, 17);
        ByteBuffer.wrap(bomb).putInt(29, (int) crc.getValue());

        assertThat(preview("a.png", bomb)).isEmpty();
    }

    @Test
    void drawsTheFirstPageOfAPdf() throws IOException {
        Preview page = preview("offer.pdf", PDF.replace("WIDTH", "595").getBytes()).orElseThrow();

        assertThat(page.height()).isEqualTo(200);
        assertThat(page.width()).isBetween(140, 142);
        BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(page.png()));
        assertThat(drawn.getRGB(60, 140)).as("the red square").isEqualTo(0xffcc0000);
        assertThat(drawn.getRGB(5, 5)).as("the paper").isEqualTo(0xffffffff);
    }

    @Test
    void drawsNothingOfAPdfThatIsDamagedHasNoPageOrIsWiderThanAnyPaper() throws IOException {
        assertThat(preview("a.pdf", "nonsense".getBytes())).isEmpty();
        assertThat(preview("a.pdf", PDF.replace("3 0 R]", "]").replace("/Count 1", "/Count 0").getBytes())).isEmpty();
        assertThat(preview("a.pdf", PDF.replace("WIDTH", "99999999999999999999").getBytes())).satisfies(picture -> picture.ifPresent(small -> assertThat(small.width()).isLessThanOrEqualTo(200)));
    }
}

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
import org.junit.jupiter.api.Test;
import org.kontor.api.files.Previews.Preview;
import org.kontor.testkit.FixedPeople;
import org.kontor.testkit.MemoryFiles;

class PicturePreviewsTest {
    private final MemoryFiles files = new MemoryFiles(5_000_000);

    private Optional<Preview> preview(String name, byte[] content) throws IOException {
        return new PicturePreviews(files).of(files.store(name, "application/octet-stream", new ByteArrayInputStream(content), FixedPeople.ANNA), 200);
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
}

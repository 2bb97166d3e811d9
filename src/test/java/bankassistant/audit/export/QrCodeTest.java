package bankassistant.audit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import bankassistant.audit.AuditLog;
import bankassistant.audit.Logs;
import bankassistant.audit.note.SignedCheckpoint;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A printed checkpoint is read again by a camera's software, and is still signed. */
class QrCodeTest {

    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xFFFFFF;
    private static final int SCALE = 6;

    @TempDir
    private Path folder;

    @Test
    void a_checkpoint_survives_the_picture() throws IOException, ReaderException {
        try (AuditLog log = new Logs(folder).open()) {
            SignedCheckpoint note = log.checkpoint();
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(QrCode.of(note.text()).png()));
            int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());

            SignedCheckpoint read = SignedCheckpoint.parse(readPure(pixels, image.getWidth())).orElseThrow();
            assertThat(read).isEqualTo(note);
            assertThat(read.isSignedBy(log.key())).isTrue();
        }
    }

    @Test
    void a_scratch_does_not_hurt() throws IOException, ReaderException {
        String text = "a text of some length \u2014 with a dash";
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(QrCode.of(text).png()));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        int row = image.getWidth() * image.getHeight() / 2;
        Arrays.fill(pixels, row / image.getWidth() * image.getWidth(),
                (row / image.getWidth() + 6) * image.getWidth(), WHITE);

        assertThat(read(pixels, image.getWidth())).isEqualTo(text);
    }

    @Test
    void a_checkpoint_survives_the_terminal_and_fits_80_columns() throws ReaderException {
        try (AuditLog log = new Logs(folder).open()) {
            String text = log.checkpoint().text();
            List<String> lines = QrCode.of(text).blocks().lines().toList();
            int side = lines.getFirst().length();

            assertThat(side).isLessThanOrEqualTo(80);
            assertThat(readPure(pixels(lines, side), side * SCALE)).isEqualTo(text);
        }
    }

    @Test
    void what_is_too_long_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> QrCode.of("x".repeat(5_000)));
    }

    private static int[] pixels(List<String> lines, int side) {
        int[] pixels = new int[side * SCALE * side * SCALE];
        for (int y = 0; y < side * SCALE; y++) {
            for (int x = 0; x < side * SCALE; x++) {
                int module = y / SCALE;
                char block = lines.get(module / 2).charAt(x / SCALE);
                boolean light = block == '\u2588' || block == (module % 2 == 0 ? '\u2580' : '\u2584');
                pixels[y * side * SCALE + x] = light ? WHITE : BLACK;
            }
        }
        return pixels;
    }

    private static String read(int[] pixels, int width) throws ReaderException {
        return decoded(pixels, width, Map.of());
    }

    /** Of a picture that is nothing but the code: a search for the code's corners now and then takes other squares of a random one for them. */
    private static String readPure(int[] pixels, int width) throws ReaderException {
        return decoded(pixels, width, Map.of(DecodeHintType.PURE_BARCODE, true));
    }

    private static String decoded(int[] pixels, int width, Map<DecodeHintType, ?> hints) throws ReaderException {
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(
                new RGBLuminanceSource(width, pixels.length / width, pixels))), hints).getText();
    }
}

package bankassistant.lab.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossCurveTest {

    @TempDir
    private Path folder;

    /** Steps above and below the line, so that it hides none. */
    private static List<LossPoint> falling() {
        return IntStream.rangeClosed(1, 200)
                .mapToObj(step -> new LossPoint(1, step, 3 + 4 / Math.sqrt(step) + step % 2, 1e-4, 0.5))
                .toList();
    }

    @Test
    void is_a_table() throws IOException {
        Path file = folder.resolve("loss.csv");
        new LossCurve(falling()).writeCsv(file);

        assertThat(Files.readAllLines(file)).hasSize(201).startsWith("epoch,step,loss,learning_rate,gradient_norm",
                "1,1,8.000000,1.000000e-04,0.5000");
    }

    @Test
    void is_a_picture_with_both_lines() throws IOException {
        Path file = folder.resolve("loss.png");
        new LossCurve(falling()).writePng(file, "a curve");

        BufferedImage picture = ImageIO.read(file.toFile());
        assertThat(picture.getWidth()).isEqualTo(960);
        assertThat(picture.getHeight()).isEqualTo(540);
        assertThat(pixels(picture, LossCurveTest::isBlue)).as("of the line").isGreaterThan(500);
        assertThat(pixels(picture, rgb -> rgb == Color.LIGHT_GRAY.getRGB())).as("of the points").isGreaterThan(100);
    }

    private static long pixels(BufferedImage picture, IntPredicate kind) {
        return IntStream.range(0, 960 * 540).map(i -> picture.getRGB(i % 960, i / 960)).filter(kind).count();
    }

    private static boolean isBlue(int rgb) {
        Color color = new Color(rgb);
        return color.getBlue() > 100 && color.getRed() < 60 && color.getGreen() < 60;
    }

    @Test
    void may_have_a_single_point() throws IOException {
        new LossCurve(falling().subList(0, 1)).writePng(folder.resolve("loss.png"), "a point");

        assertThat(folder.resolve("loss.png")).isNotEmptyFile();
    }
}

package bankassistant.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** What is seen, as files for people to look at. */
public final class Pictures {

    public static final Path SCREENS = Path.of("target", "screens");

    private Pictures() {}

    public static Path write(Scene scene, String name) {
        Path file = SCREENS.resolve(name + ".png");
        BufferedImage picture = Fx.call(() -> image(scene));
        try {
            Files.createDirectories(SCREENS);
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static BufferedImage image(Scene scene) {
        WritableImage seen = scene.snapshot(null);
        PixelReader pixels = seen.getPixelReader();
        BufferedImage image = new BufferedImage((int) seen.getWidth(), (int) seen.getHeight(),
                BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        return image;
    }
}

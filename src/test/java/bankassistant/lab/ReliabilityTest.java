package bankassistant.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bankassistant.lab.Reliability.Prediction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ReliabilityTest {

    @Test
    void the_error_is_the_distance_of_confidence_and_accuracy_by_the_bins_sizes() {
        Reliability reliability = Reliability.of(List.of(new Prediction(0.9, true), new Prediction(0.92, false),
                new Prediction(0.5, true), new Prediction(0.5, false)));

        // 0.9 and 0.92 share the bin from 13/15: |0.5 - 0.91|; those of 0.5 are as right as they are sure
        assertThat(reliability.expectedCalibrationError()).isCloseTo(0.5 * 0.41, within(1e-9));
        assertThat(reliability.bins()).hasSize(15);
    }

    @Test
    void a_certain_prediction_is_in_the_last_bin() {
        assertThat(Reliability.of(List.of(new Prediction(1, true))).bins().getLast())
                .isEqualTo(new Reliability.Bin(1, 1, 1));
    }

    /** To {@code target/screens}, for people to look at. */
    @Test
    void is_drawn_as_a_diagram() throws IOException {
        Path png = Files.createDirectories(Path.of("target/screens")).resolve("reliability.png");
        Random random = new Random(1);
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            double confidence = 1 - 0.8 * Math.pow(random.nextDouble(), 4);
            predictions.add(new Prediction(confidence, random.nextDouble() < confidence - 0.05));
        }

        ReliabilityDiagram.write(Reliability.of(predictions), "Intents, example", png);

        assertThat(ImageIO.read(png.toFile()).getHeight()).isEqualTo(560);
    }
}

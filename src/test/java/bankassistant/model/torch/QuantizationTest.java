package bankassistant.model.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What 8 bits cost, on 2,000 tokens of bank policies in two windows. */
@ExtendWith(ModelExtension.class)
class QuantizationTest {

    private static final Path TEXT = Path.of("src/test/resources/bankassistant/model/policy-text.md");

    private final TestModels models;

    QuantizationTest(TestModels models) {
        this.models = models;
    }

    @Test
    void eight_bits_predict_as_exact_arithmetic_does() throws IOException {
        int[] ids = models.int8().tokenizer().encode(Files.readString(TEXT));
        assertThat(ids.length).isGreaterThan(2000);
        List<float[]> exact = positions(models.fp32(), ids);
        List<float[]> quantized = positions(models.int8(), ids);

        double change = Math.exp(mean(quantized) - mean(exact)) - 1;
        long same = 0;
        for (int i = 0; i < exact.size(); i++) {
            same += exact.get(i)[1] == quantized.get(i)[1] ? 1 : 0;
        }
        double share = (double) same / exact.size();
        System.out.printf("8 bits: perplexity %+.2f %%, same likeliest token %.2f %%%n", 100 * change, 100 * share);

        assertThat(exact).hasSize(1999);
        assertThat(change).as("relative change of the perplexity").isBetween(-0.01, 0.01);
        assertThat(share).as("share of positions with the same likeliest token").isGreaterThanOrEqualTo(0.94);
    }

    private static List<float[]> positions(TorchLanguageModel model, int[] ids) {
        List<float[]> positions = new ArrayList<>(Arrays.asList(model.positions(Arrays.copyOf(ids, 1001))));
        positions.addAll(Arrays.asList(model.positions(Arrays.copyOfRange(ids, 1000, 2000))));
        return positions;
    }

    private static double mean(List<float[]> positions) {
        return positions.stream().mapToDouble(position -> position[0]).average().orElseThrow();
    }
}

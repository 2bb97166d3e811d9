package bankassistant.lab;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.model.weights.GgufFile;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** llama.cpp is compared on the shipped weights in its fastest formats: they must still be the same model. */
class RequantizerTest {

    private static final Path SHIPPED = Path.of("models/base/SmolLM2-135M-Instruct.Q4_1.gguf");

    @TempDir
    static Path folder;

    @BeforeAll
    static void requantize() throws IOException {
        Requantizer.requantize(SHIPPED, file(BlockFormat.Q4_0), BlockFormat.Q4_0);
        Requantizer.requantize(SHIPPED, file(BlockFormat.Q8_0), BlockFormat.Q8_0);
    }

    private static Path file(BlockFormat format) {
        return folder.resolve(format + ".gguf");
    }

    @ParameterizedTest
    @EnumSource(names = {"Q4_0", "Q8_0"})
    void keeps_names_shapes_metadata_embeddings_and_norms(BlockFormat format) throws IOException {
        try (GgufFile shipped = GgufFile.open(SHIPPED); GgufFile written = GgufFile.open(file(format))) {
            assertThat(written.tensorNames()).containsExactlyElementsOf(shipped.tensorNames());
            for (String name : shipped.tensorNames()) {
                assertThat(written.shape(name)).as(name).isEqualTo(shipped.shape(name));
            }
            assertThat(written.require("tokenizer.ggml.merges", String[].class))
                    .isEqualTo(shipped.require("tokenizer.ggml.merges", String[].class));
            assertThat(written.floats("token_embd.weight")).isEqualTo(shipped.floats("token_embd.weight"));
            assertThat(written.floats("output_norm.weight")).isEqualTo(shipped.floats("output_norm.weight"));
        }
    }

    @Test
    void eight_bits_are_within_half_a_step_and_four_bits_within_one() throws IOException {
        // a block reaches 127 steps from zero, or 8 on one side and 7 on the other; the 16-bit scale adds to the error
        assertThat(worstError(BlockFormat.Q8_0)).isBetween(1e-4, 0.6 / 127);
        assertThat(worstError(BlockFormat.Q4_0)).isBetween(0.4 / 8, 1.01 / 8);
    }

    /** Of all blocks of a matrix: the largest error as a share of the block's largest magnitude. */
    private static double worstError(BlockFormat format) throws IOException {
        String name = "blk.3.ffn_down.weight";
        try (GgufFile shipped = GgufFile.open(SHIPPED); GgufFile written = GgufFile.open(file(format))) {
            float[] expected = shipped.floats(name);
            float[] actual = written.floats(name);
            double worst = 0;
            for (int block = 0; block < expected.length; block += 32) {
                double error = 0;
                double farthest = 0;
                for (int i = block; i < block + 32; i++) {
                    error = Math.max(error, Math.abs(expected[i] - actual[i]));
                    farthest = Math.max(farthest, Math.abs(expected[i]));
                }
                worst = Math.max(worst, farthest == 0 ? 0 : error / farthest);
            }
            return worst;
        }
    }
}

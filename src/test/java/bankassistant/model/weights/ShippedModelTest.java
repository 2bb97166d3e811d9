package bankassistant.model.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import bankassistant.model.ModelFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedModelTest {

    private static final Path FILE = Path.of("models/base/SmolLM2-135M-Instruct.Q4_1.gguf");

    @Test
    void has_the_shape_its_metadata_tells() throws ModelFileException {
        try (WeightSource weights = GgufWeights.open(FILE)) {
            LlamaConfig config = weights.config();

            assertThat(config.layers()).isEqualTo(30);
            assertThat(config.width()).isEqualTo(576);
            assertThat(config.feedForward()).isEqualTo(1536);
            assertThat(config.heads()).isEqualTo(9);
            assertThat(config.keyValueHeads()).isEqualTo(3);
            assertThat(config.headSize()).isEqualTo(64);
            assertThat(config.contextLength()).isEqualTo(8192);
            assertThat(config.ropeBase()).isEqualTo(100_000);
            assertThat(config.rmsEpsilon()).isCloseTo(1e-5, within(1e-11));
            assertThat(config.vocabulary()).isEqualTo(49_152);
            assertThat(weights.names()).hasSize(272).doesNotContain("lm_head.weight");
            assertThat(weights.name()).isEqualTo("Smollm2 135M 8k Lc100K Mix1 Ep2");
        }
    }

    @Test
    void has_the_published_hash() throws ModelFileException {
        try (WeightSource weights = GgufWeights.open(FILE)) {
            assertThat(weights.sha256()).isEqualTo("b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53");
        }
    }

    @Test
    void every_tensor_decodes_to_plausible_values() throws ModelFileException {
        try (WeightSource weights = GgufWeights.open(FILE)) {
            long values = 0;
            for (String name : weights.names()) {
                float[] floats = weights.floats(name);
                values += floats.length;
                if (name.endsWith("proj.weight") || name.endsWith("embed_tokens.weight")) {
                    assertThat(spread(floats)).as(name).isBetween(0.01, 0.5);
                }
            }
            assertThat(values).isEqualTo(134_515_008);
        }
    }

    @Test
    void rows_are_pieces_of_the_whole() throws ModelFileException {
        try (WeightSource weights = GgufWeights.open(FILE)) {
            for (String name : List.of("model.embed_tokens.weight", "model.layers.3.self_attn.q_proj.weight",
                    "model.layers.3.mlp.up_proj.weight")) {
                int columns = weights.shape(name)[1];
                int last = weights.shape(name)[0] - 2;

                assertThat(weights.rows(name, 0, 3)).as(name)
                        .isEqualTo(Arrays.copyOf(weights.floats(name), 3 * columns));
                assertThat(weights.rows(name, last, 2)).as(name).isEqualTo(
                        Arrays.copyOfRange(weights.floats(name), last * columns, (last + 2) * columns));
                assertThatThrownBy(() -> weights.rows(name, last, 3)).as(name)
                        .isInstanceOf(IndexOutOfBoundsException.class);
            }
        }
    }

    private static double spread(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += value * value;
        }
        return Math.sqrt(squares / values.length);
    }
}

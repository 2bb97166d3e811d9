package bankassistant.model.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bankassistant.model.ModelFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedModelTest {

    private static final Path MODEL = Path.of("models/base/SmolLM2-135M-Instruct.Q4_1.gguf");
    private static final Path FIXTURE = Path.of("src/test/resources/bankassistant/model/peft_fixture");
    private static final String QUERY = "model.layers.17.self_attn.q_proj.weight";

    @TempDir
    private Path folder;

    @Test
    void an_adapter_of_peft_merges_the_same_from_both_of_its_files() throws IOException {
        Files.copy(FIXTURE.resolve("adapter_config.json"), folder.resolve("adapter_config.json"));
        Files.copy(FIXTURE.resolve("adapter_model.bin"), folder.resolve("adapter_model.bin"));
        PeftAdapter safetensors = PeftAdapter.open(FIXTURE);
        PeftAdapter pickle = PeftAdapter.open(folder);

        assertThat(pickle.names()).hasSize(120).isEqualTo(safetensors.names());
        for (String name : pickle.names()) {
            assertThat(pickle.pair(name).orElseThrow()).usingRecursiveComparison()
                    .isEqualTo(safetensors.pair(name).orElseThrow());
        }
    }

    @Test
    void merged_weights_are_the_base_plus_the_scaled_product() throws ModelFileException {
        PeftAdapter adapter = PeftAdapter.open(FIXTURE);
        LoraPair pair = adapter.pair(QUERY).orElseThrow();
        try (MergedWeights merged = new MergedWeights(GgufWeights.open(MODEL), adapter)) {
            float[] base = merged.base().floats(QUERY);
            float[] weight = merged.floats(QUERY);
            for (int row = 0; row < 576; row += 61) {
                for (int column = 0; column < 576; column += 37) {
                    double change = 0;
                    for (int k = 0; k < 8; k++) {
                        change += pair.b()[row * 8 + k] * pair.a()[k * 576 + column];
                    }
                    // alpha 16 over rank 8
                    assertThat((double) weight[row * 576 + column])
                            .isCloseTo(base[row * 576 + column] + 2 * change, within(1e-5));
                }
            }
        }
    }
}

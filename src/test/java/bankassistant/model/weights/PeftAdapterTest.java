package bankassistant.model.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import bankassistant.model.ModelFileException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeftAdapterTest {

    private static final String QUERY = "model.layers.0.self_attn.q_proj.weight";
    private static final String DOWN = "model.layers.0.mlp.down_proj.weight";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private ObjectNode config;

    @BeforeEach
    void writeAdapter() throws IOException {
        config = (ObjectNode) JSON.readTree("""
                {"peft_type": "LORA", "task_type": "CAUSAL_LM", "r": 2, "lora_alpha": 6, "bias": "none",
                "target_modules": ["q_proj", "down_proj"], "use_dora": false, "modules_to_save": null,
                "rank_pattern": {}, "alpha_pattern": {}, "loftq_config": {}, "init_lora_weights": true}""");
        tensors().write(file());
    }

    private Path file() {
        return folder.resolve("adapter_model.safetensors");
    }

    private static SafetensorsBuilder tensors() {
        return new SafetensorsBuilder().ramp(name("self_attn.q_proj", "A"), 2, 8)
                .ramp(name("self_attn.q_proj", "B"), 8, 2).ramp(name("mlp.down_proj", "A"), 2, 12)
                .ramp(name("mlp.down_proj", "B"), 8, 2);
    }

    private static String name(String module, String half) {
        return "base_model.model.model.layers.0." + module + ".lora_" + half + ".weight";
    }

    private PeftAdapter open() throws IOException {
        JSON.writeValue(folder.resolve("adapter_config.json").toFile(), config);
        return PeftAdapter.open(folder);
    }

    @Test
    void adds_the_scaled_product_to_the_layers_it_targets() throws IOException {
        try (WeightSource base = base(); MergedWeights merged = new MergedWeights(base(), open())) {
            float[] before = base.floats(QUERY);
            float[] after = merged.floats(QUERY);

            // row 3, column 5: B[3] = (6, 7), A's column 5 = (5, 13), alpha/r = 3
            assertThat(after[3 * 8 + 5] - before[3 * 8 + 5]).isEqualTo(3 * (6 * 5 + 7 * 13));
            assertThat(merged.floats("model.layers.0.self_attn.k_proj.weight"))
                    .isEqualTo(base.floats("model.layers.0.self_attn.k_proj.weight"));
            assertThat(merged.sha256()).isNotEqualTo(base.sha256());
        }
    }

    @Test
    void honours_rank_stabilized_scaling() throws IOException {
        config.put("use_rslora", true);

        assertThat(open().pair(QUERY).orElseThrow().scale()).isCloseTo(6 / Math.sqrt(2), within(1e-12));
    }

    @Test
    void honours_patterns_of_rank_and_alpha() throws IOException {
        config.putObject("rank_pattern").put("mlp.down_proj", 3);
        config.putObject("alpha_pattern").put("q_proj", 10).put("layers.0.mlp.down_proj", 12);
        tensors().ramp(name("mlp.down_proj", "A"), 3, 12).ramp(name("mlp.down_proj", "B"), 8, 3).write(file());

        assertThat(open().pair(QUERY).orElseThrow().scale()).isEqualTo(5);
        assertThat(open().pair(DOWN).orElseThrow().scale()).isEqualTo(4);
    }

    @Test
    void reads_the_same_from_a_pickle() throws IOException {
        Files.delete(file());
        Files.write(folder.resolve("adapter_model.bin"),
                new TorchBuilder().begin().matrix(name("self_attn.q_proj", "A"), 2, 8)
                        .matrix(name("self_attn.q_proj", "B"), 8, 2).matrix(name("mlp.down_proj", "A"), 2, 12)
                        .matrix(name("mlp.down_proj", "B"), 8, 2).end().build());

        assertThat(open().pair(QUERY).orElseThrow().b()).startsWith(0, 1, 2).hasSize(16);
        assertThat(open().names()).containsExactlyInAnyOrder(QUERY, DOWN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {"use_dora; true", "modules_to_save; [\"lm_head\"]",
            "bias; \"all\"",
            "lora_bias; true", "layer_replication; [[0, 4]]", "fan_in_fan_out; true", "use_qalora; true",
            "trainable_token_indices; [1]", "target_parameters; [\"x\"]", "peft_type; \"IA3\"",
            "init_lora_weights; \"pissa\"", "alora_invocation_tokens; [1]", "exclude_modules; [\"x\"]",
            "a_new_field; 1",
            "target_modules; \".*proj\"", "target_modules; []", "rank_pattern; {\".*q_proj\": 4}", "r; 0", "r; \"8\"",
            "lora_alpha; null", "layers_pattern; \"h\"", "loftq_config; {\"loftq_bits\": 4}", "use_rslora; 1"})
    void refuses_by_name_what_it_does_not_merge(String field, String value) throws IOException {
        config.set(field, JSON.readTree(value));

        assertRefused().hasMessageContaining(field.equals("r") ? "r: " : field);
    }

    @Test
    void refuses_unknown_tensors_and_targets_without_tensors() throws IOException {
        tensors().ramp("base_model.model.lm_head.weight", 10, 8).write(file());
        assertRefused().hasMessageContaining("base_model.model.lm_head.weight: is no LoRA tensor");

        tensors().ramp(name("self_attn.v_proj", "A"), 2, 8).ramp(name("self_attn.v_proj", "B"), 4, 2).write(file());
        assertRefused().hasMessageContaining("v_proj: is not among the target_modules");

        tensors().without(name("mlp.down_proj", "B")).write(file());
        assertRefused().hasMessageContaining("lora_B.weight: is missing");

        tensors().without(name("mlp.down_proj", "A")).without(name("mlp.down_proj", "B")).write(file());
        assertRefused().hasMessageContaining("down_proj: is a target module without tensors");

        tensors().ramp(name("mlp.down_proj", "A"), 3, 12).write(file());
        assertRefused().hasMessageContaining("don't fit the rank 2");
    }

    @Test
    void refuses_an_adapter_made_for_another_base() throws IOException {
        tensors().ramp(name("self_attn.q_proj", "A"), 2, 16).write(file());
        assertUnfit().hasMessageContaining("q_proj.weight: has the shape [8, 16], the model needs [8, 8]");

        tensors().ramp("base_model.model.model.layers.1.mlp.down_proj.lora_A.weight", 2, 12)
                .ramp("base_model.model.model.layers.1.mlp.down_proj.lora_B.weight", 8, 2).write(file());
        assertUnfit().hasMessageContaining("model.layers.1.mlp.down_proj.weight: is no weight of the base model");
    }

    @Test
    void refuses_a_file_that_lacks_a_layer_of_the_base() throws IOException {
        PeftAdapter adapter = open();
        LlamaConfig deeper = new LlamaConfig(2, 8, 12, 2, 1, 4, 32, 10_000, 1e-5, 10);
        WeightSource base = new EmptyWeights(deeper);

        assertThatThrownBy(() -> new MergedWeights(base, adapter).close()).isInstanceOf(ModelFileException.class)
                .hasMessageContaining("model.layers.1.self_attn.q_proj.weight: should be adapted but has no tensors");
    }

    private AbstractThrowableAssert<?, ?> assertRefused() {
        return assertThatThrownBy(this::open).isInstanceOf(ModelFileException.class);
    }

    private AbstractThrowableAssert<?, ?> assertUnfit() throws IOException {
        PeftAdapter adapter = open();
        try (WeightSource base = base()) {
            return assertThatThrownBy(() -> new MergedWeights(base, adapter).close())
                    .isInstanceOf(ModelFileException.class);
        }
    }

    private WeightSource base() throws IOException {
        return GgufWeights.open(GgufBuilder.tinyLlama().write(folder));
    }
}

package bankassistant.model.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.model.ModelFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HuggingFaceFolderTest {

    /** As TinyLlama's, with small numbers. */
    private static final String CONFIG = """
            {"architectures": ["LlamaForCausalLM"], "attention_bias": false, "bos_token_id": 1, "eos_token_id": 2,
            "hidden_act": "silu", "hidden_size": 8, "intermediate_size": 12, "max_position_embeddings": 32,
            "model_type": "llama", "num_attention_heads": 2, "num_hidden_layers": 1, "num_key_value_heads": 1,
            "pretraining_tp": 1, "rms_norm_eps": 1e-05, "rope_scaling": null, "rope_theta": 10000.0,
            "tie_word_embeddings": false, "torch_dtype": "bfloat16", "use_cache": true, "vocab_size": 10}""";

    private static final LlamaConfig SHAPE = new LlamaConfig(1, 8, 12, 2, 1, 4, 32, 10_000, 1e-5, 10);
    private static final Map<String, int[]> TENSORS = LlamaTensors.of(SHAPE, false);

    @TempDir
    private Path folder;

    @BeforeEach
    void writeModel() throws IOException {
        config(CONFIG);
        tensors().write(folder.resolve("model.safetensors"));
    }

    private static SafetensorsBuilder tensors() {
        return SafetensorsBuilder.of(TENSORS);
    }

    private void config(String json) throws IOException {
        Files.writeString(folder.resolve("config.json"), json);
    }

    @Test
    void reads_a_folder_laid_out_like_tinyllama() throws IOException {
        try (WeightSource weights = HuggingFaceFolder.open(folder)) {
            assertThat(weights.config()).isEqualTo(SHAPE);
            assertThat(weights.names()).hasSize(12).contains("lm_head.weight");
            assertThat(weights.shape("model.layers.0.self_attn.k_proj.weight")).containsExactly(4, 8);
            assertThat(weights.floats("model.layers.0.self_attn.k_proj.weight")).startsWith(0, 1).endsWith(30, 31);
            assertThat(weights.sha256()).hasSize(64);
        }
    }

    @Test
    void reads_a_model_split_into_several_files() throws IOException {
        split("a.safetensors", "b.safetensors");

        try (WeightSource weights = HuggingFaceFolder.open(folder)) {
            assertThat(weights.floats("lm_head.weight")).hasSize(80);
            assertThat(weights.floats("model.embed_tokens.weight")).hasSize(80);
        }
    }

    private void split(String first, String second) throws IOException {
        Files.delete(folder.resolve("model.safetensors"));
        Map<String, int[]> rest = new LinkedHashMap<>(TENSORS);
        rest.remove("lm_head.weight");
        SafetensorsBuilder.of(rest).write(folder.resolve(first));
        new SafetensorsBuilder().ramp("lm_head.weight", 10, 8).write(folder.resolve(second));
        Files.writeString(folder.resolve("model.safetensors.index.json"),
                "{\"weight_map\": {\"model.norm.weight\": \"%s\", \"lm_head.weight\": \"%s\"}}".formatted(first,
                        second));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../b.safetensors", "/etc/passwd", "sub/b.safetensors", "..\\\\\\\\b.safetensors", ""})
    void refuses_an_index_that_points_out_of_the_folder(String shard) throws IOException {
        split("a.safetensors", "b.safetensors");
        Files.writeString(folder.resolve("model.safetensors.index.json"),
                "{\"weight_map\": {\"lm_head.weight\": \"%s\"}}".formatted(shard));

        assertRefused().hasMessageContaining("model.safetensors.index.json, weight_map");
    }

    @Test
    void leaves_out_an_output_layer_that_is_tied_to_the_embeddings() throws IOException {
        config(CONFIG.replace("\"tie_word_embeddings\": false", "\"tie_word_embeddings\": true"));

        try (WeightSource weights = HuggingFaceFolder.open(folder)) {
            assertThat(weights.names()).doesNotContain("lm_head.weight");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
            "\"LlamaForCausalLM\"; \"Qwen2ForCausalLM\"; architectures",
            "\"silu\"; \"gelu\"; hidden_act",
            "\"rope_scaling\": null; \"rope_scaling\": {\"rope_type\": \"llama3\"}; rope_scaling",
            "\"rope_scaling\": null; \"rope_scaling\": {\"type\": \"linear\", \"factor\": 2}; rope_scaling",
            "\"use_cache\"; \"mlp_bias\"; mlp_bias",
            "\"attention_bias\": false; \"attention_bias\": true; attention_bias",
            "\"use_cache\": true; \"quantization_config\": {\"bits\": 4}; quantization_config",
            "\"hidden_size\": 8; \"hidden_size\": \"8\"; hidden_size", "\"hidden_size\"; \"size\"; hidden_size",
            "\"num_attention_heads\": 2; \"num_attention_heads\": 0; num_attention_heads",
            "\"num_hidden_layers\": 1; \"num_hidden_layers\": 1000000; layers",
            "\"rms_norm_eps\": 1e-05; \"rms_norm_eps\": 1e999; rms_norm_eps",
            "\"vocab_size\": 10; \"vocab_size\": 11; embed_tokens"})
    void refuses_a_configuration_it_does_not_compute(String found, String replacement, String where)
            throws IOException {
        config(CONFIG.replace(found, replacement));

        assertRefused().hasMessageContaining(where);
    }

    @Test
    void refuses_missing_unknown_and_misshapen_tensors_by_name() throws IOException {
        tensors().without("model.norm.weight").write(folder.resolve("model.safetensors"));
        assertRefused().hasMessageContaining("model.norm.weight: is missing");

        tensors().ramp("model.layers.0.self_attn.q_proj.bias", 8).write(folder.resolve("model.safetensors"));
        assertRefused().hasMessageContaining("q_proj.bias: is no tensor of this model");

        tensors().ramp("model.norm.weight", 9).write(folder.resolve("model.safetensors"));
        assertRefused().hasMessageContaining("model.norm.weight: has the shape [9], the model needs [8]");
    }

    @Test
    void refuses_a_folder_without_configuration_or_weights() throws IOException {
        Files.delete(folder.resolve("model.safetensors"));
        assertRefused().hasMessage("model.safetensors: there is no such file");
        Files.delete(folder.resolve("config.json"));
        assertRefused().hasMessage("config.json: there is no such file");
    }

    @Test
    void refuses_a_damaged_safetensors_file() throws IOException {
        assertRefused("[]").hasMessageContaining("not a JSON object");
        assertRefused("{\"t\":{\"dtype\":\"I8\",\"shape\":[4],\"data_offsets\":[0,4]}}").hasMessageContaining("I8");
        assertRefused("{\"t\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,2]}}")
                .hasMessageContaining("don't fit its shape");
        assertRefused("{\"t\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}")
                .hasMessageContaining("outside the file");
        assertRefused("{\"t\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}")
                .hasMessageContaining("size -1");
        assertRefused("{\"a\":{\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[2,4]}}")
                .hasMessageContaining("leaves a hole");
        assertRefused("{\"a\":{\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[0,2]},"
                + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}").hasMessageContaining("overlaps");
        assertRefused("{\"a\":{\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[0,2]}}")
                .hasMessageContaining("belong to no tensor");
        assertRefused("{\"a\":1,\"a\":2}").hasMessageContaining("Duplicate");
    }

    private AbstractThrowableAssert<?, ?> assertRefused(String header) throws IOException {
        Files.write(folder.resolve("model.safetensors"), SafetensorsBuilder.file(header, new byte[4]));
        return assertRefused();
    }

    private AbstractThrowableAssert<?, ?> assertRefused() {
        return assertThatThrownBy(() -> HuggingFaceFolder.open(folder)).isInstanceOf(ModelFileException.class);
    }
}

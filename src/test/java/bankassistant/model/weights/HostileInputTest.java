package bankassistant.model.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import bankassistant.model.ModelFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files end in a {@link ModelFileException} or are read; nothing else comes out of a reader. */
@Timeout(120)
class HostileInputTest {

    private static final int MUTATIONS = 1_500;

    @TempDir
    private Path folder;

    private interface Reader {
        void read(byte[] file) throws IOException;
    }

    @Test
    void gguf() throws IOException {
        Path file = folder.resolve("model.gguf");
        byte[] sound = GgufBuilder.tinyLlama().texts("a", "x", "y").numbers("b", 1, 2, 3).build();

        survives(sound, bytes -> readAll(GgufWeights.open(Files.write(file, bytes))));
    }

    @Test
    void safetensors() throws IOException {
        LlamaConfig shape = new LlamaConfig(1, 8, 12, 2, 1, 4, 32, 10_000, 1e-5, 10);
        Files.writeString(folder.resolve("config.json"),
                """
                        {"architectures": ["LlamaForCausalLM"], "hidden_size": 8, "intermediate_size": 12, "vocab_size": 10,
                        "num_attention_heads": 2, "num_key_value_heads": 1, "num_hidden_layers": 1}""");
        Path file = folder.resolve("model.safetensors");

        survives(SafetensorsBuilder.of(LlamaTensors.of(shape, false)).build(), bytes -> {
            Files.write(file, bytes);
            readAll(HuggingFaceFolder.open(folder));
        });
    }

    @Test
    void folder_configuration() throws IOException {
        Path file = folder.resolve("config.json");
        byte[] sound = """
                {"architectures": ["LlamaForCausalLM"], "hidden_size": 8, "intermediate_size": 12, "vocab_size": 10,
                "num_attention_heads": 2, "num_key_value_heads": 1, "num_hidden_layers": 1, "rope_theta": 1e5,
                "rms_norm_eps": 1e-05, "rope_scaling": null, "tie_word_embeddings": true}"""
                .getBytes(StandardCharsets.UTF_8);
        LlamaConfig shape = new LlamaConfig(1, 8, 12, 2, 1, 4, 32, 10_000, 1e-5, 10);
        SafetensorsBuilder.of(LlamaTensors.of(shape, true)).write(folder.resolve("model.safetensors"));

        survives(sound, bytes -> {
            Files.write(file, bytes);
            readAll(HuggingFaceFolder.open(folder));
        });
    }

    private static void readAll(WeightSource source) throws ModelFileException {
        try (source) {
            for (String name : source.names()) {
                source.floats(name);
            }
        }
    }

    @Test
    void pickles() throws IOException {
        Path file = folder.resolve("adapter_model.bin");
        byte[] sound = new TorchBuilder().begin().matrix("first", 2, 3)
                .tensor("second", 7, 1, new int[]{2, 3}, new int[]{1, 2}).end().build();

        survives(sound, bytes -> {
            try (TorchFile torch = TorchFile.open(Files.write(file, bytes))) {
                for (String name : torch.names()) {
                    torch.floats(name);
                }
            }
        });
    }

    @Test
    void adapter_configurations() throws IOException {
        Path file = folder.resolve("adapter_config.json");
        byte[] sound = """
                {"peft_type": "LORA", "r": 2, "lora_alpha": 6, "bias": "none", "target_modules": ["q_proj"],
                "rank_pattern": {"v_proj": 4}, "alpha_pattern": {"v_proj": 1.5}, "layers_to_transform": [0]}"""
                .getBytes(StandardCharsets.UTF_8);
        new SafetensorsBuilder().ramp("base_model.model.model.layers.0.self_attn.q_proj.lora_A.weight", 2, 8)
                .ramp("base_model.model.model.layers.0.self_attn.q_proj.lora_B.weight", 8, 2)
                .write(folder.resolve("adapter_model.safetensors"));

        survives(sound, bytes -> {
            Files.write(file, bytes);
            PeftAdapter.open(folder);
        });
    }

    @Test
    void onnx() throws IOException {
        Path name = Path.of("encoder.onnx");

        survives(OnnxBuilder.tinyBert().build(),
                bytes -> BertWeights.read(name, new ByteArrayInputStream(bytes), OnnxBuilder.TINY));
    }

    private static void survives(byte[] sound, Reader reader) throws IOException {
        reader.read(sound);
        int refused = 0;
        for (int seed = 0; seed < MUTATIONS; seed++) {
            byte[] damaged = damage(sound, new Random(seed));
            try {
                reader.read(damaged);
            } catch (ModelFileException e) {
                assertThat(e.getMessage()).doesNotContain(": null").hasSizeLessThan(2_000);
                refused++;
            } catch (RuntimeException | IOException | Error e) {
                fail("mutation " + seed, e);
            }
        }
        assertThat(refused).as("mutations that were noticed").isGreaterThan(MUTATIONS / 5);
    }

    /** A few flipped bits, a number blown up, a piece cut out or the end cut off, mostly where the header is. */
    private static byte[] damage(byte[] sound, Random random) {
        byte[] bytes = sound.clone();
        int reach = random.nextInt(3) == 0 ? bytes.length : Math.min(bytes.length, 1_024);
        int at = random.nextInt(reach);
        switch (random.nextInt(4)) {
            case 0 -> {
                for (int i = 0; i <= random.nextInt(3); i++) {
                    bytes[random.nextInt(reach)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            case 1 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(8)),
                    (byte) (random.nextBoolean() ? 0xFF : 0x7F));
            case 2 -> {
                return Arrays.copyOf(bytes, at);
            }
            default -> {
                int length = Math.min(bytes.length - at, 1 + random.nextInt(16));
                byte[] shorter = Arrays.copyOf(bytes, bytes.length - length);
                System.arraycopy(bytes, at + length, shorter, at, bytes.length - at - length);
                return shorter;
            }
        }
        return bytes;
    }
}

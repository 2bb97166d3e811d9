package bankassistant.model.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.model.ModelFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GgufWeightsTest {

    private static final int[] ONE_BLOCK = {32};

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void reads_a_small_decoder(int version) throws IOException {
        try (WeightSource weights = GgufWeights.open(GgufBuilder.tinyLlama().version(version).write(folder))) {
            assertThat(weights.config()).isEqualTo(new LlamaConfig(1, 8, 12, 2, 1, 4, 32, 10_000, 1e-5f, 10));
            assertThat(weights.name()).isEqualTo("tiny");
            assertThat(weights.names()).hasSize(11).contains("model.layers.0.mlp.down_proj.weight");
            assertThat(weights.shape("model.layers.0.mlp.down_proj.weight")).containsExactly(8, 12);
            assertThat(weights.floats("model.norm.weight")).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        }
    }

    @Test
    void puts_the_rows_of_queries_and_keys_in_rotate_half_order() throws IOException {
        try (WeightSource weights = GgufWeights.open(GgufBuilder.tinyLlama().write(folder))) {
            float[] queries = weights.floats("model.layers.0.self_attn.q_proj.weight");

            // a row's first value is 8 times its row in the file
            int[] firsts = {0, 16, 8, 24, 32, 48, 40, 56};
            for (int row = 0; row < firsts.length; row++) {
                assertThat(queries[8 * row]).as("row " + row).isEqualTo(firsts[row]);
            }
            assertThat(weights.floats("model.layers.0.self_attn.k_proj.weight")).startsWith(0, 1).endsWith(30, 31);
            assertThat(weights.floats("model.layers.0.self_attn.v_proj.weight")[8]).isEqualTo(8);
        }
    }

    @Test
    void an_output_layer_of_its_own_is_there_when_the_file_has_one() throws IOException {
        Path file = GgufBuilder.tinyLlama().ramp("output.weight", 10, 8).write(folder);

        try (WeightSource weights = GgufWeights.open(file)) {
            assertThat(weights.floats("lm_head.weight")).hasSize(80);
        }
    }

    @Test
    void decodes_every_supported_block() throws IOException {
        byte[] nibbles = new byte[16];
        for (int i = 0; i < 16; i++) {
            nibbles[i] = (byte) (i | 15 - i << 4);
        }
        byte[] bytes = new byte[32];
        for (int i = 0; i < 32; i++) {
            bytes[i] = (byte) (i - 16);
        }
        float[] q40 = decoded(2, new GgufBuilder.Bytes().half(0.5f).raw(nibbles));
        float[] q41 = decoded(3, new GgufBuilder.Bytes().half(0.5f).half(-1).raw(nibbles));
        float[] q50 = decoded(6, new GgufBuilder.Bytes().half(0.5f).int32(0x00010002).raw(nibbles));
        float[] q51 = decoded(7, new GgufBuilder.Bytes().half(0.5f).half(-1).int32(0x00010002).raw(nibbles));
        float[] q80 = decoded(8, new GgufBuilder.Bytes().half(0.25f).raw(bytes));
        for (int i = 0; i < 16; i++) {
            assertThat(q40[i]).isEqualTo((i - 8) * 0.5f);
            assertThat(q40[16 + i]).isEqualTo((7 - i) * 0.5f);
            assertThat(q41[i]).isEqualTo(i * 0.5f - 1);
            assertThat(q41[16 + i]).isEqualTo((15 - i) * 0.5f - 1);
            int low = i == 1 ? i + 16 : i;
            int high = i == 0 ? 31 : 15 - i;
            assertThat(q50[i]).isEqualTo((low - 16) * 0.5f);
            assertThat(q50[16 + i]).isEqualTo((high - 16) * 0.5f);
            assertThat(q51[i]).isEqualTo(low * 0.5f - 1);
            assertThat(q51[16 + i]).isEqualTo(high * 0.5f - 1);
            assertThat(q80[i]).isEqualTo((i - 16) * 0.25f);
        }
    }

    @Test
    void decodes_half_and_bfloat16() throws IOException {
        GgufBuilder.Bytes half = new GgufBuilder.Bytes();
        GgufBuilder.Bytes brain = new GgufBuilder.Bytes();
        for (int i = 0; i < 32; i++) {
            half.half(i / 4f);
            int bits = Float.floatToRawIntBits(-i) >>> 16;
            brain.raw((byte) bits, (byte) (bits >> 8));
        }

        assertThat(decoded(1, half)).startsWith(0, 0.25f, 0.5f).endsWith(7.75f);
        assertThat(decoded(30, brain)).startsWith(0, -1, -2).endsWith(-31);
    }

    private float[] decoded(int type, GgufBuilder.Bytes data) throws IOException {
        Path file = new GgufBuilder().tensor("t", type, new long[]{32}, data.toArray()).write(folder);
        try (GgufFile gguf = GgufFile.open(file)) {
            assertThat(gguf.shape("t")).isEqualTo(ONE_BLOCK);
            return gguf.floats("t");
        }
    }

    @Test
    void refuses_a_scale_that_is_not_finite() throws IOException {
        byte[] block = new GgufBuilder.Bytes().half(Float.NaN).raw(new byte[16]).toArray();
        Path file = new GgufBuilder().tensor("t", 2, new long[]{32}, block).write(folder);

        try (GgufFile gguf = GgufFile.open(file)) {
            assertThatThrownBy(() -> gguf.floats("t")).isInstanceOf(ModelFileException.class)
                    .hasMessage("tiny.gguf, t: has values that are not finite");
        }
    }

    @Test
    void refuses_what_is_no_gguf_file() throws IOException {
        Path other = Files.writeString(folder.resolve("other.gguf"), "PK and so on and so forth");
        Path empty = Files.createFile(folder.resolve("empty.gguf"));

        assertRefused(other).hasMessageContaining("is not a GGUF file");
        assertRefused(empty).hasMessageContaining("cut off");
        assertRefused(folder.resolve("none.gguf")).hasMessageContaining("no such file");
        assertRefused(folder).hasMessageContaining("no such file");
        assertRefused(new GgufBuilder().version(1)).hasMessageContaining("version: 1 is not supported");
    }

    @Test
    void refuses_a_file_that_is_cut_off_anywhere() throws IOException {
        byte[] whole = GgufBuilder.tinyLlama().build();
        for (int length = 0; length < whole.length; length += 7) {
            Path file = Files.write(folder.resolve("cut.gguf"), Arrays.copyOf(whole, length));
            assertRefused(file);
        }
    }

    @Test
    void refuses_counts_and_lengths_beyond_the_file() {
        assertRefused(GgufBuilder.tinyLlama().field("a", 8, out -> out.int64(1L << 40))).hasMessageContaining("a: ");
        assertRefused(GgufBuilder.tinyLlama().field("a", 8, out -> out.int64(-1))).hasMessageContaining("a: ");
        assertRefused(GgufBuilder.tinyLlama().field("a", 9, out -> out.int32(8).int64(1 << 20)))
                .hasMessageContaining("no room");
        assertRefused(GgufBuilder.tinyLlama().field("a", 9, out -> out.int32(9).int64(1)))
                .hasMessageContaining("unknown type 9");
        assertRefused(GgufBuilder.tinyLlama().field("a", 77, _ -> {})).hasMessageContaining("unknown type 77");
    }

    @Test
    void refuses_tensors_that_can_not_be() {
        assertRefused(broken("t", 0, 0)).hasMessageContaining("dimension of size 0");
        assertRefused(broken("t", 0, 1L << 31)).hasMessageContaining("dimension of size");
        assertRefused(broken("t", 0, 1 << 20, 1 << 20, 1 << 20)).hasMessageContaining("larger than can be loaded");
        assertRefused(broken("t", 0, 1, 1, 1, 1, 1)).hasMessageContaining("5 dimensions");
        assertRefused(broken("t", 12, 256)).hasMessageContaining("unsupported type Q4_K");
        assertRefused(broken("t", 99, 32)).hasMessageContaining("unsupported type 99");
        assertRefused(broken("t", 8, 33)).hasMessageContaining("multiple of 32");
        assertRefused(broken("t\n", 0, 4)).hasMessageContaining("control characters");
    }

    private static GgufBuilder broken(String name, int type, long... sizes) {
        return GgufBuilder.tinyLlama().tensor(name, type, sizes, new byte[16]);
    }

    @Test
    void refuses_tensors_outside_the_file_or_over_one_another() {
        assertRefused(tensorAt(1 << 20)).hasMessageContaining("impossible offset");
        assertRefused(tensorAt(1 << 11)).hasMessageContaining("cut off");
        assertRefused(tensorAt(1)).hasMessageContaining("impossible offset");
        assertRefused(tensorAt(Long.MAX_VALUE)).hasMessageContaining("impossible offset");
        assertRefused(tensorAt(0)).hasMessageContaining("overlaps");
    }

    private static GgufBuilder tensorAt(long offset) {
        return GgufBuilder.tinyLlama().tensorAt("t", 0, new long[]{512}, new byte[4], offset);
    }

    @Test
    void refuses_models_it_does_not_compute() {
        assertRefused(GgufBuilder.tinyLlama().text("general.architecture", "qwen2"))
                .hasMessage("tiny.gguf, general.architecture: is qwen2, only llama is supported");
        assertRefused(GgufBuilder.tinyLlama().text("general.type", "adapter")).hasMessageContaining("adapter");
        assertRefused(GgufBuilder.tinyLlama().text("llama.rope.scaling.type", "yarn")).hasMessageContaining("yarn");
        assertRefused(GgufBuilder.tinyLlama().real("llama.rope.scaling.factor", 4)).hasMessageContaining("RoPE");
        assertRefused(GgufBuilder.tinyLlama().number("llama.expert_count", 8)).hasMessageContaining("expert_count");
        assertRefused(GgufBuilder.tinyLlama().number("split.count", 2)).hasMessageContaining("split");
        assertRefused(GgufBuilder.tinyLlama().ramp("rope_freqs.weight", 2)).hasMessageContaining("rope_freqs.weight");
        assertRefused(GgufBuilder.tinyLlama().ramp("blk.0.attn_q.bias", 8)).hasMessageContaining("attn_q.bias");
    }

    @Test
    void refuses_metadata_that_does_not_fit() {
        assertRefused(GgufBuilder.tinyLlama().without("llama.block_count")).hasMessageContaining("block_count");
        assertRefused(GgufBuilder.tinyLlama().text("llama.block_count", "1")).hasMessageContaining("not a Long");
        assertRefused(GgufBuilder.tinyLlama().number("llama.attention.head_count", 0)).hasMessageContaining("head");
        assertRefused(GgufBuilder.tinyLlama().number("llama.attention.head_count_kv", 3)).hasMessageContaining("3");
        assertRefused(GgufBuilder.tinyLlama().number("llama.rope.dimension_count", 2)).hasMessageContaining("rope");
        assertRefused(GgufBuilder.tinyLlama().number("llama.vocab_size", 11)).hasMessageContaining("vocab_size");
        assertRefused(GgufBuilder.tinyLlama().number("llama.block_count", -1)).hasMessageContaining("block_count");
        assertRefused(GgufBuilder.tinyLlama().real("llama.rope.freq_base", Float.NaN)).hasMessageContaining("rope");
        assertRefused(GgufBuilder.tinyLlama().number("general.alignment", 7)).hasMessageContaining("alignment");
    }

    @Test
    void refuses_missing_and_misshapen_tensors_by_name() {
        assertRefused(GgufBuilder.tinyLlama().without("blk.0.ffn_up.weight"))
                .hasMessage("tiny.gguf, blk.0.ffn_up.weight: is missing");
        assertRefused(GgufBuilder.tinyLlama().ramp("blk.0.ffn_up.weight", 8, 12))
                .hasMessageContaining("has the shape [8, 12], the model needs [12, 8]");
    }

    private AbstractThrowableAssert<?, ?> assertRefused(GgufBuilder builder) {
        try {
            return assertRefused(builder.write(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(Path file) {
        return assertThatThrownBy(() -> GgufWeights.open(file)).isInstanceOf(ModelFileException.class);
    }
}

package bankassistant.model.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.model.ModelFileException;
import bankassistant.model.weights.OnnxBuilder.Message;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class BertWeightsTest {

    private static final Path FILE = Path.of("encoder.onnx");

    @Test
    void reads_the_encoder_that_comes_with_the_application() throws IOException {
        try (InputStream in = BertWeightsTest.class.getResourceAsStream("/bge-small-en-v1.5.onnx")) {
            BertWeights weights = BertWeights.read(FILE, in, BertConfig.BGE_SMALL);

            assertThat(weights.names()).hasSize(197);
            assertThat(weights.shape("encoder.layer.11.intermediate.dense.weight")).containsExactly(1536, 384);
            // read from the file by other means: [in, out] of onnx::MatMul_1525, 1536 and 1537
            assertThat(weights.floats("encoder.layer.0.attention.self.query.weight")[3 * 384 + 5])
                    .isEqualTo(-0.05322265625f);
            assertThat(weights.floats("encoder.layer.0.intermediate.dense.weight")[1000 * 384 + 7])
                    .isEqualTo(-0.032379150390625f);
            assertThat(weights.floats("encoder.layer.0.output.dense.weight")[7 * 1536 + 1000])
                    .isEqualTo(-0.04168701171875f);
            assertThat(weights.floats("embeddings.word_embeddings.weight")[101 * 384 + 1])
                    .isEqualTo(-0.01302337646484375f);
            assertThat(weights.sha256()).isEqualTo("828e1496d7fabb79cfa4dcd84fa38625c0d3d21da474a00f08db0f559940cf35");
        }
    }

    @Test
    void turns_linear_weights_round() throws ModelFileException {
        BertWeights weights = read(OnnxBuilder.tinyBert().build());

        assertThat(weights.shape("encoder.layer.0.intermediate.dense.weight")).containsExactly(6, 4);
        assertThat(weights.floats("encoder.layer.0.intermediate.dense.weight")).startsWith(0, 6, 12, 18, 1, 7);
        assertThat(weights.floats("embeddings.LayerNorm.bias")).containsExactly(0, 1, 2, 3);
    }

    @Test
    void refuses_missing_misshapen_and_doubled_weights() {
        BertConfig deeper = new BertConfig(2, 4, 6, 2, 7, 5, 2, 1e-12);
        assertThatThrownBy(() -> BertWeights.read(FILE, new ByteArrayInputStream(OnnxBuilder.tinyBert().build()),
                deeper)).isInstanceOf(ModelFileException.class)
                .hasMessage("encoder.onnx, encoder.layer.1.attention.self.query.weight: is missing");
        BertConfig longer = new BertConfig(1, 4, 6, 2, 7, 9, 2, 1e-12);
        assertThatThrownBy(() -> BertWeights.read(FILE, new ByteArrayInputStream(OnnxBuilder.tinyBert().build()),
                longer)).isInstanceOf(ModelFileException.class).hasMessageContaining("[5, 4], the model needs [9, 4]");
        assertRefused(OnnxBuilder.tinyBert().ramp("embeddings.LayerNorm.bias", 4)).hasMessageContaining("one twice");
    }

    @Test
    void refuses_what_is_no_onnx_file() {
        assertRefused(new byte[0]).hasMessageContaining("no float32 weights");
        assertRefused("hello world, this is text".getBytes(StandardCharsets.US_ASCII));
        assertRefused(new byte[]{0, 1, 2});
    }

    @Test
    void refuses_a_file_that_is_cut_off_anywhere() {
        byte[] whole = OnnxBuilder.tinyBert().build();
        for (int length = 0; length < whole.length; length++) {
            assertRefused(Arrays.copyOf(whole, length));
        }
    }

    @Test
    void refuses_tensors_that_can_not_be() {
        assertRefused(tensor(1L << 40)).hasMessageContaining("impossible size");
        assertRefused(tensor(-1)).hasMessageContaining("impossible size");
        assertRefused(tensor(3)).hasMessageContaining("don't fit its shape");
        assertRefused(new OnnxBuilder().initializer(new Message().number(2, 1).bytes(9, new byte[5])))
                .hasMessageContaining("5 bytes");
        assertRefused(new OnnxBuilder().initializer(new Message().number(2, 1).text(13, "elsewhere.bin")))
                .hasMessageContaining("another file");
        assertRefused(new OnnxBuilder().initializer(new Message().bytes(1, new byte[20])))
                .hasMessageContaining("8 dimensions");
    }

    private static OnnxBuilder tensor(long size) {
        return new OnnxBuilder()
                .initializer(new Message().number(1, size).number(2, 1).text(8, "t").bytes(9, new byte[8]));
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(OnnxBuilder onnx) {
        return assertRefused(onnx.build());
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(byte[] bytes) {
        return assertThatThrownBy(() -> read(bytes)).isInstanceOf(ModelFileException.class);
    }

    private static BertWeights read(byte[] bytes) throws ModelFileException {
        return BertWeights.read(FILE, new ByteArrayInputStream(bytes), OnnxBuilder.TINY);
    }
}

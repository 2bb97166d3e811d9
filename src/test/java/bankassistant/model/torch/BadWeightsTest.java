package bankassistant.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.model.ModelFileException;
import bankassistant.model.Tokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(ModelExtension.class)
class BadWeightsTest {

    private static final String DOWN = "model.layers.1.mlp.down_proj.weight";

    @TempDir
    private Path folder;

    private final TestModels models;

    BadWeightsTest(TestModels models) {
        this.models = models;
    }

    @ParameterizedTest
    @EnumSource
    void a_weight_that_is_no_number_is_refused(Precision precision) {
        assertRefused(TinyLlama.small().with(DOWN, 77, Float.NaN), precision, "tiny, " + DOWN + ": holds NaN");
        assertRefused(TinyLlama.small().with("model.norm.weight", 3, Float.NEGATIVE_INFINITY), precision,
                "tiny, model.norm.weight: holds -Infinity");
        assertRefused(TinyLlama.small().with("model.embed_tokens.weight", 0, Float.POSITIVE_INFINITY), precision,
                "tiny, model.embed_tokens.weight: holds Infinity");
    }

    @ParameterizedTest
    @EnumSource
    void a_weight_of_another_shape_is_refused(Precision precision) {
        assertRefused(TinyLlama.small().withShape(DOWN, 256, 128), precision,
                "tiny, " + DOWN + ": has the shape [256, 128], the model needs [128, 256]");
        assertRefused(TinyLlama.small().withShape("model.norm.weight", 1), precision, "needs [128]");
    }

    @ParameterizedTest
    @EnumSource
    void a_weight_that_is_missing_is_named(Precision precision) {
        assertRefused(TinyLlama.small().without(DOWN), precision, "tiny, " + DOWN + ": is missing");
    }

    @Test
    void nothing_is_kept_of_weights_that_were_refused() throws IOException {
        assertRefused(TinyLlama.small().with(DOWN, 0, Float.NaN), Precision.INT8, "NaN");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void a_tokenizer_of_another_model_is_refused() {
        Tokenizer tokenizer = ByteTokenizer.withoutSpecialTokens();

        assertThatThrownBy(() -> models.loader(folder).load(TinyLlama.small(), () -> tokenizer, Precision.FP32))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("the tokenizer has 256 tokens, the model 259");
    }

    private void assertRefused(TinyLlama weights, Precision precision, String reason) {
        ByteTokenizer tokenizer = ByteTokenizer.withChatMl();

        assertThatThrownBy(() -> models.loader(folder).load(weights, () -> tokenizer, precision))
                .isInstanceOf(ModelFileException.class).hasMessageContaining(reason);
        assertThat(tokenizer.closed()).isTrue();
    }
}

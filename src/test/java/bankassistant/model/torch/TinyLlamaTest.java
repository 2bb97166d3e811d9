package bankassistant.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(ModelExtension.class)
class TinyLlamaTest {

    private static final int[] IDS = ByteTokenizer.withChatMl()
            .encode("What does a wire transfer cost?");

    private final TestModels models;

    TinyLlamaTest(TestModels models) {
        this.models = models;
    }

    static Stream<TinyLlama> shapes() {
        return Stream.of(TinyLlama.small(),
                // untied, heads that share keys and values
                TinyLlama.of(256, 512, 4, 2, 64, false), TinyLlama.of(192, 320, 3, 1, 64, false),
                // other heads
                TinyLlama.of(128, 224, 4, 2, 32, false), TinyLlama.of(96, 100, 4, 4, 24, true),
                TinyLlama.of(160, 128, 2, 1, 80, true),
                // queries that are wider than the residual stream
                TinyLlama.of(64, 96, 4, 2, 32, false));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void logits_agree_with_a_plain_forward_pass(TinyLlama weights) throws IOException {
        double[] expected = new ReferenceLlama(weights).logits(IDS);
        try (TorchLanguageModel model = models.exact(weights)) {
            assertClose(model.logits(IDS), expected);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void a_prompt_in_parts_gives_the_same_logits(TinyLlama weights) throws IOException {
        double[] expected = new ReferenceLlama(weights).logits(IDS);
        try (TorchLanguageModel model = models.exact(weights)) {
            Decoder decoder = model.decoder();
            float[] logits = models.thread().call(() -> {
                try (var scratch = decoder.manager().newSubManager()) {
                    var cache = decoder.newCache(scratch, 64);
                    decoder.fill(Arrays.copyOf(IDS, 5), cache, 0);
                    decoder.fill(Arrays.copyOfRange(IDS, 5, 6), cache, 5);
                    decoder.fill(Arrays.copyOfRange(IDS, 6, IDS.length - 1), cache, 6);
                    return decoder.logits(new int[]{IDS[IDS.length - 1]}, cache, IDS.length - 1);
                }
            });

            assertClose(logits, expected);
        }
    }

    private static void assertClose(float[] logits, double[] expected) {
        assertThat(logits).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) logits[i]).as("logit %d", i).isCloseTo(expected[i], within(1e-3));
        }
    }
}

package bankassistant.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bankassistant.model.weights.GgufWeights;
import bankassistant.model.weights.MergedWeights;
import bankassistant.model.weights.PeftAdapter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against an independent implementation's figures. */
@ExtendWith(ModelExtension.class)
class LogitsTest {

    private static final Path RESOURCES = Path.of("src/test/resources/bankassistant/model");
    private static final Path ADAPTER = RESOURCES.resolve("peft_fixture");

    @TempDir
    private Path folder;

    private final TestModels models;
    private final JsonNode cases;

    LogitsTest(TestModels models) throws IOException {
        this.models = models;
        this.cases = new ObjectMapper().readTree(RESOURCES.resolve("logits.json").toFile());
    }

    @Test
    void logits_of_the_base_model_agree() {
        assertAgree(models.fp32(), "base");
    }

    @Test
    void greedy_continuations_of_the_base_model_are_the_same() {
        int compared = 0;
        for (JsonNode one : cases) {
            if (one.has("base_greedy_24")) {
                assertThat(continuation(models.fp32().decoder(), ids(one.get("ids")), 24))
                        .isEqualTo(ids(one.get("base_greedy_24")));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"adapter_model.safetensors", "adapter_model.bin"})
    void logits_with_an_adapter_merged_agree(String file) throws IOException {
        Files.copy(ADAPTER.resolve("adapter_config.json"), folder.resolve("adapter_config.json"));
        Files.copy(ADAPTER.resolve(file), folder.resolve(file));
        PeftAdapter adapter = PeftAdapter.open(folder);
        try (MergedWeights weights = new MergedWeights(GgufWeights.open(TestModels.BASE_WEIGHTS), adapter);
                TorchLanguageModel model = models.load(weights, Precision.FP32)) {
            assertAgree(model, "with_adapter");
            assertThat(model.info().baseSha256()).isEqualTo(weights.base().sha256());
            assertThat(model.info().adapterSha256()).isEqualTo(adapter.sha256());
        }
    }

    private void assertAgree(TorchLanguageModel model, String variant) {
        assertThat(cases).hasSizeGreaterThanOrEqualTo(3);
        for (JsonNode one : cases) {
            float[] logits = model.logits(ids(one.get("ids")));
            JsonNode expected = one.get(variant);
            int[] top = ids(expected.get("top_ids"));
            for (int i = 0; i < top.length; i++) {
                assertThat((double) logits[top[i]]).as("logit of %d", top[i])
                        .isCloseTo(expected.get("top_logits").get(i).doubleValue(), within(0.2));
            }
            double mean = IntStream.range(0, logits.length).mapToDouble(i -> logits[i]).average().orElseThrow();
            double variance = IntStream.range(0, logits.length).mapToDouble(i -> Math.pow(logits[i] - mean, 2))
                    .average().orElseThrow();

            assertThat(argmax(logits)).isEqualTo(expected.get("argmax").intValue());
            assertThat(mean).isCloseTo(expected.get("mean").doubleValue(), within(0.05));
            assertThat(Math.sqrt(variance)).isCloseTo(expected.get("std").doubleValue(), within(0.02));
        }
    }

    private int[] continuation(Decoder decoder, int[] prompt, int count) {
        return models.thread().call(() -> {
            try (var scratch = decoder.manager().newSubManager()) {
                var cache = decoder.newCache(scratch, prompt.length + count);
                int[] written = new int[count];
                written[0] = decoder.greedy(prompt, cache, 0, 1)[0];
                for (int i = 1; i < count; i++) {
                    written[i] = decoder.greedy(new int[]{written[i - 1]}, cache, prompt.length + i - 1, 1)[0];
                }
                return written;
            }
        });
    }

    private static int argmax(float[] logits) {
        return IntStream.range(0, logits.length).reduce((a, b) -> logits[b] > logits[a] ? b : a).orElseThrow();
    }

    private static int[] ids(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).mapToInt(JsonNode::intValue).toArray();
    }
}

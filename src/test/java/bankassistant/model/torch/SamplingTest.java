package bankassistant.model.torch;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.model.GenerationOptions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ModelExtension.class)
class SamplingTest {

    private final TestModels models;

    SamplingTest(TestModels models) {
        this.models = models;
    }

    @Test
    void greedy_decoding_can_be_repeated() {
        GenerationOptions options = GenerationOptions.greedy(30);

        assertThat(text(options)).isEqualTo(text(options)).isNotBlank();
    }

    @Test
    void a_seed_can_be_repeated_and_another_gives_another_text() {
        Set<String> texts = LongStream.range(0, 4).mapToObj(seed -> text(sampled(seed))).collect(Collectors.toSet());

        assertThat(texts).hasSizeGreaterThanOrEqualTo(3);
        assertThat(texts).contains(text(sampled(2)));
    }

    @Test
    void sampling_from_one_candidate_is_greedy_decoding() {
        GenerationOptions one = new GenerationOptions(20, 1, 1, 1, 5, List.of(), false);

        assertThat(text(one)).isEqualTo(text(GenerationOptions.greedy(20).withoutDraft()));
    }

    private static GenerationOptions sampled(long seed) {
        return new GenerationOptions(20, 1, 0.95, 0, seed, List.of(), false);
    }

    private String text(GenerationOptions options) {
        return Answers.fresh(models.int8(), Answers.prompt(), options).text();
    }
}

package bankassistant.model.torch;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.model.Generation;
import bankassistant.model.GenerationOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ModelExtension.class)
class StreamedTextTest {

    private static final String SIGNS = "😀🏦💳 銀行の手数料 😀🏦💳 銀行の手数料 ";

    private final TestModels models;

    StreamedTextTest(TestModels models) {
        this.models = models;
    }

    @Test
    void pieces_together_are_the_text() {
        for (int i = 0; i < 5; i++) {
            List<String> pieces = new ArrayList<>();
            Generation generation = Answers.fresh(models.int8(), Answers.prompt(i), GenerationOptions.greedy(30),
                    pieces::add);

            assertThat(pieces).doesNotContain("");
            assertThat(generation.text()).isEqualTo(String.join("", pieces)).isNotEmpty();
        }
    }

    @Test
    void no_character_is_ever_split() {
        boolean signs = false;
        for (int tokens = 1; tokens < 40; tokens += 3) {
            List<String> pieces = new ArrayList<>();
            Generation generation = Answers.fresh(models.int8(), Answers.prompt("Repeat: " + SIGNS.repeat(3)),
                    GenerationOptions.greedy(tokens), pieces::add);

            assertThat(pieces).allSatisfy(StreamedTextTest::assertWhole);
            assertThat(String.join("", pieces)).isEqualTo(generation.text());
            signs |= generation.text().codePoints().anyMatch(c -> c > 0x2000);
        }
        assertThat(signs).as("the model wrote characters of several tokens").isTrue();
    }

    @Test
    void counts_tell_what_was_decoded() {
        Generation generation = Answers.fresh(models.int8(), Answers.prompt(), GenerationOptions.greedy(5));

        assertThat(generation.answerTokens()).isEqualTo(5);
        assertThat(generation.finish()).isEqualTo(Generation.FinishReason.LENGTH);
        assertThat(models.int8().tokenizer().encode(generation.text())).hasSize(5);
        assertThat(generation.prefill()).isPositive();
        assertThat(generation.decode()).isPositive();
    }

    private static void assertWhole(String piece) {
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(piece)).isTrue();
        assertThat(IntStream.range(0, piece.length()).mapToObj(piece::charAt)).doesNotContain('\uFFFD');
    }
}

package bankassistant.model.torch;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.model.Generation;
import bankassistant.model.Generation.FinishReason;
import bankassistant.model.GenerationListener;
import bankassistant.model.GenerationOptions;
import bankassistant.model.LanguageSession;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ModelExtension.class)
class CancellationTest {

    private final TestModels models;

    CancellationTest(TestModels models) {
        this.models = models;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9})
    void no_token_is_decoded_after_the_listener_said_no(int wanted) {
        for (GenerationOptions options : List.of(GenerationOptions.greedy(40),
                GenerationOptions.greedy(40).withoutDraft(),
                new GenerationOptions(40, 0.8, 1, 20, 1, List.of(), true))) {
            List<String> heard = new ArrayList<>();
            Generation generation = Answers.fresh(models.int8(), Answers.prompt(), options, piece -> {
                heard.add(piece);
                return heard.size() < wanted;
            });

            assertThat(heard).hasSize(wanted);
            assertThat(generation.finish()).isEqualTo(FinishReason.CANCELLED);
            // every token of this answer is a piece of text
            assertThat(generation.answerTokens()).isEqualTo(wanted);
            assertThat(generation.text()).isEqualTo(String.join("", heard));
        }
    }

    @Test
    void text_that_was_held_back_is_no_part_of_a_cancelled_answer() {
        GenerationOptions options = GenerationOptions.greedy(40).withoutDraft();
        String whole = Answers.fresh(models.int8(), Answers.prompt(), options).text();
        // the first word is heard, the second is the beginning of a stop string
        int second = whole.indexOf(' ');
        String stop = whole.substring(second, second + 4) + "~";
        StringBuilder heard = new StringBuilder();
        Generation generation = Answers.fresh(models.int8(), Answers.prompt(), options.withStop(stop), piece -> {
            heard.append(piece);
            return heard.length() < second + 4;
        });

        assertThat(generation.finish()).isEqualTo(FinishReason.CANCELLED);
        assertThat(generation.text()).isEqualTo(heard.toString());
        assertThat(whole).startsWith(generation.text());
    }

    @Test
    void a_session_goes_on_after_a_cancelled_answer() {
        GenerationOptions options = GenerationOptions.greedy(16).withoutDraft();
        String expected = Answers.fresh(models.fp32(), Answers.prompt(3), options).text();
        try (LanguageSession session = models.fp32().open()) {
            session.generate(Answers.prompt(1), options, _ -> false);
            Generation generation = session.generate(Answers.prompt(3), options, GenerationListener.NONE);

            assertThat(generation.text()).isEqualTo(expected);
            assertThat(generation.cachedTokens()).isPositive();
        }
    }
}

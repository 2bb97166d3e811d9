package bankassistant.model.torch;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.model.Generation;
import bankassistant.model.Generation.FinishReason;
import bankassistant.model.GenerationOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ModelExtension.class)
class StopStringTest {

    private static final GenerationOptions OPTIONS = GenerationOptions.greedy(24).withoutDraft();

    private final TestModels models;

    StopStringTest(TestModels models) {
        this.models = models;
    }

    @Test
    void an_answer_ends_before_a_stop_string_however_tokens_divide_it() {
        String whole = Answers.fresh(models.int8(), Answers.prompt(), OPTIONS).text();
        assertThat(whole).hasSizeGreaterThan(40);
        for (int start = 3; start < 33; start += 5) {
            for (int length : new int[]{1, 7}) {
                String stop = whole.substring(start, start + length);
                StringBuilder heard = new StringBuilder();
                Generation stopped = Answers.fresh(models.int8(), Answers.prompt(), OPTIONS.withStop(stop, "never"),
                        piece -> {
                            heard.append(piece);
                            return true;
                        });

                assertThat(stopped.text()).isEqualTo(whole.substring(0, whole.indexOf(stop)));
                assertThat(heard).hasToString(stopped.text());
                assertThat(stopped.finish()).isEqualTo(FinishReason.STOP_STRING);
            }
        }
    }

    @Test
    void a_stop_string_that_is_not_written_changes_nothing() {
        Generation plain = Answers.fresh(models.int8(), Answers.prompt(), OPTIONS);
        // its beginning is written at the end of many sentences
        Generation waiting = Answers.fresh(models.int8(), Answers.prompt(), OPTIONS.withStop(".~", "\n\n~"));

        assertThat(waiting.text()).isEqualTo(plain.text());
        assertThat(waiting.finish()).isEqualTo(plain.finish());
    }
}

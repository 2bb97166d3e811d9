package bankassistant.model.torch;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.model.Generation;
import bankassistant.model.GenerationOptions;
import bankassistant.model.LanguageSession;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ModelExtension.class)
class DraftTest {

    private static final GenerationOptions OPTIONS = GenerationOptions.greedy(48);

    private final TestModels models;

    DraftTest(TestModels models) {
        this.models = models;
    }

    @Test
    void in_exact_arithmetic_drafts_change_no_text() throws IOException {
        int drafted = 0;
        try (TorchLanguageModel model = models.exact(TinyLlama.small())) {
            for (int i = 0; i < 20; i++) {
                Generation plain = Answers.fresh(model, brief(i), OPTIONS.withoutDraft());
                Generation quick = Answers.fresh(model, brief(i), OPTIONS);

                assertThat(quick.text()).isEqualTo(plain.text());
                assertThat(quick.answerTokens()).isEqualTo(plain.answerTokens());
                assertThat(plain.draftedTokens()).isZero();
                drafted += quick.draftedTokens();
            }
        }
        assertThat(drafted).isPositive();
    }

    @Test
    void what_a_session_keeps_of_drafts_serves_the_next_prompt() throws IOException {
        try (TorchLanguageModel model = models.exact(TinyLlama.small()); LanguageSession session = model.open()) {
            for (int i = 0; i < 20; i++) {
                String expected = Answers.fresh(model, brief(i), OPTIONS.withoutDraft()).text();

                assertThat(session.generate(brief(i), OPTIONS, _ -> true).text()).isEqualTo(expected);
            }
        }
    }

    @Test
    void in_8_bits_drafts_change_few_texts() {
        int same = 0;
        int drafted = 0;
        int tokens = 0;
        for (int i = 0; i < 20; i++) {
            Generation plain = Answers.fresh(models.int8(), Answers.prompt(i), OPTIONS.withoutDraft());
            Generation quick = Answers.fresh(models.int8(), Answers.prompt(i), OPTIONS);
            same += plain.text().equals(quick.text()) ? 1 : 0;
            drafted += quick.draftedTokens();
            tokens += quick.answerTokens();
        }
        System.out.printf("drafts: %d of 20 texts the same, %d of %d tokens drafted%n", same, drafted, tokens);

        assertThat(same).isGreaterThanOrEqualTo(15);
        assertThat(drafted).isGreaterThan(tokens / 10);
    }

    /** Fits the tiny model's context of bytes. */
    private static bankassistant.model.Prompt brief(int number) {
        return bankassistant.model.Prompt.of("Bank", "abcabcab".substring(number % 5) + " fee fee " + number);
    }
}

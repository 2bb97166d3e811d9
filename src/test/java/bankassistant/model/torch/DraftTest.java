package bankassistant.model.torch;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.model.Generation;
import bankassistant.model.GenerationOptions;
import bankassistant.model.LanguageSession;
import bankassistant.model.Prompt;
import bankassistant.model.decoding.ChatMl;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ModelExtension.class)
class DraftTest {

    private static final GenerationOptions OPTIONS = GenerationOptions.greedy(48);
    private static final GenerationOptions BRIEF = GenerationOptions.greedy(24);

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
    void in_8_bits_drafted_answers_hold_the_tokens_that_single_steps_choose() {
        int same = 0;
        int drafted = 0;
        int tokens = 0;
        int chosen = 0;
        for (int i = 0; i < 20; i++) {
            Generation plain = Answers.fresh(models.int8(), Answers.prompt(i), BRIEF.withoutDraft());
            Generation quick = Answers.fresh(models.int8(), Answers.prompt(i), BRIEF);
            int[] answer = models.int8().tokenizer().encode(quick.text());
            same += plain.text().equals(quick.text()) ? 1 : 0;
            drafted += quick.draftedTokens();
            tokens += answer.length;
            chosen += chosenBySingleSteps(Answers.prompt(i), answer);
        }
        System.out.printf("drafts: %d of 20 texts the same; of %d tokens %d drafted, %d as single steps choose%n", same,
                tokens, drafted, chosen);

        assertThat(drafted).isGreaterThan(tokens / 10);
        // 8-bit steps of several tokens round otherwise than steps of one
        assertThat((double) chosen / tokens).isGreaterThan(0.9);
    }

    private int chosenBySingleSteps(Prompt prompt, int[] answer) {
        TorchLanguageModel model = models.int8();
        int[] ids = new ChatMl(model.tokenizer()).encode(prompt);
        return models.thread().call(() -> {
            try (var scratch = model.decoder().manager().newSubManager()) {
                var cache = model.decoder().newCache(scratch, ids.length + answer.length);
                int chosen = 0;
                int next = model.decoder().greedy(ids, cache, 0, 1)[0];
                for (int i = 0; i < answer.length; i++) {
                    chosen += answer[i] == next ? 1 : 0;
                    next = model.decoder().greedy(new int[]{answer[i]}, cache, ids.length + i, 1)[0];
                }
                return chosen;
            }
        });
    }

    /** Fits the tiny model's context of bytes. */
    private static Prompt brief(int number) {
        return Prompt.of("Bank", "abcabcab".substring(number % 5) + " fee fee " + number);
    }
}

package bankassistant.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.model.Generation;
import bankassistant.model.GenerationListener;
import bankassistant.model.GenerationOptions;
import bankassistant.model.LanguageSession;
import bankassistant.model.Prompt;
import bankassistant.model.Prompt.Role;
import bankassistant.model.Prompt.Turn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ModelExtension.class)
class SessionTest {

    private static final GenerationOptions OPTIONS = GenerationOptions.greedy(12);

    private final TestModels models;

    SessionTest(TestModels models) {
        this.models = models;
    }

    @Test
    void a_conversation_is_answered_as_a_fresh_session_would_and_computed_once() {
        List<Turn> turns = new ArrayList<>();
        int before = 0;
        try (LanguageSession session = models.fp32().open()) {
            for (String question : List.of("What is a wire transfer?", "What does it cost?", "And abroad?")) {
                turns.add(new Turn(Role.USER, question));
                Prompt prompt = new Prompt(turns);
                Generation answer = session.generate(prompt, OPTIONS, GenerationListener.NONE);

                assertThat(answer.text()).isEqualTo(Answers.fresh(models.fp32(), prompt, OPTIONS).text());
                assertThat(answer.cachedTokens()).isGreaterThanOrEqualTo(before);
                before = answer.promptTokens();
                turns.add(new Turn(Role.ASSISTANT, answer.text()));
            }
        }
        assertThat(before).isPositive();
    }

    @Test
    void the_same_prompt_again_computes_one_token() {
        try (LanguageSession session = models.int8().open()) {
            Generation first = session.generate(Answers.prompt(), OPTIONS, GenerationListener.NONE);
            Generation again = session.generate(Answers.prompt(), OPTIONS, GenerationListener.NONE);

            assertThat(first.cachedTokens()).isZero();
            assertThat(again.cachedTokens()).isEqualTo(first.promptTokens() - 1);
            assertThat(again.promptTokens()).isEqualTo(first.promptTokens());
        }
    }

    @Test
    void a_prompt_that_needs_more_room_keeps_what_was_computed() throws IOException {
        String system = "You answer. ".repeat(60);
        try (LanguageSession session = models.fp32().open()) {
            Prompt brief = Prompt.of(system, "Hello");
            Prompt longer = Prompt.of(system, "Hello. " + "The branch opens at nine. ".repeat(70) + "When?");
            session.generate(brief, OPTIONS, GenerationListener.NONE);
            Generation generation = session.generate(longer, OPTIONS, GenerationListener.NONE);

            assertThat(generation.promptTokens()).isGreaterThan(512);
            assertThat(generation.cachedTokens()).isGreaterThan(150);
            assertThat(generation.text()).isEqualTo(Answers.fresh(models.fp32(), longer, OPTIONS).text());
        }
    }

    @Test
    void sessions_do_not_disturb_each_other() {
        List<String> expected = List.of(Answers.fresh(models.int8(), Answers.prompt(0), OPTIONS).text(),
                Answers.fresh(models.int8(), Answers.prompt(1), OPTIONS).text());
        List<String> inner = new ArrayList<>();
        try (LanguageSession one = models.int8().open(); LanguageSession other = models.int8().open()) {
            // a listener may use another session: it is called on the model's thread
            Generation outer = one.generate(Answers.prompt(0), OPTIONS, _ -> {
                if (inner.isEmpty()) {
                    inner.add(other.generate(Answers.prompt(1), OPTIONS, GenerationListener.NONE).text());
                }
                return true;
            });

            assertThat(outer.text()).isEqualTo(expected.get(0));
            assertThat(inner).containsExactly(expected.get(1));
        }
    }

    @Test
    void a_closed_session_refuses_to_answer() {
        LanguageSession session = models.int8().open();
        session.generate(Answers.prompt(), OPTIONS, GenerationListener.NONE);
        session.close();
        session.close();

        assertThatThrownBy(() -> session.generate(Answers.prompt(), OPTIONS, GenerationListener.NONE))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
    }

    @Test
    void a_session_of_a_closed_model_refuses_to_answer() throws IOException {
        TorchLanguageModel model = models.exact(TinyLlama.small());
        LanguageSession session = model.open();
        session.generate(Prompt.of("Bank", "Hi"), OPTIONS, GenerationListener.NONE);
        model.close();
        model.close();

        assertThatThrownBy(() -> session.generate(Prompt.of("Bank", "Hi"), OPTIONS, GenerationListener.NONE))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
        session.close();
    }
}

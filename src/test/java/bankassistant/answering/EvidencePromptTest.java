package bankassistant.answering;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.model.Prompt;
import bankassistant.model.Prompt.Role;
import bankassistant.model.Tokenizer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvidencePromptTest {

    private final Tokenizer tokenizer = ScriptedModel.saying("").tokenizer();

    @Test
    void holds_the_title_the_sentences_and_the_question() {
        Prompt prompt = prompt(384, "How long do I have?").orElseThrow();

        assertThat(prompt.turns()).extracting(Prompt.Turn::role).containsExactly(Role.SYSTEM, Role.USER);
        assertThat(prompt.turns().getLast().content()).contains("Reporting a lost or stolen card")
                .contains(EvidenceSamples.lostCard().text()).endsWith("How long do I have?");
    }

    @Test
    void cuts_a_long_question_at_the_end_of_a_sentence() {
        String question = "How long do I have? " + "It happened on the way home from work. ".repeat(100);

        String content = prompt(120, question).orElseThrow().turns().getLast().content();

        assertThat(content).contains("How long do I have? It happened").endsWith("home from work.")
                .contains(EvidenceSamples.lostCard().text());
    }

    @Test
    void cuts_a_question_without_sentences_at_the_end_of_a_word() {
        Prompt prompt = prompt(120, "word ".repeat(500)).orElseThrow();

        assertThat(prompt.turns().getLast().content()).endsWith("word word …");
        assertThat(prompt.turns().stream().mapToInt(turn -> tokenizer.encode(turn.content()).length).sum())
                .isLessThanOrEqualTo(120);
    }

    @Test
    void is_none_when_the_evidence_does_not_fit() {
        assertThat(prompt(60, "How long?")).isEmpty();
    }

    private Optional<Prompt> prompt(int budget, String question) {
        return new EvidencePrompt(tokenizer, budget).of(question, EvidenceSamples.lostCard());
    }
}

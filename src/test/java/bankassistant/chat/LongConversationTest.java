package bankassistant.chat;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.answering.EvidenceSamples;
import bankassistant.answering.FigureCheck;
import bankassistant.answering.ModelWriter;
import bankassistant.answering.ScriptedModel;
import bankassistant.privacy.Masker;
import bankassistant.retrieval.Evidence;
import bankassistant.retrieval.Finding;
import bankassistant.retrieval.Hit;
import bankassistant.understanding.Understander;
import bankassistant.understanding.Understanders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The fortieth turn of a conversation does what the first ones did: as many steps, on texts as long. */
class LongConversationTest {

    private static final String SENTENCE = "A customer who reports a stolen debit card within 2 business days owes at most $50.";
    private static final Evidence EVIDENCE = EvidenceSamples.evidence("Reporting a lost or stolen card", SENTENCE);
    private static final String QUESTION = "What does a customer owe for a stolen debit card?";
    private static final String FOLLOW_UP = "and if I only tell you next week?";

    private final List<String> seen = new ArrayList<>();

    /** What one turn gives to the understander and to the search, and what the model reads. */
    private record Work(List<String> texts, int promptTokens, int answerTokens) {}

    @Test
    void the_fortieth_turn_costs_what_the_first_costs_and_each_follow_up_what_the_first_one_costs() {
        List<Work> turns = new ArrayList<>();
        try (ModelWriter writer = new ModelWriter(ScriptedModel.saying(SENTENCE));
                Conversation conversation = new Conversation("c")) {
            Understander understander = message -> {
                seen.add(message.value());
                return Understanders.TRUSTING.understand(message);
            };
            Chat chat = new ChatService(Masker.ofForms(), understander, _ -> Optional.empty(), this::find, writer,
                    new FigureCheck());
            turns.add(turn(chat, conversation, QUESTION));
            while (turns.size() < 39) {
                turns.add(turn(chat, conversation, FOLLOW_UP));
            }
            turns.add(turn(chat, conversation, QUESTION));
        }

        assertThat(turns.get(1).texts()).anyMatch(text -> text.startsWith("What does a customer owe"));
        assertThat(turns.subList(1, 39)).containsOnly(turns.get(1));
        assertThat(turns.getLast()).isEqualTo(turns.getFirst());
    }

    private Work turn(Chat chat, Conversation conversation, String question) {
        seen.clear();
        Details details = chat.answer(conversation, question, _ -> {}, Chat.Cancel.NEVER).details();
        return new Work(List.copyOf(seen), details.promptTokens(), details.answerTokens());
    }

    private Finding find(String question) {
        seen.add(question);
        return new Finding(Optional.of(EVIDENCE), List.of(new Hit(EVIDENCE.passage(), 1, 0.6)));
    }
}

package bankassistant.app;

import bankassistant.chat.Answer;
import bankassistant.chat.Chat;
import bankassistant.chat.Citation;
import bankassistant.chat.Conversation;
import bankassistant.chat.Details;
import bankassistant.chat.QuestionException;
import bankassistant.chat.StageEvent;
import bankassistant.privacy.MaskedTexts;
import bankassistant.privacy.PiiSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Answers every question with the same quotation and the customer's name, which is masked. Refuses a blank question, fails
 * on "boom", asks back on {@link #VAGUE} and can be stopped on "long".
 */
public final class FakeChat implements Chat {

    public static final String NAME = "Ada Lovelace";
    public static final String SENTENCE = "Report it within two business days.";
    public static final Citation CITATION = new Citation("cards", "Cards and transfers", "lost-card",
            "Reporting a lost card", "2026.1", SENTENCE);

    public static final String VAGUE = "It doesn't work";
    public static final String OPTION = "Why is my card not working?";
    public static final String TOPIC = "  Lost card · 97 %";

    private final List<String> questions = new ArrayList<>();
    private final List<Conversation> conversations = new ArrayList<>();

    @Override
    public Answer answer(Conversation conversation, String question, Consumer<StageEvent> events, Cancel cancel) {
        questions.add(question);
        conversations.add(conversation);
        if (question.isBlank()) {
            throw new QuestionException("Please type a question.");
        }
        if (question.equals("boom")) {
            throw new IllegalStateException("secret words of the customer");
        }
        while (question.equals("long")) {
            if (cancel.requested()) {
                throw new CancellationException();
            }
            Thread.onSpinWait();
        }
        if (question.equals(VAGUE)) {
            Answer asked = new Answer.Clarify("Which one?", List.of(OPTION, "Is it late?"),
                    details(conversation.id() + "-" + questions.size(), "?"));
            events.accept(new StageEvent.Finished(asked));
            return asked;
        }
        String placeholder = MaskedTexts.placeholder(conversation.placeholders(), "PERSON", NAME);
        String greeting = placeholder + ", this holds:";
        events.accept(new StageEvent.Sentence(greeting, CITATION));
        events.accept(new StageEvent.Sentence(SENTENCE, CITATION));
        Answer answer = new Answer.Quoted(greeting + " " + SENTENCE, List.of(CITATION),
                details(conversation.id() + "-" + questions.size(), placeholder));
        events.accept(new StageEvent.Finished(answer));
        return answer;
    }

    private static Details details(String id, String placeholder) {
        return new Details(id, MaskedTexts.of(placeholder + " asks", new PiiSpan("PERSON", 0, 12, placeholder)),
                Optional.of(new Details.Meaning(true, Optional.of(new Details.Topic("lost_card", "Lost card", 0.97)))),
                "BankingAssistant-v1.0", Details.Checks.NOTHING_WRITTEN, new Details.Timings(1, 0, 2, 0, 0, 0, 0, 3.25),
                0, 0);
    }

    public List<String> questions() {
        return questions;
    }

    public List<Conversation> conversations() {
        return conversations;
    }
}

package bankassistant.chat;

import bankassistant.privacy.PiiSpan;
import java.util.List;
import java.util.function.Consumer;

/** Answers questions. What the window, the terminal and the command line talk to. */
public interface Chat {

    /** The name the assistant gives itself. */
    String MODEL_NAME = "BankingAssistant-v1.0";

    /**
     * Answers a question. Blocks until the answer is complete; events arrive on the calling thread meanwhile.
     *
     * @param question what was typed, not masked yet
     * @param events   hears the stages
     * @param cancel   asked between tokens; true ends the answer
     * @throws QuestionException if the text can't be a question; its message is for the person
     * @throws UnansweredException if a stage could not do its work; its message is for the person
     * @throws java.util.concurrent.CancellationException if {@code cancel} said so before an answer stood
     */
    Answer answer(Conversation conversation, String question, Consumer<StageEvent> events, Cancel cancel);

    /**
     * What would be masked in a text that is still being typed, in order. Changes nothing. An assistant that cannot tell says
     * nothing.
     *
     * @return with placeholders that have no number yet, such as {@code [CARD]}
     */
    default List<PiiSpan> preview(Conversation conversation, String typed) {
        return List.of();
    }

    /** Tells whether an answer is no longer wanted. Asked from several threads. */
    @FunctionalInterface
    interface Cancel {

        Cancel NEVER = () -> false;

        boolean requested();
    }
}

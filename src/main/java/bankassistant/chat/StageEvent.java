package bankassistant.chat;

import bankassistant.privacy.MaskedText;
import bankassistant.retrieval.Evidence;

/** Progress of one message. Events of a message arrive in the order of the stages, on the thread that answers it. */
public sealed interface StageEvent {

    /** Personal data is replaced; from here on only the masked text is used. */
    record Masked(MaskedText question) implements StageEvent {}

    /** It is known what is asked, and whether a bank is. */
    record Understood(Details.Meaning meaning) implements StageEvent {}

    /** The sentences that answer were found. */
    record Found(Evidence evidence) implements StageEvent {}

    /**
     * A checked sentence of the answer, in order, to be shown; it may hold placeholders.
     *
     * @param citation null for the assistant's own words, which stand in no policy
     */
    record Sentence(String text, Citation citation) implements StageEvent {}

    /** The answer is complete. The last event. */
    record Finished(Answer answer) implements StageEvent {}
}

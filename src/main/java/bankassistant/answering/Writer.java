package bankassistant.answering;

import bankassistant.retrieval.Evidence;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Words the evidence. What it returns must pass the {@link FigureCheck} before anyone sees it. */
public interface Writer {

    /** Writes nothing: every answer is a quotation. */
    Writer NONE = (_, _, _) -> Optional.empty();

    /**
     * Words the evidence as an answer to the question.
     *
     * @param question  without personal data
     * @param cancelled asked between tokens
     * @return empty when this writer does not write on such evidence
     * @throws java.util.concurrent.CancellationException if {@code cancelled} said so
     */
    Optional<Writing> write(String question, Evidence evidence, BooleanSupplier cancelled);

    /**
     * The same, heard sentence by sentence. A writer that can't be heard while it writes is heard afterwards.
     *
     * @param bound whether only figures of the evidence may be written; a writer that can't be bound writes as ever
     * @return what was written, up to where the listener wanted no more
     */
    default Optional<Writing> write(String question, Evidence evidence, boolean bound, SentenceListener listener,
            BooleanSupplier cancelled) {
        Optional<Writing> writing = write(question, evidence, cancelled);
        writing.ifPresent(written -> written.sentences().stream().allMatch(listener::onSentence));
        return writing;
    }
}

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
}

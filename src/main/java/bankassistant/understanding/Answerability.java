package bankassistant.understanding;

import java.util.Map;

/** How likely one thing that the bank has written down answers a text, by what all heads say of it. */
@FunctionalInterface
public interface Answerability {

    /** Where nobody can tell. */
    Answerability UNKNOWN = _ -> 0;

    /**
     * Probability, 0 to 1, of whatever answers likeliest.
     *
     * @param logits by the heads' names, see {@link bankassistant.model.MessageHeads#score}
     */
    double of(Map<String, float[]> logits);
}

package bankassistant.model;

import java.util.List;
import java.util.Map;

/** Scores messages with classification heads. Safe for several threads. */
public interface MessageHeads extends AutoCloseable {

    /** 77 logits in the order of {@code intents.txt}. */
    String INTENT = "intent";
    /** One logit for each class of scope, in the order BANKING, OUT, SMALL_TALK, VAGUE. */
    String SCOPE = "scope";

    /**
     * Logits, not calibrated yet, by the head's name: {@link #INTENT} and {@link #SCOPE}.
     *
     * @param texts any number; all are scored together
     * @return one map for each text, in order
     */
    List<Map<String, float[]>> score(List<String> texts);

    @Override
    void close();
}

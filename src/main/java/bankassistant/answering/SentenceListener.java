package bankassistant.answering;

/** Hears an answer sentence by sentence while it is written. */
@FunctionalInterface
public interface SentenceListener {

    /** Lets everything pass. */
    SentenceListener ALL = _ -> true;

    /**
     * Called for each sentence as soon as the next one begins or the text ends, on the thread that asked.
     *
     * @return whether to write on
     */
    boolean onSentence(String sentence);
}

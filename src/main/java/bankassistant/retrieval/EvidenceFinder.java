package bankassistant.retrieval;

/** Finds what answers a question. Safe for several threads. */
public interface EvidenceFinder {

    /**
     * Finds the section and, in it, the sentences that answer a question.
     *
     * @param question without personal data, in plain text
     */
    Finding find(String question);
}

package bankassistant.retrieval;

/** Finds what answers a question. Safe for several threads. */
@FunctionalInterface
public interface EvidenceFinder {

    /**
     * Finds the section and, in it, the sentences that answer a question.
     *
     * @param question without personal data, in plain text
     */
    Finding find(String question);

    /**
     * The same, with sections that speak for themselves before the search. A finder that can't use them leaves them aside.
     *
     * @param question without personal data, in plain text
     */
    default Finding find(String question, SectionHint hint) {
        return find(question);
    }
}

package bankassistant.chat;

import bankassistant.retrieval.Passage;

/**
 * Where a sentence of an answer stands.
 *
 * @param policy       id
 * @param policyTitle  for people
 * @param section      id
 * @param sectionTitle for people
 * @param version      of the policy
 * @param quote        the policy's own words
 */
public record Citation(String policy, String policyTitle, String section, String sectionTitle, String version,
        String quote) {

    static Citation of(Passage passage, String quote) {
        return new Citation(passage.policyId(), passage.policyTitle(), passage.section().id(),
                passage.section().title(), passage.version(), quote);
    }
}

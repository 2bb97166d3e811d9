package bankassistant.retrieval;

import bankassistant.policy.Section;

/**
 * A section as the index holds it.
 *
 * @param policyId    of its policy
 * @param policyTitle of its policy
 * @param version     of its policy
 * @param policySha256 of its policy's file
 * @param section     the text with its sentence offsets
 * @param owner       the department that answers for its policy
 */
public record Passage(String policyId, String policyTitle, String version, String policySha256, Section section,
        String owner) {

    /** {@code policy/section}, unique in the index. */
    public String key() {
        return policyId + "/" + section.id();
    }
}

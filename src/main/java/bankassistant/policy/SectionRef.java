package bankassistant.policy;

/**
 * The name of one section among all policies, written {@code policy-id/section-id}.
 *
 * @param policyId  of the policy
 * @param sectionId of the section in it
 */
public record SectionRef(String policyId, String sectionId) {

    @Override
    public String toString() {
        return policyId + "/" + sectionId;
    }
}

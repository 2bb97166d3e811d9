package bankassistant.policy;

/** What a bank must do when a section is what answers. */
public sealed interface Duty {

    /**
     * A customer's legal right is concerned: the answer names the deadline, and staff take the matter over.
     *
     * @param deadline     such as {@code 60 days}, as it stands in the sentence
     * @param section      id of the section of the same policy that states it
     * @param sectionTitle of that section
     * @param sentence     that states it
     */
    record Right(String deadline, String section, String sectionTitle, String sentence) implements Duty {}

    /**
     * Nothing of the section is for customers.
     *
     * @param sayable all that may be said
     */
    record Confidential(String sayable) implements Duty {}
}

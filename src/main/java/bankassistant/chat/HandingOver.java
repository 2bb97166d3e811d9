package bankassistant.chat;

import bankassistant.answering.Figures;
import bankassistant.policy.Duty;
import bankassistant.retrieval.Evidence;
import bankassistant.retrieval.Passage;
import java.util.regex.Pattern;

/** What staff are told of a matter that a bank must take in hand, and what the customer must be told. */
final class HandingOver {

    private static final String CONFIDENTIAL = "Nothing else may be said about this to a customer, neither yes nor no.";

    /** A customer's own words, spoken or passed on by staff: "did you report me", "how do I avoid". */
    private static final Pattern OF_A_CUSTOMER = Pattern.compile("(?i)\\b(?:I|I'm|I've|me|my|mine|myself)\\b|\\bavoid");

    private HandingOver() {}

    /** Whether an answer names the deadline already. */
    static boolean names(Duty.Right right, String text) {
        Figures deadline = Figures.of(right.deadline());
        return deadline.all().isEmpty() ? text.contains(right.deadline()) : Figures.of(text).carries(deadline);
    }

    /**
     * What is said of a confidential matter: the sentence that a customer may hear and that nothing else may be said; before
     * it, marked as such, what only staff need, unless a customer speaks.
     */
    static String text(Duty.Confidential confidential, Evidence evidence, String question) {
        String sayable = confidential.sayable() + " " + CONFIDENTIAL;
        return evidence.passage().section().text().contains(confidential.sayable())
                || OF_A_CUSTOMER.matcher(question).find()
                        ? sayable
                        : "For staff only: %s To a customer: %s".formatted(evidence.text(), sayable);
    }

    static String note(Duty duty, Passage passage) {
        return switch (duty) {
            case Duty.Right right -> "Hand over to %s: the customer has a legal right here. Deadline: %s."
                    .formatted(passage.owner(), right.deadline());
            case Duty.Confidential _ -> "For staff only. Hand over to %s.".formatted(passage.owner());
        };
    }
}

package bankassistant.privacy;

/**
 * A place in a text that may hold personal data.
 *
 * @param start      UTF-16 offset
 * @param end        behind the last character
 * @param kind       what it is taken for
 * @param normalized the value in the form in which it is compared: the same card with and without spaces is one
 * @param priority   which kind wins where candidates overlap; more is stronger evidence
 */
public record Candidate(int start, int end, Kind kind, String normalized, int priority) {

    /** The form itself proves it, by a checksum. */
    public static final int CHECKED = 30;
    /** Words beside it name it. */
    public static final int NAMED = 20;
    /** It looks like one. */
    public static final int SHAPED = 10;

    public Candidate {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("not a span: " + start + " to " + end);
        }
    }

    /**
     * A kind of personal data.
     *
     * @param type  Presidio's name, such as {@code CREDIT_CARD}
     * @param label what stands in a placeholder, such as {@code CARD}
     */
    public record Kind(String type, String label) {

        public static final Kind CARD = new Kind("CREDIT_CARD", "CARD");
        public static final Kind SSN = new Kind("US_SSN", "SSN");
        public static final Kind IBAN = new Kind("IBAN_CODE", "IBAN");
        public static final Kind EMAIL = new Kind("EMAIL_ADDRESS", "EMAIL");
        public static final Kind PHONE = new Kind("PHONE_NUMBER", "PHONE");
        public static final Kind ROUTING = new Kind("ABA_ROUTING_NUMBER", "ROUTING");
        public static final Kind ACCOUNT = new Kind("US_BANK_NUMBER", "ACCOUNT");
    }
}

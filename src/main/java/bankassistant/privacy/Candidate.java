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

    /** A person marked it. */
    public static final int MARKED = 40;
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
     * A kind of personal data. The constants are the table of what is known.
     *
     * @param type  Presidio's name where it has one, such as {@code CREDIT_CARD}
     * @param label what stands in a placeholder, such as {@code CARD}
     */
    public record Kind(String type, String label) {

        public static final Kind CARD = new Kind("CREDIT_CARD", "CARD");
        public static final Kind CVV = new Kind("CVV", "CVV");
        public static final Kind PIN = new Kind("PIN", "PIN");
        public static final Kind ONE_TIME_CODE = new Kind("ONE_TIME_CODE", "CODE");
        public static final Kind SSN = new Kind("US_SSN", "SSN");
        public static final Kind ITIN = new Kind("US_ITIN", "ITIN");
        public static final Kind EIN = new Kind("US_EIN", "EIN");
        public static final Kind PASSPORT = new Kind("US_PASSPORT", "PASSPORT");
        public static final Kind DRIVER_LICENSE = new Kind("US_DRIVER_LICENSE", "LICENSE");
        public static final Kind PLATE = new Kind("LICENSE_PLATE", "PLATE");
        public static final Kind IBAN = new Kind("IBAN_CODE", "IBAN");
        public static final Kind BIC = new Kind("BIC_CODE", "BIC");
        public static final Kind ROUTING = new Kind("ABA_ROUTING_NUMBER", "ROUTING");
        public static final Kind ACCOUNT = new Kind("US_BANK_NUMBER", "ACCOUNT");
        public static final Kind CRYPTO = new Kind("CRYPTO", "WALLET");
        public static final Kind EMAIL = new Kind("EMAIL_ADDRESS", "EMAIL");
        public static final Kind PHONE = new Kind("PHONE_NUMBER", "PHONE");
        public static final Kind URL = new Kind("URL", "URL");
        public static final Kind IP = new Kind("IP_ADDRESS", "IP");
        public static final Kind MAC = new Kind("MAC_ADDRESS", "MAC");
        public static final Kind USERNAME = new Kind("USERNAME", "USERNAME");
        public static final Kind PASSWORD = new Kind("PASSWORD", "PASSWORD");
        public static final Kind DATE_OF_BIRTH = new Kind("DATE_OF_BIRTH", "BIRTHDATE");
        public static final Kind AGE = new Kind("AGE", "AGE");
        public static final Kind STREET_ADDRESS = new Kind("STREET_ADDRESS", "ADDRESS");
        public static final Kind LOCATION = new Kind("LOCATION", "LOCATION");
        public static final Kind PERSON = new Kind("PERSON", "PERSON");
        public static final Kind ORGANIZATION = new Kind("ORGANIZATION", "ORG");
        /** What a person marked by hand. */
        public static final Kind PRIVATE = new Kind("PRIVATE", "PRIVATE");
    }
}

package bankassistant.audit.note;

import java.util.Base64;
import java.util.Optional;

/**
 * A text of some lines with its signature, in the form of C2SP's {@code signed-note}.
 *
 * @param body      what is signed; its last line has its end
 * @param signer    name of the key
 * @param signature the key's hash (4 bytes), then the Ed25519 signature (64 bytes)
 */
record Note(String body, String signer, String signature) {

    /** The longest text that is looked at, in characters. */
    private static final int LONGEST = 4_096;
    private static final String BEFORE_SIGNATURE = "\n\u2014 ";

    String text() {
        return body + BEFORE_SIGNATURE + signer + " " + signature + "\n";
    }

    /** From a text as {@link #text} makes it; empty for anything else. */
    static Optional<Note> parse(String text) {
        int end = text.length() > LONGEST ? -1 : text.indexOf(BEFORE_SIGNATURE);
        if (end < 0) {
            return Optional.empty();
        }
        String[] words = text.substring(end + BEFORE_SIGNATURE.length()).strip().split(" ", -1);
        return words.length == 2
                ? Optional.of(new Note(text.substring(0, end), words[0], words[1]))
                        .filter(note -> note.text().equals(text))
                : Optional.empty();
    }

    boolean isSignedBy(VerifyingKey key) {
        try {
            byte[] bytes = Base64.getDecoder().decode(signature);
            return signer.equals(key.name()) && Base64.getEncoder().encodeToString(bytes).equals(signature)
                    && key.verifies(body, bytes);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

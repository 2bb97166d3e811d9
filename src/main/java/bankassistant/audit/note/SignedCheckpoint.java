package bankassistant.audit.note;

import java.util.Base64;
import java.util.Optional;

/**
 * A checkpoint with its signature.
 *
 * @param signature the key's hash (4 bytes), then the Ed25519 signature (64 bytes)
 */
public record SignedCheckpoint(Checkpoint checkpoint, String signer, String signature) {

    /** The longest text that is looked at, in characters. */
    private static final int LONGEST = 4_096;
    private static final String BEFORE_SIGNATURE = "\n\u2014 ";

    /** The note: the checkpoint, an empty line, the signature. */
    public String text() {
        return checkpoint.text() + BEFORE_SIGNATURE + signer + " " + signature + "\n";
    }

    /** From a text as {@link #text} makes it; empty for anything else. Whether the signature is good is another question. */
    public static Optional<SignedCheckpoint> parse(String text) {
        int end = text.length() > LONGEST ? -1 : text.indexOf(BEFORE_SIGNATURE);
        if (end < 0) {
            return Optional.empty();
        }
        String[] words = text.substring(end + BEFORE_SIGNATURE.length()).strip().split(" ", -1);
        if (words.length != 2) {
            return Optional.empty();
        }
        return Checkpoint.parse(text.substring(0, end)).map(
                checkpoint -> new SignedCheckpoint(checkpoint, words[0], words[1]))
                .filter(note -> note.text().equals(text));
    }

    /** Whether the key signed it. */
    public boolean isSignedBy(VerifyingKey key) {
        try {
            byte[] bytes = Base64.getDecoder().decode(signature);
            return signer.equals(key.name()) && Base64.getEncoder().encodeToString(bytes).equals(signature)
                    && key.verifies(checkpoint.text(), bytes);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

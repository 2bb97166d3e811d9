package bankassistant.audit.note;

import java.util.Optional;

/**
 * A checkpoint with its signature.
 *
 * @param signature the key's hash (4 bytes), then the Ed25519 signature (64 bytes)
 */
public record SignedCheckpoint(Checkpoint checkpoint, String signer, String signature) {

    /** The note: the checkpoint, an empty line, the signature. */
    public String text() {
        return note().text();
    }

    private Note note() {
        return new Note(checkpoint.text(), signer, signature);
    }

    /** From a text as {@link #text} makes it; empty for anything else. Whether the signature is good is another question. */
    public static Optional<SignedCheckpoint> parse(String text) {
        return Note.parse(text).flatMap(note -> Checkpoint.parse(note.body())
                .map(checkpoint -> new SignedCheckpoint(checkpoint, note.signer(), note.signature())));
    }

    /** Whether the key signed it. */
    public boolean isSignedBy(VerifyingKey key) {
        return note().isSignedBy(key);
    }
}

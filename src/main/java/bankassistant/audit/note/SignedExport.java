package bankassistant.audit.note;

import java.util.Optional;

/**
 * A statement on an export with its signature.
 *
 * @param signature the key's hash (4 bytes), then the Ed25519 signature (64 bytes)
 */
public record SignedExport(ExportStatement statement, String signer, String signature) {

    /** The note: the statement, an empty line, the signature. */
    public String text() {
        return note().text();
    }

    private Note note() {
        return new Note(statement.text(), signer, signature);
    }

    /** From a text as {@link #text} makes it; empty for anything else. Whether the signature is good is another question. */
    public static Optional<SignedExport> parse(String text) {
        return Note.parse(text).flatMap(note -> ExportStatement.parse(note.body())
                .map(statement -> new SignedExport(statement, note.signer(), note.signature())));
    }

    /** Whether the key signed it. */
    public boolean isSignedBy(VerifyingKey key) {
        return note().isSignedBy(key);
    }
}

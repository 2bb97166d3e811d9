package bankassistant.audit.export;

import bankassistant.audit.note.SignedExport;
import bankassistant.audit.note.VerifyingKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The last line of a PDF file, a comment to those who show it: the log's key and what it says of all bytes before. PDF's own kind of
 * signature asks for certificates, which a log has not.
 */
record PdfSeal(VerifyingKey key, SignedExport note) {

    /** The longest line, in bytes: readers of PDF look for a file's end within its last 1,024. */
    static final int LONGEST = 1_000;

    private static final String MARK = "%banking-assistant-audit-export ";

    /** With its end. */
    String line() {
        return MARK + key.text() + " "
                + Base64.getEncoder().encodeToString(note.text().getBytes(StandardCharsets.UTF_8)) + "\n";
    }

    /** From a line as {@link #line} makes it; empty for anything else. Whether the key signed it is another question. */
    static Optional<PdfSeal> parse(String line) {
        String[] words = line.startsWith(MARK) ? line.substring(MARK.length()).strip().split(" ", -1) : new String[0];
        if (words.length != 2) {
            return Optional.empty();
        }
        try {
            String text = new String(Base64.getDecoder().decode(words[1]), StandardCharsets.UTF_8);
            return VerifyingKey.parse(words[0])
                    .flatMap(key -> SignedExport.parse(text).map(note -> new PdfSeal(key, note)))
                    .filter(seal -> seal.line().equals(line));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

package bankassistant.audit.note;

import bankassistant.audit.tree.Hash;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * The state of a tree at a moment.
 *
 * @param origin names the store
 * @param size   leaves
 * @param root   of the tree with so many leaves
 * @param time   when it was signed, by the workstation's clock
 */
public record Checkpoint(String origin, long size, Hash root, Instant time) {

    private static final String TIME = "time ";

    public Checkpoint {
        if (origin.isBlank() || origin.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException("an origin is one line of text");
        }
        if (size < 0) {
            throw new IllegalArgumentException("a tree has no " + size + " leaves");
        }
    }

    /** The text that is signed: four lines, each with its end. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n" + TIME + time + "\n";
    }

    /** From a text as {@link #text} makes it; empty for anything else. */
    static Optional<Checkpoint> parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != 5 || !lines[3].startsWith(TIME)) {
            return Optional.empty();
        }
        try {
            Optional<Hash> root = Hash.ofBase64(lines[2]);
            if (root.isEmpty()) {
                return Optional.empty();
            }
            Checkpoint checkpoint = new Checkpoint(lines[0], Long.parseLong(lines[1]), root.get(),
                    Instant.parse(lines[3].substring(TIME.length())));
            // one text for one state: no leading zeros, no other spelling of a time
            return checkpoint.text().equals(text) ? Optional.of(checkpoint) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}

package bankassistant.model;

/** What an answer may go on with while it is decoded. Asked on the model's thread. */
@FunctionalInterface
public interface TextRule {

    /** Allows everything. */
    TextRule ANY = (_, _) -> true;

    /**
     * Whether a text may go on like this.
     *
     * @param text  the answer up to here; its last word or number may be unfinished
     * @param piece what the next token adds; empty for the end of the answer
     */
    boolean allows(String text, String piece);
}

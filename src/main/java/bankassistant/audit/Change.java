package bankassistant.audit;

/** What happened to a log that does not verify. */
public enum Change {
    /** A record says something else than when it was written. */
    EDIT("a record was edited"),
    /** Records between others are gone. */
    DELETION("records were deleted"),
    /** A record stands where none was written. */
    INSERTION("a record was inserted"),
    /** Records stand in another order. */
    REORDERING("records were put into another order"),
    /** The last records are gone. */
    TRUNCATION("the last records were cut off"),
    /** The file is an older one, perhaps written on since. */
    ROLLBACK("the file was exchanged for an older one"),
    /** Records agree with each other, but not with a checkpoint. */
    REWRITING("records were written anew"),
    /** A record's content is gone, and no expiry in the log says so. */
    ERASURE("a record's content was erased without an expiry that says so"),
    /** A checkpoint is not signed with the store's key, or is no checkpoint. */
    CHECKPOINT("a checkpoint is not the store's own"),
    /** Copies of checkpoints that were kept beside the store are gone. */
    COPIES("copies of checkpoints beside the log are gone"),
    /** An export is not as the log signed it. */
    SIGNATURE("the file is not as it was signed"),
    /** The file can't be read any further. */
    DAMAGE("the file is damaged"),
    /** Nothing held outside speaks for an export. */
    UNCONFIRMED("nothing held outside confirms it");

    private final String words;

    Change(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}

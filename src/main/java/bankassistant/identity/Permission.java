package bankassistant.identity;

/** Something that only some roles may do. Who may do what stands in {@link Permissions}. */
public enum Permission {
    ASK("ask questions"),
    READ_OWN_HISTORY("read their own earlier questions and answers"),
    PRESENT("see the presenter's view of an answer being made"),
    READ_ALL_RECORDS("read all records"),
    EXPORT_RECORDS("export records"),
    VERIFY_RECORDS("verify the records, write checkpoints and copies of them that are gone"),
    EXPIRE_RECORDS("erase records whose time is over"),
    HOLD_RECORDS("set and lift legal holds"),
    VOUCH("hand the store's key to a new colleague, being present"),
    MANAGE_USERS("add, disable, enable and reset users"),
    MANAGE_MODELS("change models"),
    MANAGE_POLICIES("change policies"),
    CHANGE_SETTINGS("change settings, retention and witness places"),
    AGREE_TO_OLDER_STORE("agree that an older store is restored, with one of the other role"),
    CHANGE_OWN_PASSWORD("change their own password");

    private final String words;

    Permission(String words) {
        this.words = words;
    }

    /** What it allows, fit to follow "may". */
    public String words() {
        return words;
    }
}

package bankassistant.identity;

/** What a user is there for. A user has one role; nobody is both administrator and auditor. */
public enum Role {
    /** Asks on behalf of customers; sees the own history only. */
    TELLER,
    /** Shows the assistant to others. */
    PRESENTER,
    /** Reads, checks and exports all records, sets holds and erases what is old; changes nothing else and can't ask. */
    AUDITOR,
    /** Manages users, models, policies and settings; reads no conversation. */
    ADMINISTRATOR
}

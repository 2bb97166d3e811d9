package bankassistant.understanding;

/** What kind of message it is. The order is that of the scope head's logits. */
public enum ScopeClass {
    /** A question that a bank's staff are asked. */
    BANKING,
    /** Anything else that asks something. */
    OUT,
    /** A greeting, thanks, a question about the assistant itself. */
    SMALL_TALK,
    /** About banking, but it could mean several things. */
    VAGUE
}

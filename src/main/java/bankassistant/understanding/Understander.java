package bankassistant.understanding;

import bankassistant.privacy.MaskedText;

/** Tells what a message asks. Safe for several threads. */
@FunctionalInterface
public interface Understander {

    /** Takes the message for what it is. Whatever it throws, the message was not understood and must not be answered. */
    Understanding understand(MaskedText message);
}

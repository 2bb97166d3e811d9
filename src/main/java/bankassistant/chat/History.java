package bankassistant.chat;

import java.util.List;

/** Earlier conversations of the person who is signed in, as the records have them: with placeholders. */
@FunctionalInterface
public interface History {

    /**
     * The newest conversations, newest first. That they were read is recorded first. Takes some tens of milliseconds.
     *
     * @throws bankassistant.identity.NotPermittedException if the person may not
     * @throws bankassistant.identity.SignInException       if the session is locked or has ended
     * @throws bankassistant.audit.AuditException           if the records can't be read, or the reading not recorded
     */
    List<PastConversation> newest(int most);
}

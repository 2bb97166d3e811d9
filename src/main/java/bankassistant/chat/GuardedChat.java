package bankassistant.chat;

import bankassistant.identity.Permission;
import bankassistant.identity.Session;
import bankassistant.privacy.PiiSpan;
import java.util.List;
import java.util.function.Consumer;

/** Answers only while somebody who may ask is signed in and has not locked the assistant. */
public final class GuardedChat implements Chat {

    private final Chat chat;
    private final Session session;

    public GuardedChat(Chat chat, Session session) {
        this.chat = chat;
        this.session = session;
    }

    /**
     * @throws bankassistant.identity.NotPermittedException if the person may not ask
     * @throws bankassistant.identity.SignInException       if the session is locked or has ended
     */
    @Override
    public Answer answer(Conversation conversation, String question, Consumer<StageEvent> events, Cancel cancel) {
        session.require(Permission.ASK);
        return chat.answer(conversation, question, events, () -> cancel.requested() || !session.isOpen());
    }

    /**
     * @throws bankassistant.identity.NotPermittedException if the person may not ask
     * @throws bankassistant.identity.SignInException       if the session is locked or has ended
     */
    @Override
    public List<PiiSpan> preview(Conversation conversation, String typed) {
        session.require(Permission.ASK);
        return chat.preview(conversation, typed);
    }
}

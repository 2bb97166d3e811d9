package bankassistant.ui;

import bankassistant.chat.Conversation;
import bankassistant.ui.chat.ChatScreen;
import bankassistant.ui.chat.ChatStart;
import bankassistant.ui.chat.ChatViewModel;
import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Screen;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The conversation, for those who ask. */
final class ChatDesk implements Desk {

    private final ChatViewModel model;
    private final Messages messages;
    private final Executor background;
    private Screen screen;

    /** @param background makes the assistant ready and answers, one thing after the other */
    ChatDesk(ChatStart start, Executor background, Messages messages) {
        this.messages = messages;
        this.background = background;
        model = new ChatViewModel(start, background, Platform::runLater,
                () -> new Conversation(UUID.randomUUID().toString()), messages);
        model.start();
    }

    ChatViewModel model() {
        return model;
    }

    @Override
    public Screen screen() {
        if (screen == null) {
            screen = new ChatScreen(model, messages);
        }
        return screen;
    }

    /** What placeholders stand for is wiped with the session, so the conversation goes too. */
    @Override
    public void lock() {
        model.newConversation();
    }

    @Override
    public void unlock() {
        // an empty conversation waits
    }

    @Override
    public CompletableFuture<Void> close() {
        model.close();
        return CompletableFuture.runAsync(() -> {}, background);
    }
}

package bankassistant.ui;

import bankassistant.chat.Conversation;
import bankassistant.chat.History;
import bankassistant.ui.chat.ChatScreen;
import bankassistant.ui.chat.ChatStart;
import bankassistant.ui.chat.ChatViewModel;
import bankassistant.ui.chat.HistoryViewModel;
import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Screen;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The conversation, for those who ask. */
final class ChatDesk implements Desk {

    private final ChatViewModel model;
    private final Messages messages;
    private final Executor background;
    private final Executor reading;
    private final Optional<HistoryViewModel> history;
    private Screen screen;

    /**
     * @param past       empty for those who may not see it
     * @param background makes the assistant ready and answers, one thing after the other
     * @param reading    reads the past; must not wait for the other
     */
    ChatDesk(ChatStart start, Optional<History> past, Executor background, Executor reading, Messages messages) {
        this.messages = messages;
        this.background = background;
        this.reading = reading;
        model = new ChatViewModel(start, background, Platform::runLater,
                () -> new Conversation(UUID.randomUUID().toString()), messages);
        history = past
                .map(own -> new HistoryViewModel(own, model::conversation, reading, Platform::runLater, messages));
        model.start();
    }

    ChatViewModel model() {
        return model;
    }

    @Override
    public Screen screen() {
        if (screen == null) {
            screen = new ChatScreen(model, history, messages);
        }
        return screen;
    }

    /** What placeholders stand for is wiped with the session, so the conversation goes too. */
    @Override
    public void lock() {
        model.newConversation();
        history.ifPresent(HistoryViewModel::close);
    }

    @Override
    public void unlock() {
        // an empty conversation waits
    }

    @Override
    public CompletableFuture<Void> close() {
        model.close();
        history.ifPresent(HistoryViewModel::close);
        return CompletableFuture.allOf(CompletableFuture.runAsync(() -> {}, background),
                CompletableFuture.runAsync(() -> {}, reading));
    }
}

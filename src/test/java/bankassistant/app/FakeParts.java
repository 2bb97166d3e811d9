package bankassistant.app;

import bankassistant.chat.Chat;
import bankassistant.model.LanguageModel;
import java.util.function.Consumer;

/** Parts around a chat, which remember whether they were closed. */
public class FakeParts implements Parts {

    private final Chat chat;
    private final LanguageModel model;
    private boolean closed;

    public FakeParts(Chat chat) {
        this(chat, null);
    }

    public FakeParts(Chat chat, LanguageModel model) {
        this.chat = chat;
        this.model = model;
    }

    @Override
    public Chat chat(Consumer<String> progress) {
        return chat;
    }

    @Override
    public LanguageModel model(Consumer<String> progress) {
        if (model == null) {
            throw new UnsupportedOperationException("these parts have a chat only");
        }
        return model;
    }

    @Override
    public void close() {
        closed = true;
    }

    public boolean closed() {
        return closed;
    }
}

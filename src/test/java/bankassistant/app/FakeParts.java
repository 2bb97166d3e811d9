package bankassistant.app;

import bankassistant.chat.Chat;
import bankassistant.model.LanguageModel;
import bankassistant.model.torch.TorchThread;
import bankassistant.understanding.HeadUnderstander;
import bankassistant.understanding.ScriptedHeads;
import bankassistant.understanding.Understanders;
import java.util.function.Consumer;

/** Parts around a chat, which remember whether they were closed. */
public class FakeParts implements Parts {

    private final Chat chat;
    private boolean closed;

    public FakeParts(Chat chat) {
        this.chat = chat;
    }

    @Override
    public Chat chat(Consumer<String> progress) {
        return chat;
    }

    /** With heads that were told what texts are. */
    @Override
    public HeadUnderstander understander(Consumer<String> progress) {
        return Understanders.of(new ScriptedHeads().banking("stolen", "lost_or_stolen_card")
                .banking("fee", "cash_withdrawal_charge").smallTalk("nice day"));
    }

    @Override
    public TorchThread torch(int threads) {
        throw new UnsupportedOperationException("these parts have a chat only");
    }

    @Override
    public LanguageModel model(Consumer<String> progress) {
        throw new UnsupportedOperationException("these parts have a chat only");
    }

    @Override
    public void close() {
        closed = true;
    }

    public boolean closed() {
        return closed;
    }
}

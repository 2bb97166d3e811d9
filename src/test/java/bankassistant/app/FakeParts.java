package bankassistant.app;

import bankassistant.audit.AuditLog;
import bankassistant.chat.Chat;
import bankassistant.identity.Role;
import bankassistant.identity.SignedIn;
import bankassistant.lab.heads.HeadTraining;
import bankassistant.model.LanguageModel;
import bankassistant.model.torch.TorchThread;
import bankassistant.model.torch.TrainableDecoder;
import bankassistant.model.training.LowRank;
import bankassistant.understanding.HeadUnderstander;
import bankassistant.understanding.ScriptedHeads;
import bankassistant.understanding.Understanders;
import java.nio.file.Path;
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

    /** With heads that were told what texts are. */
    @Override
    public HeadUnderstander understander(Consumer<String> progress) {
        return Understanders.of(new ScriptedHeads().banking("stolen", "lost_or_stolen_card")
                .banking("fee", "cash_withdrawal_charge").smallTalk("nice day"));
    }

    @Override
    public AuditLog audit() {
        throw new UnsupportedOperationException("these parts have a chat only");
    }

    @Override
    public AuditLog auditToRead() {
        throw new UnsupportedOperationException("these parts have a chat only");
    }

    @Override
    public long restoreAudit(Path zip) {
        throw new UnsupportedOperationException("these parts have a chat only");
    }

    @Override
    public Path data() {
        throw new UnsupportedOperationException("data");
    }

    @Override
    public SignedIn user() {
        return new SignedIn("ana", Role.TELLER, "s-1");
    }

    @Override
    public TorchThread torch(int threads) {
        throw new UnsupportedOperationException("these parts have a chat only");
    }

    @Override
    public HeadTraining.Network classifier(TorchThread thread) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TrainableDecoder trainable(LowRank adapters) {
        throw new UnsupportedOperationException("these parts have a chat only");
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

package bankassistant.app;

import bankassistant.audit.AuditLog;
import bankassistant.audit.OldStore;
import bankassistant.chat.Chat;
import bankassistant.chat.EvidenceSearch;
import bankassistant.identity.Identity;
import bankassistant.identity.Session;
import bankassistant.identity.Settings;
import bankassistant.identity.SignedIn;
import bankassistant.lab.heads.HeadTraining;
import bankassistant.model.LanguageModel;
import bankassistant.model.TokenEncoder;
import bankassistant.model.Tokenizer;
import bankassistant.model.torch.TorchEncoder;
import bankassistant.model.torch.TorchThread;
import bankassistant.model.torch.TrainableDecoder;
import bankassistant.model.training.LowRank;
import bankassistant.privacy.Masker;
import bankassistant.understanding.HeadUnderstander;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The parts of the application that commands use, each opened when first asked for. Closing closes what was opened. */
public interface Parts extends AutoCloseable {

    /** The users of this data folder. */
    Identity identity() throws IOException;

    /**
     * Signs somebody in, who works with these parts until they are closed.
     *
     * @throws RefusedException                              if there are no users, or nobody to ask for a password
     * @throws bankassistant.identity.IdentityException if the sign-in is refused
     */
    Session signIn(SignInRequest request) throws IOException;

    /** Signs somebody in who agrees to something and works with nothing. The caller closes the session. */
    Session signInBeside(SignInRequest request) throws IOException;

    /** Lets somebody work with these parts who has signed in otherwise. */
    void admit(Session session) throws IOException;

    /** Signs them out, and closes the audit log that was open for them. Nothing of theirs may be on its way any more. */
    void dismiss(Session session);

    /**
     * What answers. Takes seconds at the first call. Somebody who may ask has to be signed in.
     *
     * @param progress takes short words about what is being done, where that takes long
     * @throws IOException if a file can't be read or is refused
     */
    Chat chat(Consumer<String> progress) throws IOException;

    /**
     * The same for measurements: whoever starts them, and without records.
     *
     * @throws IOException if a file can't be read or is refused
     */
    Chat unrecordedChat(Consumer<String> progress) throws IOException;

    /**
     * What replaces personal data, alone.
     *
     * @throws IOException if a file can't be read or is refused
     */
    Masker masker(Consumer<String> progress) throws IOException;

    /**
     * What tells what a message asks, alone, for measurements.
     *
     * @throws IOException if a file can't be read or is refused
     */
    HeadUnderstander understander(Consumer<String> progress) throws IOException;

    /**
     * The audit log, to be written and read. Stays these parts' to close.
     *
     * @throws bankassistant.audit.AuditException if it can't be opened or is not as it was left
     */
    AuditLog audit() throws IOException;

    /** The audit log to look into, even where it is not as it was left. Stays these parts' to close. */
    AuditLog auditToRead() throws IOException;

    /**
     * Brings the audit log back from a backup. Only before {@link #audit} is called.
     *
     * @param agreeing agrees that a backup is restored that is older than what is known of the log
     * @return records in it
     * @throws bankassistant.audit.AuditException if the backup is altered, or older and nobody agreed to that
     */
    long restoreAudit(Path zip, Optional<Session> agreeing) throws IOException;

    /** What restored backups left beside the audit log, oldest first. */
    List<OldStore> oldStores();

    /** What an administrator sets for everybody. */
    Settings settings() throws IOException;

    /** Of who uses these parts. */
    Session session();

    /** The folder that holds what belongs to this data. */
    Path data();

    /** Who uses these parts. */
    SignedIn user();

    /** The engine's thread, for trainings. Stays these parts' to close. */
    TorchThread torch(int threads);

    /** The shipped model with an untrained adapter. The caller's to close, before these parts. */
    TrainableDecoder trainable(LowRank adapters) throws IOException;

    /**
     * Masking, understanding and finding alone, for measurements.
     *
     * @throws IOException if a file can't be read or is refused
     */
    EvidenceSearch evidence(Consumer<String> progress) throws IOException;

    /** The encoder as it is, for trainings. Stays these parts' to close. */
    TorchEncoder encoder() throws IOException;

    /** The vectors of a text's tokens, for measurements. */
    TokenEncoder tokenEncoder() throws IOException;

    /** The shipped model's tokenizer. The caller's to close. */
    Tokenizer tokenizer() throws IOException;

    /** The shipped model as the network below a head, for trainings. */
    HeadTraining.Network classifier(TorchThread thread);

    /** The language model alone, for measurements. Stays these parts' to close. */
    LanguageModel model(Consumer<String> progress) throws IOException;

    @Override
    void close();

    /** Opens the parts for the options a command was started with. */
    @FunctionalInterface
    interface Opener {

        /** @throws RefusedException if the data folder can't be used */
        Parts open(Options options);
    }
}

package bankassistant.app;

import bankassistant.audit.AuditLog;
import bankassistant.audit.OldStore;
import bankassistant.chat.Chat;
import bankassistant.chat.EvidenceSearch;
import bankassistant.identity.Identity;
import bankassistant.identity.Role;
import bankassistant.identity.Session;
import bankassistant.identity.Settings;
import bankassistant.identity.Sessions;
import bankassistant.identity.SignedIn;
import bankassistant.lab.heads.HeadTraining;
import bankassistant.model.LanguageModel;
import bankassistant.model.TokenEncoder;
import bankassistant.model.Tokenizer;
import bankassistant.model.torch.TorchEncoder;
import bankassistant.model.torch.TorchThread;
import bankassistant.model.torch.TrainableDecoder;
import bankassistant.model.training.LowRank;
import bankassistant.policy.Section;
import bankassistant.privacy.Masker;
import bankassistant.retrieval.Evidence;
import bankassistant.retrieval.Finding;
import bankassistant.retrieval.Hit;
import bankassistant.retrieval.Passage;
import bankassistant.understanding.HeadUnderstander;
import bankassistant.understanding.ScriptedHeads;
import bankassistant.understanding.Understanders;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Parts around a chat, which remember whether they were closed. */
public class FakeParts implements Parts {

    private static final Evidence LOST = new Evidence(new Passage(FakeChat.CITATION.policy(), "Cards", "1", "0",
            new Section(FakeChat.CITATION.section(), "Lost", FakeChat.SENTENCE,
                    List.of(new Section.Span(0, FakeChat.SENTENCE.length())), List.of()),
            "Card Services"), List.of(0), 0.9);

    private final Chat chat;
    private final LanguageModel model;
    private final List<SignInRequest> requests = new ArrayList<>();
    private Role role = Role.TELLER;
    private Optional<Identity> identity = Optional.empty();
    private boolean closed;

    public FakeParts(Chat chat) {
        this(chat, null);
    }

    public FakeParts(Chat chat, LanguageModel model) {
        this.chat = chat;
        this.model = model;
    }

    /** Signs in as this role whoever asks, until told otherwise. */
    public FakeParts signingIn(Role role) {
        this.role = role;
        return this;
    }

    /** With real users in a folder, who have to sign in; of the demo bank, or none at first. */
    public FakeParts withUsersIn(Path folder, boolean demo) throws IOException {
        if (demo) {
            DemoUsers.prepare(folder);
        }
        identity = Optional.of(new Identity(folder, InstantSource.system(), new SecureRandom()));
        return this;
    }

    @Override
    public Identity identity() {
        return identity.orElseThrow();
    }

    @Override
    public Session signIn(SignInRequest request) throws IOException {
        requests.add(request);
        return identity.isPresent() ? new Entrance(identity.get()).enter(request) : Sessions.of(role);
    }

    @Override
    public Session signInBeside(SignInRequest request) throws IOException {
        requests.add(request);
        return identity.isPresent() ? new Entrance(identity.get()).enter(request) : Sessions.of(Role.ADMINISTRATOR);
    }

    @Override
    public void admit(Session session) {
        throw new UnsupportedOperationException("these parts have no users");
    }

    @Override
    public void dismiss(Session session) {
        session.close();
    }

    /** Those who signed in. */
    public List<SignInRequest> requests() {
        return requests;
    }

    @Override
    public Chat chat(Consumer<String> progress) {
        return chat;
    }

    @Override
    public Chat unrecordedChat(Consumer<String> progress) {
        return chat;
    }

    @Override
    public Masker masker(Consumer<String> progress) {
        return Masker.ofForms();
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
    public long restoreAudit(Path zip, Optional<Session> agreeing) throws IOException {
        throw new UnsupportedOperationException("these parts have a chat only");
    }

    @Override
    public List<OldStore> oldStores() {
        return List.of();
    }

    @Override
    public Settings settings() {
        return new Settings(data().resolve("identity"), InstantSource.system());
    }

    @Override
    public Session session() {
        return Sessions.of(role);
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

    /** Which finds {@link FakeChat#SENTENCE} for what is stolen, and nothing else. */
    @Override
    public EvidenceSearch evidence(Consumer<String> progress) {
        return new EvidenceSearch(Masker.ofForms(), understander(progress), _ -> Optional.empty(),
                question -> finding(question));
    }

    private static Finding finding(String question) {
        return question.contains("stolen")
                ? new Finding(Optional.of(LOST), List.of(new Hit(LOST.passage(), 1, 0.9)))
                : new Finding(Optional.empty(), List.of());
    }

    /** For which all words are alike. */
    @Override
    public TorchEncoder encoder() {
        throw new UnsupportedOperationException();
    }

    @Override
    public TokenEncoder tokenEncoder() {
        return text -> new float[][]{{1}};
    }

    @Override
    public Tokenizer tokenizer() {
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

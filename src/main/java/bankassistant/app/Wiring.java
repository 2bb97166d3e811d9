package bankassistant.app;

import bankassistant.answering.FigureCheck;
import bankassistant.answering.ModelWriter;
import bankassistant.audit.AuditLog;
import bankassistant.audit.AuditPlace;
import bankassistant.audit.OldStore;
import bankassistant.audit.Restoring;
import bankassistant.audit.Station;
import bankassistant.audit.record.Entry;
import bankassistant.chat.Chat;
import bankassistant.chat.ChatService;
import bankassistant.chat.EvidenceSearch;
import bankassistant.chat.GuardedChat;
import bankassistant.chat.Recorder;
import bankassistant.identity.FileKey;
import bankassistant.identity.Identity;
import bankassistant.identity.Permission;
import bankassistant.identity.Role;
import bankassistant.identity.Session;
import bankassistant.identity.Settings;
import bankassistant.identity.SignedIn;
import bankassistant.lab.heads.HeadTraining;
import bankassistant.model.LanguageModel;
import bankassistant.model.MessageHeads;
import bankassistant.model.ModelManifest;
import bankassistant.model.RecentScores;
import bankassistant.model.TokenEncoder;
import bankassistant.model.Tokenizer;
import bankassistant.model.token.BpeTokenizer;
import bankassistant.model.torch.DecoderClassifier;
import bankassistant.model.torch.LanguageModelLoader;
import bankassistant.model.torch.NativeHeap;
import bankassistant.model.torch.Precision;
import bankassistant.model.torch.TorchEncoder;
import bankassistant.model.torch.TorchThread;
import bankassistant.model.torch.TrainableDecoder;
import bankassistant.model.training.LowRank;
import bankassistant.model.weights.BertConfig;
import bankassistant.model.weights.GgufWeights;
import bankassistant.model.weights.HeadAdapter;
import bankassistant.model.weights.HeadTensors;
import bankassistant.model.weights.MergedWeights;
import bankassistant.model.weights.PeftAdapter;
import bankassistant.model.weights.WeightSource;
import bankassistant.policy.BankingIntents;
import bankassistant.policy.Policy;
import bankassistant.policy.PolicyException;
import bankassistant.policy.PolicyFolder;
import bankassistant.policy.PolicyLibrary;
import bankassistant.policy.PolicyReader;
import bankassistant.privacy.Masker;
import bankassistant.privacy.NameFinder;
import bankassistant.retrieval.EncoderEvidenceFinder;
import bankassistant.retrieval.EvidenceCalibration;
import bankassistant.retrieval.EvidenceFinder;
import bankassistant.retrieval.IndexKeeper;
import bankassistant.retrieval.IndexListener;
import bankassistant.retrieval.Phrasings;
import bankassistant.retrieval.PolicySource;
import bankassistant.retrieval.PolicyTexts;
import bankassistant.retrieval.PolicyWatcher;
import bankassistant.retrieval.SentenceHead;
import bankassistant.understanding.Calibration;
import bankassistant.understanding.Answerability;
import bankassistant.understanding.HeadUnderstander;
import bankassistant.understanding.IntentCatalog;
import bankassistant.understanding.VagueMeanings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the application's parts together, by hand and in one place. Whatever it opened it closes, last things first. */
final class Wiring implements Parts {

    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

    private static final String BASE_WEIGHTS = "base/SmolLM2-135M-Instruct.Q4_1.gguf";
    private static final String TOKENIZER = "base/tokenizer.json";
    private static final String HEADS = "banking_intents/";
    private static final String NAMES = "banking_pii/";
    private static final String EVIDENCE = "banking_evidence/";
    private static final String ANSWERS = "banking_llm_lora/";
    private static final Duration POLICY_CHECKS = Duration.ofSeconds(5);
    /** More threads than this gain nothing for a model of this size, and take the cores from what the person does. */
    private static final int MOST_THREADS = 4;

    private final Installation installation;
    private final Options options;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final AppFolders folders;
    /** The policies as they were last read. */
    private final AtomicReference<PolicyLibrary> library = new AtomicReference<>();
    /** There by the time that somebody has signed in. */
    private volatile Identity identity;
    private volatile Session session;
    private TorchThread torch;
    private TorchEncoder encoder;
    private HeadUnderstander understander;
    private Optional<SentenceHead> sentences = Optional.empty();
    private Masker masker;
    private MessageHeads scores;
    private LanguageModel model;
    private volatile ModelWriter writer;
    private Chat chat;
    private final Surroundings surroundings;
    private final LogKeeper log;

    /**
     * Opens the data folder and the log in it; the parts follow when they are asked for.
     *
     * @throws RefusedException if the data folder can't be used
     */
    Wiring(Options options, Surroundings surroundings, Installation installation) {
        this.installation = installation;
        this.options = options;
        this.surroundings = surroundings;
        folders = AppFolders.open(options, surroundings);
        opened.push(folders);
        Logging.to(folders.logs());
        NativeLibraries.keepIn(folders.natives());
        log = opened(new LogKeeper(key -> AuditLog.openWhereSound(auditPlace(), key, station(), Clock.systemUTC()),
                this::welcome, InstantSource.system()));
    }

    private void welcome(AuditLog open, Session entered) throws IOException {
        new SessionRecords(open, identity).began(entered);
        new SettingsRecords(open).record(settings());
    }

    @Override
    public synchronized Identity identity() throws IOException {
        if (identity == null) {
            if (options.demo()) {
                DemoUsers.prepare(folders.identity());
            }
            identity = new Identity(folders.identity(), InstantSource.system(), new SecureRandom());
        }
        return identity;
    }

    @Override
    public Session signIn(SignInRequest request) throws IOException {
        Session entered = new Entrance(identity()).enter(request);
        admit(entered);
        return entered;
    }

    @Override
    public Session signInBeside(SignInRequest request) throws IOException {
        return new Entrance(identity()).enter(request);
    }

    @Override
    public synchronized void admit(Session entered) {
        session = opened(entered);
        entered.whenLockedOrEnded(() -> Optional.ofNullable(writer).ifPresent(ModelWriter::forget));
        entered.whenRefused(() -> recordRefusal(entered));
    }

    /** At once where the person has the log's key and nobody else has it open; else it waits for the next who comes. */
    private void recordRefusal(Session refused) {
        try {
            if (refused.who().role() != Role.ADMINISTRATOR) {
                AuditLog open = log.openFor(refused);
                if (open.refusal().isEmpty()) {
                    new SessionRecords(open, identity).recordWaiting(refused);
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.info("A refused attempt waits to be recorded ({})", e.getClass().getSimpleName());
        }
    }

    @Override
    public synchronized void dismiss(Session leaving) {
        synchronized (opened) {
            opened.remove(leaving);
        }
        if (session == leaving) {
            session = null;
        }
        log.release(leaving);
    }

    @Override
    public synchronized Chat chat(Consumer<String> progress) throws IOException {
        signedIn().require(Permission.ASK);
        audit();
        if (chat == null) {
            Map<String, String> models = ModelManifest.read(installation.models()).hashes();
            chat = answering(progress, new AuditRecorder(log::open, this::user, library::get, models),
                    read -> log.note(new Entry.IndexBuilt(
                            read.policies().stream().collect(Collectors.toMap(Policy::id, Policy::sha256)))));
            log.note(new Entry.ModelLoaded(Chat.MODEL_NAME, models));
        }
        return new GuardedChat(chat, session);
    }

    @Override
    public synchronized Chat unrecordedChat(Consumer<String> progress) throws IOException {
        return answering(progress, Recorder.NONE, _ -> {});
    }

    private Chat answering(Consumer<String> progress, Recorder recorder, Consumer<PolicyLibrary> indexed)
            throws IOException {
        if (TorchEncoder.prepare(folders.cache())) {
            System.gc();
        }
        CompletableFuture<LanguageModel> loading = inBackground(() -> model(progress));
        EvidenceFinder finder = finder(progress, indexed);
        HeadUnderstander heads = understander(progress);
        // while the model is loaded: both at once is when the process is largest
        System.gc();
        writer = opened(new ModelWriter(result(loading)));
        ChatService service = new ChatService(masker(progress), heads, intent -> library.get().answering(intent),
                finder, writer, new FigureCheck(), recorder);
        // loading took a hundred megabytes that answering does not need
        System.gc();
        NativeHeap.giveBack();
        return service;
    }

    @Override
    public synchronized Masker masker(Consumer<String> progress) throws IOException {
        if (masker == null) {
            ModelManifest manifest = ModelManifest.read(installation.models());
            List<Path> names = adapterFolders(manifest, NAMES);
            if (names.size() != 1) {
                throw new RefusedException("This installation lacks the finder of names (" + NAMES
                        + " in its folder of models), without which nothing can be masked. Install it again.");
            }
            HeadAdapter adapter = HeadAdapter.open(names.getFirst(), BertConfig.BGE_SMALL);
            masker = Masker.ofForms().with(new NameFinder(encoder().tagger(adapter)));
        }
        return masker;
    }

    @Override
    public AuditLog audit() throws IOException {
        AuditLog open = auditToRead();
        open.refusal().ifPresent(reason -> {
            throw reason;
        });
        return open;
    }

    @Override
    public AuditLog auditToRead() throws IOException {
        return log.openFor(signedIn());
    }

    private Session signedIn() {
        Session present = session;
        if (present == null) {
            throw new RefusedException("Sign in first.");
        }
        return present;
    }

    @Override
    public long restoreAudit(Path zip, Optional<Session> agreeing) throws IOException {
        agreeing.ifPresent(other -> other.require(Permission.AGREE_TO_OLDER_STORE));
        try (FileKey key = LogKeeper.key(signedIn())) {
            return new Restoring(auditPlace(), key, station(), Clock.systemUTC()).restore(zip, user(),
                    agreeing.map(Session::who));
        }
    }

    private AuditPlace auditPlace() throws IOException {
        return new AuditPlace(folders.audit(), settings().audit().witnesses());
    }

    @Override
    public List<OldStore> oldStores() {
        return OldStore.in(folders.audit());
    }

    @Override
    public Settings settings() throws IOException {
        return identity().settings();
    }

    private Station station() {
        return new Station(Workstation.name(surroundings),
                Optional.ofNullable(Wiring.class.getPackage().getImplementationVersion()).orElse("in development"));
    }

    @Override
    public Path data() {
        return folders.root();
    }

    @Override
    public Session session() {
        return signedIn();
    }

    @Override
    public SignedIn user() {
        return signedIn().who();
    }

    @Override
    public LanguageModel model(Consumer<String> progress) throws IOException {
        TorchThread thread = torch();
        synchronized (thread) {
            if (model == null) {
                model = openModel(thread, progress);
            }
            return model;
        }
    }

    @Override
    public synchronized HeadUnderstander understander(Consumer<String> progress) throws IOException {
        if (understander == null) {
            ModelManifest manifest = ModelManifest.read(installation.models());
            List<Path> folders = new ArrayList<>(folders(manifest, HEADS, HeadTensors.FILE));
            if (folders.isEmpty()) {
                throw new RefusedException("This installation lacks the heads that understand messages (" + HEADS
                        + " in its folder of models). Install it again.");
            }
            // scored in one pass with the others
            folders.addAll(folders(manifest, EVIDENCE, HeadTensors.FILE));
            Calibration calibration = Calibration.read(manifest.verified(HEADS + "calibration.json"));
            IntentCatalog catalog = IntentCatalog.banking77();
            catalog.requireIn(manifest.verified(HEADS + "intents.txt"));
            scores = new RecentScores(opened(encoder().heads(folders)));
            sentences = sentenceHead(manifest);
            understander = new HeadUnderstander(scores, calibration, catalog,
                    VagueMeanings.packaged(),
                    sentences.<Answerability>map(head -> head::surest).orElse(Answerability.UNKNOWN));
        }
        return understander;
    }

    private static List<Path> adapterFolders(ModelManifest manifest, String parent) throws IOException {
        return folders(manifest, parent, "adapter_config.json");
    }

    /** Folders below this one that hold such a file, each file of them verified. */
    private static List<Path> folders(ModelManifest manifest, String parent, String name) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (String path : manifest.hashes().keySet()) {
            if (path.startsWith(parent)) {
                Path file = manifest.verified(path);
                if (path.endsWith("/" + name)) {
                    folders.add(file.getParent());
                }
            }
        }
        return folders;
    }

    @Override
    public TorchThread torch(int threads) {
        synchronized (opened) {
            if (torch == null) {
                torch = opened(new TorchThread(threads));
            }
            return torch;
        }
    }

    @Override
    public TrainableDecoder trainable(LowRank adapters) throws IOException {
        ModelManifest manifest = ModelManifest.read(installation.models());
        try (GgufWeights weights = GgufWeights.open(manifest.verified(BASE_WEIGHTS),
                manifest.hashes().get(BASE_WEIGHTS))) {
            return TrainableDecoder.open(torch(), weights, adapters, 0, 1);
        }
    }

    @Override
    public synchronized EvidenceSearch evidence(Consumer<String> progress) throws IOException {
        EvidenceFinder finder = finder(progress, _ -> {});
        return new EvidenceSearch(masker(progress), understander(progress), intent -> library.get().answering(intent),
                finder);
    }

    @Override
    public synchronized TokenEncoder tokenEncoder() throws IOException {
        return encoder();
    }

    @Override
    public Tokenizer tokenizer() throws IOException {
        ModelManifest manifest = ModelManifest.read(installation.models());
        try (GgufWeights weights = GgufWeights.open(manifest.verified(BASE_WEIGHTS),
                manifest.hashes().get(BASE_WEIGHTS))) {
            return BpeTokenizer.open(manifest.verified(TOKENIZER), weights.config().vocabulary());
        }
    }

    @Override
    public HeadTraining.Network classifier(TorchThread thread) {
        return (recipe, classes) -> {
            ModelManifest manifest = ModelManifest.read(installation.models());
            try (GgufWeights weights = GgufWeights.open(manifest.verified(BASE_WEIGHTS),
                    manifest.hashes().get(BASE_WEIGHTS))) {
                BpeTokenizer tokenizer = BpeTokenizer.open(manifest.verified(TOKENIZER), weights.config().vocabulary());
                return DecoderClassifier.open(thread, weights, tokenizer, recipe.adapters(), recipe.regularization(),
                        classes, recipe.plan().seed());
            }
        };
    }

    @Override
    public synchronized TorchEncoder encoder() throws IOException {
        if (encoder == null) {
            encoder = opened(TorchEncoder.open(torch(), folders.cache()));
        }
        return encoder;
    }

    private LanguageModel openModel(TorchThread thread, Consumer<String> progress) throws IOException {
        if (options.device() == Options.Device.GPU) {
            throw new RefusedException("This version computes on the processor only. Leave out --device gpu.");
        }
        ModelManifest manifest = ModelManifest.read(installation.models());
        try (GgufWeights weights = GgufWeights.open(manifest.verified(BASE_WEIGHTS),
                manifest.hashes().get(BASE_WEIGHTS))) {
            Path tokenizerFile = manifest.verified(TOKENIZER);
            LanguageModelLoader loader = new LanguageModelLoader(thread, folders.cache());
            WeightSource source = withAdapter(manifest, weights);
            if (!loader.isPrepared(source)) {
                progress.accept("Preparing the language model; later starts are quicker…");
            }
            int vocabulary = weights.config().vocabulary();
            return opened(loader.load(source, () -> BpeTokenizer.open(tokenizerFile, vocabulary), Precision.INT8));
        }
    }

    /** The weights with the answer adapter merged in, where there is one; each file of it is verified. */
    private static WeightSource withAdapter(ModelManifest manifest, WeightSource weights) throws IOException {
        if (!manifest.hashes().containsKey(ANSWERS + "adapter_config.json")) {
            return weights;
        }
        Path folder = adapterFolders(manifest, ANSWERS).getFirst();
        return new MergedWeights(weights, PeftAdapter.open(folder));
    }

    private EvidenceFinder finder(Consumer<String> progress, Consumer<PolicyLibrary> indexed) throws IOException {
        PolicyFolder reader = new PolicyFolder(new PolicyReader(), BankingIntents.names());
        Path folder = installation.policies();
        PolicySource policies = () -> {
            PolicyLibrary read = reader.read(folder);
            library.set(read);
            return new PolicyTexts(read.policies(), Phrasings.read(folder.resolve("phrasings.yaml")));
        };
        IndexKeeper index = opened(new IndexKeeper(policies, encoder(), folders.index(), listener(progress, indexed)));
        index.refresh();
        opened(new PolicyWatcher(folder, index, POLICY_CHECKS));
        ModelManifest manifest = ModelManifest.read(installation.models());
        if (!hasEvidence(manifest)) {
            return new EncoderEvidenceFinder(encoder(), index);
        }
        understander(progress);
        return new EncoderEvidenceFinder(encoder(), index, sentences.orElseThrow(), evidenceCalibration(manifest));
    }

    /** Scored in one pass with the heads that understand messages; empty in an installation without it. */
    private Optional<SentenceHead> sentenceHead(ModelManifest manifest) throws IOException {
        if (!hasEvidence(manifest)) {
            return Optional.empty();
        }
        List<String> classes = Files.readAllLines(manifest.verified(EVIDENCE + "classes.txt"));
        return Optional.of(new SentenceHead(scores, classes, evidenceCalibration(manifest).temperature()));
    }

    private static boolean hasEvidence(ModelManifest manifest) {
        return manifest.hashes().containsKey(EVIDENCE + "calibration.json");
    }

    private static EvidenceCalibration evidenceCalibration(ModelManifest manifest) throws IOException {
        return EvidenceCalibration.read(manifest.verified(EVIDENCE + "calibration.json"));
    }

    private IndexListener listener(Consumer<String> progress, Consumer<PolicyLibrary> indexed) {
        return new IndexListener() {

            private boolean told;

            @Override
            public void building(double done) {
                if (!told) {
                    told = true;
                    progress.accept("Reading the policies…");
                }
            }

            @Override
            public void ready() {
                if (told) {
                    told = false;
                    indexed.accept(library.get());
                }
            }

            @Override
            public void refused(PolicyException reason) {
                LOG.warn("The policies as they stand now are not used: {}", reason.getMessage());
            }
        };
    }

    private TorchThread torch() {
        return torch(Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS));
    }

    private <T extends AutoCloseable> T opened(T part) {
        synchronized (opened) {
            opened.push(part);
        }
        return part;
    }

    private static <T> CompletableFuture<T> inBackground(Opening<T> opening) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return opening.open();
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        }, task -> Thread.ofPlatform().daemon().name("opening").start(task));
    }

    private static <T> T result(CompletableFuture<T> future) throws IOException {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        synchronized (opened) {
            while (!opened.isEmpty()) {
                close(opened.pop());
            }
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("closing failed", e);
        }
    }

    @FunctionalInterface
    private interface Opening<T> {

        T open() throws IOException;
    }
}

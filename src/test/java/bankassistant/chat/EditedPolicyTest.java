package bankassistant.chat;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.answering.FigureCheck;
import bankassistant.answering.ModelWriter;
import bankassistant.model.RecentScores;
import bankassistant.model.torch.ModelExtension;
import bankassistant.model.torch.TestModels;
import bankassistant.model.torch.TorchEncoder;
import bankassistant.policy.BankingIntents;
import bankassistant.policy.PolicyFolder;
import bankassistant.policy.PolicyLibrary;
import bankassistant.policy.PolicyReader;
import bankassistant.privacy.Masker;
import bankassistant.retrieval.EncoderEvidenceFinder;
import bankassistant.retrieval.EvidenceCalibration;
import bankassistant.retrieval.IndexKeeper;
import bankassistant.retrieval.IndexListener;
import bankassistant.retrieval.PolicyTexts;
import bankassistant.retrieval.SentenceHead;
import bankassistant.understanding.Calibration;
import bankassistant.understanding.HeadUnderstander;
import bankassistant.understanding.IntentCatalog;
import bankassistant.understanding.VagueMeanings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** When the bank edits a figure the next answer has the new one, with the shipped models, policies and heads. */
@ExtendWith(ModelExtension.class)
class EditedPolicyTest {

    private static final Path POLICIES = Path.of("policies");
    private static final Path INTENTS = Path.of("models/banking_intents");
    private static final Path EVIDENCE = Path.of("models/banking_evidence");
    private static final String FEE = "What does an overdraft cost?";
    private static final String DEADLINE = "How many days do I have to activate my new card?";

    private final TestModels models;
    private final PolicyFolder reader = new PolicyFolder(new PolicyReader(), BankingIntents.names());
    private final AtomicReference<PolicyLibrary> library = new AtomicReference<>();
    private final List<String> shown = new ArrayList<>();
    @TempDir
    private Path folder;

    EditedPolicyTest(TestModels models) {
        this.models = models;
    }

    @Test
    void the_answer_after_an_edit_has_the_new_fee_and_the_new_duration_and_never_the_old_ones() throws Exception {
        Path policies = copyOfThePolicies();
        try (TorchEncoder encoder = TorchEncoder.open(models.thread(), folder.resolve("cache"));
                IndexKeeper index = new IndexKeeper(() -> read(policies), encoder, folder.resolve("index"),
                        new IndexListener() {
                        });
                ModelWriter writer = new ModelWriter(models.int8());
                Conversation conversation = new Conversation("c")) {
            index.refresh();
            Chat chat = chat(encoder, index, writer);
            assertThat(told(chat, conversation, FEE)).contains("$25").doesNotContain("$31");
            assertThat(told(chat, conversation, DEADLINE)).contains("90 days").doesNotContain("75 days");

            edit(policies.resolve("04-overdraft.md"), "$25 an item", "$31 an item");
            edit(policies.resolve("01-cards.md"), "by phone, within 90 days", "by phone, within 75 days");
            index.refresh();

            assertThat(told(chat, conversation, FEE)).contains("$31").doesNotContain("$25");
            assertThat(told(chat, conversation, DEADLINE)).contains("75 days").doesNotContain("90 days");
            assertThat(told(chat, new Conversation("d"), "how much do you charge me for each overdrawn item"))
                    .contains("$31").doesNotContain("$25");
        }
    }

    private Chat chat(TorchEncoder encoder, IndexKeeper index, ModelWriter writer) throws IOException {
        List<Path> heads = new ArrayList<>();
        try (Stream<Path> folders = Files.list(INTENTS)) {
            folders.filter(Files::isDirectory).sorted().forEach(heads::add);
        }
        heads.add(EVIDENCE.resolve("sentences"));
        RecentScores scores = new RecentScores(encoder.heads(heads));
        EvidenceCalibration calibration = EvidenceCalibration.read(EVIDENCE.resolve("calibration.json"));
        SentenceHead sentences = new SentenceHead(scores, Files.readAllLines(EVIDENCE.resolve("classes.txt")),
                calibration.temperature());
        return new ChatService(Masker.ofForms(),
                new HeadUnderstander(scores, Calibration.read(INTENTS.resolve("calibration.json")),
                        IntentCatalog.banking77(), VagueMeanings.packaged(), sentences::surest),
                intent -> library.get().answering(intent),
                new EncoderEvidenceFinder(encoder, index, sentences, calibration),
                writer, new FigureCheck());
    }

    /** All that anybody gets to read: what was shown while it was written, the answer, its sources. */
    private String told(Chat chat, Conversation conversation, String question) {
        shown.clear();
        Answer answer = chat.answer(conversation, question, event -> {
            if (event instanceof StageEvent.Sentence sentence) {
                shown.add(sentence.text());
            }
        }, Chat.Cancel.NEVER);
        String quotes = answer.citations().stream().map(Citation::quote).collect(Collectors.joining(" "));
        return String.join(" ", shown) + "\n" + answer.text() + "\n" + quotes;
    }

    /** Without the phrasings, whose vectors would take longest. */
    private PolicyTexts read(Path policies) {
        try {
            library.set(reader.read(policies));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PolicyTexts(library.get().policies(), Map.of());
    }

    private Path copyOfThePolicies() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("policies"));
        try (Stream<Path> files = Files.list(POLICIES)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    private static void edit(Path file, String old, String replacement) throws IOException {
        String text = Files.readString(file);
        assertThat(text).containsOnlyOnce(old);
        Files.writeString(file, text.replace(old, replacement));
    }
}

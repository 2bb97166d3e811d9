package bankassistant.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.lab.RetrievalEvaluation;
import bankassistant.model.torch.TorchEncoder;
import bankassistant.model.torch.TorchThread;
import bankassistant.policy.BankingIntents;
import bankassistant.policy.PolicyFolder;
import bankassistant.policy.PolicyReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real encoder on the real policies, held to what the product promises. */
class RetrievalQualityTest {

    private static final Path QUESTIONS = Path.of("src/test/resources/bankassistant/retrieval");

    private static final Path POLICIES = Path.of("policies");

    @TempDir
    private static Path folder;

    private static TorchThread thread;
    private static TorchEncoder encoder;
    private static IndexKeeper keeper;
    private static EvidenceFinder finder;
    private static List<RetrievalEvaluation.Question> questions;

    @BeforeAll
    static void build() throws IOException {
        thread = new TorchThread(2);
        encoder = TorchEncoder.open(thread, folder);
        PolicyFolder policies = new PolicyFolder(new PolicyReader(), BankingIntents.names());
        keeper = new IndexKeeper(() -> new PolicyTexts(policies.read(POLICIES).policies(),
                Phrasings.read(POLICIES.resolve("phrasings.yaml"))), encoder, folder.resolve("index"), new IndexListener() {});
        keeper.refresh();
        finder = new EncoderEvidenceFinder(encoder, keeper);
        questions = new ArrayList<>(RetrievalEvaluation.read(QUESTIONS.resolve("questions-first.csv")));
    }

    @AfterAll
    static void close() throws IOException {
        keeper.close();
        encoder.close();
        thread.close();
    }

    @Test
    void the_right_section_comes_first_nine_times_in_ten_and_is_nearly_always_among_three() {
        RetrievalEvaluation.Result result = new RetrievalEvaluation(finder).run(questions);
        assertThat(result.recallAt1().value()).as("recall@1, mistakes: %s", result.mistakes())
                .isGreaterThanOrEqualTo(0.90);
        assertThat(result.recallAt3().value()).as("recall@3, mistakes: %s", result.mistakes())
                .isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void banking_questions_have_evidence_and_others_have_none() {
        long unanswered = questions.stream().filter(question -> finder.find(question.question()).evidence().isEmpty())
                .count();
        assertThat(unanswered / (double) questions.size()).isLessThanOrEqualTo(0.05);
        for (String other : List.of("Will it rain in Chicago tomorrow?", "Play some jazz", "Who wrote Moby-Dick?",
                "set an alarm for 7", "What is the capital of Peru?", "How long do I boil an egg?")) {
            assertThat(finder.find(other).evidence()).as(other).isEmpty();
        }
    }

    @Test
    void a_search_takes_less_than_three_milliseconds_without_the_encoder() throws IOException {
        List<float[]> vectors = questions.stream().limit(50)
                .map(question -> encoder.encodeQuestion(question.question())).toList();
        double[] milliseconds = new double[2000];
        for (int i = 0; i < milliseconds.length; i++) {
            int number = i % vectors.size();
            long start = System.nanoTime();
            keeper.use(index -> index.search(questions.get(number).question(), vectors.get(number), 5,
                    RankWeights.CHOSEN));
            milliseconds[i] = (System.nanoTime() - start) / 1e6;
        }
        double[] warm = Arrays.copyOfRange(milliseconds, 1000, 2000);
        Arrays.sort(warm);
        assertThat(warm[500]).isLessThan(3);
    }
}

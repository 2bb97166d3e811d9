package bankassistant.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.lab.RetrievalEvaluation;
import bankassistant.model.torch.TorchEncoder;
import bankassistant.model.torch.TorchThread;
import bankassistant.policy.BankingIntents;
import bankassistant.policy.PolicyFolder;
import bankassistant.policy.PolicyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real encoder on the real policies and the development questions. */
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
                Phrasings.read(POLICIES.resolve("phrasings.yaml"))), encoder, folder.resolve("index"),
                new IndexListener() {
                });
        keeper.refresh();
        EvidenceFinder real = new EncoderEvidenceFinder(encoder, keeper);
        Map<String, Finding> found = new HashMap<>();
        finder = question -> found.computeIfAbsent(question, real::find);
        questions = RetrievalEvaluation.read(QUESTIONS.resolve("questions.csv"));
    }

    @AfterAll
    static void close() throws IOException {
        keeper.close();
        encoder.close();
        thread.close();
    }

    /** Floors just under what was measured (92.1 % and 98.6 %), so that no change loses it. */
    @Test
    void the_right_section_is_found_no_less_often_than_before() {
        RetrievalEvaluation.Result result = new RetrievalEvaluation(finder).run(questions);
        System.out.printf("recall@1 %.3f [%.3f, %.3f], recall@3 %.3f [%.3f, %.3f], n = %d%n",
                result.recallAt1().value(), result.recallAt1().low(), result.recallAt1().high(),
                result.recallAt3().value(), result.recallAt3().low(), result.recallAt3().high(), questions.size());
        assertThat(result.recallAt1().value()).as("recall@1").isGreaterThanOrEqualTo(0.91);
        assertThat(result.recallAt3().value()).as("recall@3").isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void most_banking_questions_have_evidence_and_questions_of_other_kinds_have_none() throws IOException {
        long unanswered = questions.stream().filter(question -> finder.find(question.question()).evidence().isEmpty())
                .count();
        assertThat(unanswered / (double) questions.size()).isLessThanOrEqualTo(0.03);
        // the second half of the file is about other things than banking
        List<String> unanswerable = Files.readAllLines(QUESTIONS.resolve("unanswerable.csv"));
        List<String> others = unanswerable.subList(61, 121);
        assertThat(others).filteredOn(other -> finder.find(other).evidence().isPresent()).isEmpty();
        // of those that sound like banking, some pass: a stricter threshold would refuse too many that have an answer
        List<String> like = unanswerable.subList(1, 61);
        assertThat(like).filteredOn(other -> finder.find(other).evidence().isEmpty()).hasSizeGreaterThanOrEqualTo(18);
    }

    @Test
    void a_search_takes_less_than_three_milliseconds_without_the_encoder() throws IOException {
        List<float[]> vectors = questions.stream().limit(50)
                .map(question -> encoder.encodeQuestion(question.question())).toList();
        double[] milliseconds = new double[2000];
        for (int i = 0; i < milliseconds.length; i++) {
            int number = i % vectors.size();
            long start = System.nanoTime();
            keeper.use(index -> index.search(
                    new QuestionWords(index.vocabulary(), encoder::knows)
                            .writtenOut(questions.get(number).question()),
                    vectors.get(number), SectionHint.NONE, 5, RankWeights.CHOSEN));
            milliseconds[i] = (System.nanoTime() - start) / 1e6;
        }
        double[] warm = Arrays.copyOfRange(milliseconds, 1000, 2000);
        Arrays.sort(warm);
        System.out.printf("search: median %.2f ms, 95th percentile %.2f ms%n", warm[500], warm[950]);
        assertThat(warm[500]).isLessThan(3);
    }
}

package bankassistant.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.lab.EvidenceEvaluation;
import bankassistant.lab.RetrievalEvaluation;
import bankassistant.model.torch.TorchEncoder;
import bankassistant.model.torch.TorchThread;
import bankassistant.policy.BankingIntents;
import bankassistant.policy.Policy;
import bankassistant.policy.PolicyFolder;
import bankassistant.policy.PolicyReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped head on the shipped policies, with a part of the development questions and without hints of intents. */
class EvidenceQualityTest {

    private static final Path HEAD = Path.of("models/banking_evidence");
    private static final Path QUESTIONS = Path.of("src/test/resources/bankassistant/answers");

    @TempDir
    private static Path folder;

    private static TorchThread thread;
    private static TorchEncoder encoder;
    private static IndexKeeper keeper;
    private static EncoderEvidenceFinder finder;

    @BeforeAll
    static void build() throws Exception {
        List<Policy> policies = new PolicyFolder(new PolicyReader(), BankingIntents.names()).read(Path.of("policies"))
                .policies();
        thread = new TorchThread(2);
        encoder = TorchEncoder.open(thread, folder.resolve("cache"));
        keeper = new IndexKeeper(
                () -> new PolicyTexts(policies, Phrasings.read(Path.of("policies/phrasings.yaml"))), encoder,
                folder.resolve("index"), new IndexListener() {
                });
        keeper.refresh();
        EvidenceCalibration calibration = EvidenceCalibration.read(HEAD.resolve("calibration.json"));
        SentenceHead head = new SentenceHead(
                encoder.heads(List.of(HEAD.resolve("sentences"))),
                Files.readAllLines(HEAD.resolve("classes.txt")), calibration.temperature());
        finder = new EncoderEvidenceFinder(encoder, keeper, head, calibration);
    }

    @AfterAll
    static void close() throws Exception {
        keeper.close();
        encoder.close();
        thread.close();
    }

    @Test
    void the_shipped_head_chooses_as_well_as_its_card_says() throws Exception {
        List<RetrievalEvaluation.Question> all = RetrievalEvaluation.read(QUESTIONS.resolve("evidence-dev.csv"));
        EvidenceEvaluation.Result result = new EvidenceEvaluation(finder::find).run(
                IntStream.range(0, all.size()).filter(i -> i % 3 == 0).mapToObj(all::get).toList());

        assertThat(result.rightEvidence().orElseThrow().value()).isGreaterThan(0.92);
        assertThat(result.refused().orElseThrow().value()).isLessThan(0.06);
        assertThat(result.recognised().orElseThrow().value()).isGreaterThan(0.85);
    }

    @Test
    void questions_of_a_hurry_find_their_sentence() throws Exception {
        EvidenceEvaluation.Result result = new EvidenceEvaluation(finder::find)
                .run(RetrievalEvaluation.read(QUESTIONS.resolve("counter-dev.csv")));

        assertThat(result.rightEvidence().orElseThrow().value()).isGreaterThan(0.95);
    }

    @Test
    void most_questions_of_two_things_get_both_sections() throws Exception {
        List<String[]> twofold = Files.readAllLines(QUESTIONS.resolve("two-sections.csv")).stream().skip(1)
                .map(line -> line.split(",(?=[a-z-]+/)")).toList();

        assertThat(twofold)
                .filteredOn(row -> sections(finder.find(row[0].replace("\"", ""))).equals(Set.of(row[1], row[2])))
                .hasSizeGreaterThanOrEqualTo(21);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "My wallet was stolen on Monday but I was in hospital till Saturday and could only call today. How much of this do I have to pay?",
            "the card is gone since last week and she only says so now, how much is on her",
            "if i report my stolen card tomorrow instead of today does it cost me more"})
    void a_late_report_of_a_card_is_told_both_limits(String question) {
        assertThat(evidence(question).map(Evidence::text)).anySatisfy(
                text -> assertThat(text).contains("at most $50").contains("as much as $500"));
    }

    /** Questions that once found a near section. */
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", value = {"denied credit - reason? => credit/credit-denial",
            "Customer got a denial for the credit card, he wants the reasons, do we have to give them? => credit/credit-denial",
            "mistake on my bank statement from two months ago, too late? => cards/report-error",
            "deadline stmt error => cards/report-error",
            "an error investigation, when will I see my money again => cards/error-investigation",
            "wire cutoff int'l? => transfers/international-wire"})
    void wordings_that_once_found_a_near_section_find_the_right_one(String question, String section) {
        assertThat(sections(finder.find(question))).contains(section);
    }

    private static Stream<Evidence> evidence(String question) {
        Finding finding = finder.find(question);
        return Stream.concat(finding.evidence().stream(), finding.also().stream());
    }

    private static Set<String> sections(Finding finding) {
        return Stream.concat(finding.evidence().stream(), finding.also().stream()).map(of -> of.passage().key())
                .collect(Collectors.toSet());
    }
}

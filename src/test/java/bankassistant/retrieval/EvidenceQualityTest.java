package bankassistant.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.lab.EvidenceEvaluation;
import bankassistant.lab.RetrievalEvaluation;
import bankassistant.model.torch.TorchEncoder;
import bankassistant.model.torch.TorchThread;
import bankassistant.model.weights.BertConfig;
import bankassistant.model.weights.HeadAdapter;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped head on the shipped policies, with a third of the development questions and without hints of intents. */
class EvidenceQualityTest {

    private static final Path HEAD = Path.of("models/banking_evidence");
    private static final Path QUESTIONS = Path.of("src/test/resources/bankassistant/answers/evidence-dev.csv");

    private static final Path TWO_SECTIONS = Path
            .of("src/test/resources/bankassistant/answers/two-sections.csv");

    @TempDir
    private Path folder;

    @Test
    void the_shipped_head_chooses_as_well_as_its_card_says() throws Exception {
        List<Policy> policies = new PolicyFolder(new PolicyReader(), BankingIntents.names()).read(Path.of("policies"))
                .policies();
        List<RetrievalEvaluation.Question> all = RetrievalEvaluation.read(QUESTIONS);
        List<RetrievalEvaluation.Question> third = IntStream.range(0, all.size()).filter(i -> i % 3 == 0)
                .mapToObj(all::get).toList();
        try (TorchThread thread = new TorchThread(2);
                TorchEncoder encoder = TorchEncoder.open(thread, folder.resolve("cache"));
                IndexKeeper keeper = new IndexKeeper(
                        () -> new PolicyTexts(policies, Phrasings.read(Path.of("policies/phrasings.yaml"))), encoder,
                        folder.resolve("index"), new IndexListener() {
                        })) {
            keeper.refresh();
            EvidenceCalibration calibration = EvidenceCalibration.read(HEAD.resolve("calibration.json"));
            SentenceHead head = new SentenceHead(
                    encoder.heads(List.of(HeadAdapter.open(HEAD.resolve("sentences"), BertConfig.BGE_SMALL))),
                    Files.readAllLines(HEAD.resolve("classes.txt")), calibration.temperature());

            EncoderEvidenceFinder finder = new EncoderEvidenceFinder(encoder, keeper, head, calibration);
            EvidenceEvaluation.Result result = new EvidenceEvaluation(finder::find).run(third);

            List<String[]> twofold = Files.readAllLines(TWO_SECTIONS).stream().skip(1)
                    .map(line -> line.split(",(?=[a-z-]+/)")).toList();
            assertThat(twofold)
                    .filteredOn(row -> sections(finder.find(row[0].replace("\"", ""))).equals(Set.of(row[1], row[2])))
                    .hasSizeGreaterThanOrEqualTo(15);
            assertThat(result.rightEvidence().orElseThrow().value()).isGreaterThan(0.86);
            assertThat(result.refused().orElseThrow().value()).isLessThan(0.08);
            assertThat(result.recognised().orElseThrow().value()).isGreaterThan(0.85);
        }
    }

    private static Set<String> sections(Finding finding) {
        return Stream.concat(finding.evidence().stream(), finding.also().stream()).map(of -> of.passage().key())
                .collect(Collectors.toSet());
    }
}

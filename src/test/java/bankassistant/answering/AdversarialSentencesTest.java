package bankassistant.answering;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.model.Generation.FinishReason;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the check lets pass of {@code adversarial.csv}; the limits are what was measured, not what is wished for. */
class AdversarialSentencesTest {

    private final FigureCheck check = new FigureCheck();

    @ParameterizedTest
    @CsvSource({"seen, 0.000, 0.08", "kept, 0.03, 0.145", "second, 0.000, 0.21"})
    void catches_lies_and_lets_right_wordings_pass(String half, double mostLiesPassed, double mostRightRefused) {
        List<AdversarialSentences> rows = AdversarialSentences.read().stream().filter(row -> row.half().equals(half))
                .toList();
        List<AdversarialSentences> lies = rows.stream().filter(row -> !row.isRight()).toList();
        List<AdversarialSentences> right = rows.stream().filter(AdversarialSentences::isRight).toList();

        assertThat(share(lies, true)).isLessThanOrEqualTo(mostLiesPassed);
        assertThat(share(right, false)).isLessThanOrEqualTo(mostRightRefused);
    }

    private double share(List<AdversarialSentences> rows, boolean passed) {
        return (double) rows.stream().filter(row -> passes(row) == passed).count() / rows.size();
    }

    /** Sentence by sentence; whether the figure asked for is there is another question. */
    private boolean passes(AdversarialSentences row) {
        AnswerCheck answer = check.begin(
                EvidenceSamples.evidence(row.title(), row.evidenceSentences().toArray(String[]::new)), row.question());
        return new Writing(row.sentence(), FinishReason.END_OF_TURN, 1, 1, 0).sentences().stream()
                .allMatch(sentence -> answer.take(sentence).isPresent());
    }
}

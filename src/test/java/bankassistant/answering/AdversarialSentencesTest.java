package bankassistant.answering;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.answering.AnswerCheck.Passed;
import bankassistant.model.Generation.FinishReason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the check lets pass of {@code adversarial.csv}; the limits are what was measured, not what is wished for. */
class AdversarialSentencesTest {

    private final FigureCheck check = new FigureCheck();

    @ParameterizedTest
    @CsvSource({"seen, 0.000, 0.067", "kept, 0.028, 0.13", "second, 0.000, 0.10", "third, 0.000, 0.115",
            "third-kept, 0.017, 0.24"})
    void catches_lies_and_lets_right_wordings_pass(String half, double mostLiesPassed, double mostRightRefused) {
        List<AdversarialSentences> rows = AdversarialSentences.read().stream().filter(row -> row.half().equals(half))
                .toList();
        List<AdversarialSentences> lies = rows.stream().filter(row -> !row.isRight()).toList();
        List<AdversarialSentences> right = rows.stream().filter(AdversarialSentences::isRight).toList();

        long told = lies.stream().filter(row -> shown(row).equals(row.sentence())).count();
        long refused = right.stream().filter(row -> shown(row).isEmpty()).count();
        long withoutYesOrNo = right.stream().map(this::shown).filter(text -> !text.isEmpty()).count()
                - right.stream().filter(row -> shown(row).equals(row.sentence())).count();
        System.out.printf("%s: %d of %d lies pass, %d of %d right ones are refused, %d more lose their yes or no%n",
                half,
                told, lies.size(), refused, right.size(), withoutYesOrNo);
        assertThat((double) told / lies.size()).isLessThanOrEqualTo(mostLiesPassed);
        assertThat((double) refused / right.size()).isLessThanOrEqualTo(mostRightRefused);
    }

    /**
     * What is shown of it, sentence by sentence: all, all but a yes or a no, or nothing. Whether the figure asked for is there is
     * another question.
     */
    private String shown(AdversarialSentences row) {
        AnswerCheck answer = check.begin(
                EvidenceSamples.evidence(row.title(), row.evidenceSentences().toArray(String[]::new)), row.question());
        List<Optional<Passed>> taken = new Writing(row.sentence(), FinishReason.END_OF_TURN, 1, 1, 0).sentences()
                .stream().map(answer::take).toList();
        return taken.stream().allMatch(Optional::isPresent)
                ? taken.stream().map(passed -> passed.get().text()).collect(Collectors.joining(" "))
                : "";
    }
}

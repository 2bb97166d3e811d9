package bankassistant.lab.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import bankassistant.lab.DataFileException;
import bankassistant.lab.Proportion;
import bankassistant.lab.answers.AnswerEvaluation.Answered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerEvaluationTest {

    /** Letters are tokens; a letter is near to itself only. */
    private static final BertScore SCORE = new BertScore(
            text -> text.chars().filter(Character::isLetter).mapToObj(c -> {
                float[] vector = new float[128];
                vector[c] = 1;
                return vector;
            }).toArray(float[][]::new));

    private static final AnswerQuestion FEE = new AnswerQuestion("What is the fee?", List.of("$5"), List.of("$10"),
            "cards", "fee", "abcd");

    @Test
    void an_answer_passes_with_all_it_must_hold_and_nothing_it_must_not() {
        AnswerEvaluation.Result result = run(new Answered("written", "It costs $5.", Optional.of("$5, or $10 abroad.")),
                new Answered("quoted", "$5, or $10 abroad.", Optional.of("$5, or $10 abroad.")),
                new Answered("withheld", "Ask the manager.", Optional.empty()));

        assertThat(result.answers().passed()).isEqualTo(new Proportion(1, 3));
        assertThat(result.quotations().passed()).isEqualTo(new Proportion(0, 3));
        assertThat(result.written().orElseThrow().passed()).isEqualTo(new Proportion(1, 1));
        assertThat(result.writtenIfQuoted().orElseThrow().passed()).isEqualTo(new Proportion(0, 1));
        assertThat(result.kinds()).isEqualTo(Map.of("written", 1, "quoted", 1, "withheld", 1));
        assertThat(result.mistakes()).hasSize(2);
    }

    @Test
    void answers_on_evidence_are_compared_with_the_reference() {
        AnswerEvaluation.Result result = run(new Answered("written", "ab", Optional.of("abcd")),
                new Answered("withheld", "zzz", Optional.empty()));

        // every token of the answer is in the reference, half of the reference's in the answer
        assertThat(result.answers().bertScore()).hasValueCloseTo(2 * 1 * 0.5 / 1.5, within(1e-9));
        assertThat(result.quotations().bertScore()).hasValueCloseTo(1.0, within(1e-9));
    }

    @Test
    void a_line_that_is_no_question_is_named(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("answers.jsonl"), """
                {"question":"q","must":["$5"],"must_not":[],"policy":"p","section":"s"}
                {"question":"q","must":[],"policy":"p","section":"s"}
                """);
        assertThatThrownBy(() -> AnswerQuestion.read(file)).isInstanceOf(DataFileException.class)
                .hasMessageContaining("2");
    }

    private static AnswerEvaluation.Result run(Answered... answers) {
        int[] next = new int[1];
        return new AnswerEvaluation(_ -> answers[next[0]++], SCORE)
                .run(Collections.nCopies(answers.length, FEE));
    }
}

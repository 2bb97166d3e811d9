package bankassistant.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bankassistant.lab.RetrievalEvaluation.Question;
import bankassistant.policy.Section;
import bankassistant.retrieval.Finding;
import bankassistant.retrieval.Hit;
import bankassistant.retrieval.Passage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetrievalEvaluationTest {

    @Test
    void counts_the_first_and_the_first_three(@TempDir Path folder) throws IOException {
        Path csv = Files.writeString(folder.resolve("questions.csv"), """
                question,policy,section,sentence
                "first, with a comma",p,a,
                second,p,b,"The answer."
                fourth,p,d,
                """);
        RetrievalEvaluation.Result result = new RetrievalEvaluation(_ -> found("a", "b", "c", "d"))
                .run(RetrievalEvaluation.read(csv));
        assertThat(result.recallAt1()).isEqualTo(new Proportion(1, 3));
        assertThat(result.recallAt3()).isEqualTo(new Proportion(2, 3));
        assertThat(result.mistakes()).extracting(Mistake::text).containsExactly("second",
                "fourth");
        assertThat(result.mistakes().getFirst().predicted()).isEqualTo("p/a p/b p/c");
    }

    @Test
    void finding_nothing_is_a_mistake() {
        RetrievalEvaluation.Result result = new RetrievalEvaluation(_ -> found())
                .run(List.of(new Question("any", "p", "a", "")));
        assertThat(result.recallAt3().right()).isZero();
        assertThat(result.mistakes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "question,policy,section,sentence\n", "text,intent\na,b\n", "question\na\n",
            "question,policy,section\n,p,a\n"})
    void a_file_without_questions_or_their_sections_is_named(String content, @TempDir Path folder) throws IOException {
        Path csv = Files.writeString(folder.resolve("questions.csv"), content);
        assertThatExceptionOfType(DataFileException.class).isThrownBy(() -> RetrievalEvaluation.read(csv))
                .withMessageContaining(csv.toString());
    }

    private static Finding found(String... sections) {
        return new Finding(Optional.empty(), Stream.of(sections).map(RetrievalEvaluationTest::hit).toList());
    }

    private static Hit hit(String id) {
        Section section = new Section(id, "Title", "a", List.of(new Section.Span(0, 1)), List.of());
        return new Hit(new Passage("p", "Policy", "1", "0", section, "Cards"), 1, 0.5);
    }
}

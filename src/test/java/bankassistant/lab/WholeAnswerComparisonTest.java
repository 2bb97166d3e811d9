package bankassistant.lab;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.app.Main;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The product's whole answers, from masking to the record, beside llama.cpp that is given three passages and the question:
 * {@code mvn -B verify -Pcompare}. Both answer the same questions with answers of like length, in turns. It fails if something
 * does not run, not if a target is missed.
 */
@Tag("compare")
class WholeAnswerComparisonTest {

    private static final Path FOLDER = Path.of("target/compare").toAbsolutePath();
    private static final Path SHIPPED = Path.of("models/base/SmolLM2-135M-Instruct.Q4_1.gguf").toAbsolutePath();
    private static final Path QUESTIONS = Path.of("src/test/resources/bankassistant/retrieval/questions.csv");
    private static final int EACH = 5;
    private static final int THREADS = 2;
    /** What the product's answers have on average. */
    private static final int ANSWER_TOKENS = 24;
    private static final int ROUNDS = 2;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Test
    void whole_answers_are_measured_beside_llama_cpp_with_three_passages() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        ChildProcess processes = new ChildProcess(FOLDER);
        Path questions = questions();
        Path q40 = FOLDER.resolve("model.Q4_0.gguf");
        Requantizer.requantize(SHIPPED, q40, BlockFormat.Q4_0);
        List<String> ours = List.of("--demo", "--data", FOLDER.resolve("data").toString(), "bench", "--answers",
                questions.toString(), "--json");
        List<String> theirs = List.of(q40.toString(), Path.of("policies").toAbsolutePath().toString(),
                questions.toString(), "" + THREADS, "" + ANSWER_TOKENS);
        for (int round = 0; round < ROUNDS; round++) {
            JsonNode product = processes.run(Main.class, ours, ThreadWaiting.SHIPPED, LIMIT);
            JsonNode llamaCpp = processes.run(MeasureUsualPrompt.class, theirs, ThreadWaiting.DEFAULT, LIMIT);
            System.out.printf("whole answers, ours: %s%nllama.cpp, Q4_0, three passages: %s%n", product, llamaCpp);
            System.out.printf("times as fast (goal 3): median %.2f, 95th percentile %.2f%n",
                    ratio("answer_p50_ms", llamaCpp, product), ratio("answer_p95_ms", llamaCpp, product));
            assertThat(ratio("answer_p50_ms", llamaCpp, product)).isPositive().isFinite();
        }
    }

    private static double ratio(String figure, JsonNode of, JsonNode to) {
        return of.get(figure).doubleValue() / to.get(figure).doubleValue();
    }

    private static Path questions() throws IOException {
        List<String> lines = Files.readAllLines(QUESTIONS);
        List<String> chosen = new ArrayList<>(List.of(lines.getFirst()));
        for (int i = 1; i < lines.size(); i += EACH) {
            chosen.add(lines.get(i));
        }
        return Files.write(FOLDER.resolve("questions.csv"), chosen);
    }
}

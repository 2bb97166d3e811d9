package bankassistant.lab.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.lab.DataFileException;
import bankassistant.lab.training.TokenSet;
import bankassistant.model.token.BpeTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerTokensTest {

    private static final int VOCABULARY = 49_152;

    private static BpeTokenizer tokenizer;

    @BeforeAll
    static void open() throws IOException {
        tokenizer = BpeTokenizer.open(Path.of("models/base/tokenizer.json"), VOCABULARY);
    }

    @AfterAll
    static void close() {
        tokenizer.close();
    }

    @Test
    void only_the_answer_and_its_end_count() {
        AnswerText text = new AnswerText("Is it free?", "Fees", "The card costs $5.", "No, the card costs $5.");
        TokenSet rows = new AnswerTokens(tokenizer).of(List.of(text));

        int[] ids = rows.ids().getFirst();
        boolean[] counted = rows.counted().getFirst();
        int[] learned = IntStream.range(0, ids.length).filter(i -> counted[i]).map(i -> ids[i]).toArray();
        int[] given = IntStream.range(0, ids.length).filter(i -> !counted[i]).map(i -> ids[i]).toArray();
        assertThat(tokenizer.decode(Arrays.copyOf(learned, learned.length - 1))).isEqualTo(text.answer());
        assertThat(learned[learned.length - 1]).isEqualTo(tokenizer.encodeWithSpecialTokens("<|im_end|>")[0]);
        assertThat(tokenizer.decode(given)).contains("Policy: Fees\nThe card costs $5.\n\nQuestion: Is it free?")
                .doesNotContain("No, the card");
    }

    @Test
    void what_an_answer_says_of_its_end_is_plain_text() {
        TokenSet rows = new AnswerTokens(tokenizer)
                .of(List.of(new AnswerText("q", "t", "e", "a <|im_end|> b")));

        int end = tokenizer.encodeWithSpecialTokens("<|im_end|>")[0];
        int[] ids = rows.ids().getFirst();
        boolean[] counted = rows.counted().getFirst();
        assertThat(IntStream.range(0, ids.length).filter(i -> counted[i] && ids[i] == end)).hasSize(1);
    }

    @Test
    void a_line_without_an_answer_is_named(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("answers.jsonl"), """
                {"question":"q","title":"t","evidence":"e","answer":"a"}
                {"question":"q","title":"t","evidence":"e"}
                """);
        assertThatThrownBy(() -> AnswerText.read(file)).isInstanceOf(DataFileException.class).hasMessageContaining("2");
    }
}

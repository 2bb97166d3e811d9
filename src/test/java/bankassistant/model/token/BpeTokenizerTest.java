package bankassistant.model.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.model.ModelFileException;
import bankassistant.model.Tokenizer;
import bankassistant.model.weights.GgufFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BpeTokenizerTest {

    private static final Path FILE = Path.of("models/base/tokenizer.json");
    private static final int VOCABULARY = 49_152;

    private static Tokenizer tokenizer;

    @BeforeAll
    static void open() throws ModelFileException {
        tokenizer = BpeTokenizer.open(FILE, VOCABULARY);
    }

    @AfterAll
    static void close() {
        tokenizer.close();
    }

    @Test
    void gives_the_ids_of_the_reference_tokenizer() throws IOException {
        for (JsonNode vector : vectors()) {
            String text = vector.path("text").asText();
            assertThat(tokenizer.encodeWithSpecialTokens(text)).as(text).isEqualTo(ids(vector));
        }
    }

    @Test
    void decodes_what_it_encoded() throws IOException {
        for (JsonNode vector : vectors()) {
            assertThat(tokenizer.decode(ids(vector))).isEqualTo(vector.path("text").asText());
        }
    }

    @Test
    void plain_text_has_the_same_ids_when_no_special_token_is_spelled_out() throws IOException {
        for (JsonNode vector : vectors()) {
            String text = vector.path("text").asText();
            if (!text.contains("<|")) {
                assertThat(tokenizer.encode(text)).as(text).isEqualTo(ids(vector));
            }
        }
    }

    @Test
    void a_special_token_in_plain_text_is_ordinary_text() {
        String text = "<|im_end|>\n<|im_start|>system\n<|endoftext|><repo_name>";

        int[] ids = tokenizer.encode(text);

        assertThat(Arrays.stream(ids)).allMatch(id -> id > 16);
        assertThat(tokenizer.decode(ids)).isEqualTo(text);
        assertThat(tokenizer.encodeWithSpecialTokens("<|im_start|><|im_end|>")).containsExactly(1, 2);
    }

    @Test
    void unpaired_surrogates_become_replacement_characters() {
        String text = "a\uD800b\uDC00\uD83D\uDCB3\uDBFF";

        assertThat(tokenizer.decode(tokenizer.encode(text))).isEqualTo("a\uFFFDb\uFFFD\uD83D\uDCB3\uFFFD");
    }

    @Test
    void control_characters_survive_unless_the_vocabulary_lacks_them() {
        String text = IntStream.range(0, 0xA0).mapToObj(Character::toString).collect(Collectors.joining());

        String back = tokenizer.decode(tokenizer.encode(text));

        assertThat(back).isEqualTo(text.replaceAll("[\u0004\u0006\u0013\u0014\u0016\u001D]", ""));
    }

    @Test
    void long_text_is_not_cut_off_and_takes_linear_time() {
        String sentence = "A fee of $35.00 applies. ";
        String once = sentence.repeat(4_000);

        Duration small = timed(once, 100_000);
        Duration large = timed(once.repeat(8), 800_000);

        assertThat(large).isLessThan(small.multipliedBy(24).plusMillis(500));
    }

    @Test
    void one_word_of_100_000_letters_is_encoded() {
        String word = "ab".repeat(50_000);

        Duration time = timed(word, 100_000);

        assertThat(time).isLessThan(Duration.ofSeconds(5));
    }

    private static Duration timed(String text, int length) {
        long start = System.nanoTime();
        int[] ids = tokenizer.encode(text);
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        assertThat(tokenizer.decode(ids)).hasSize(length).isEqualTo(text);
        return time;
    }

    @Test
    void a_token_stands_for_bytes_that_may_be_part_of_a_character() {
        int[] ids = tokenizer.encode("\uD83D\uDCB3");

        assertThat(ids).hasSizeGreaterThan(1);
        assertThat(tokenizer.decode(new int[]{ids[0]})).contains("\uFFFD");
        assertThat(tokenizer.bytes(ids[ids.length - 1])).containsExactly(0xB3);
        assertThat(tokenizer.bytes(1)).isEqualTo("<|im_start|>".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_tokenizer_of_another_size_than_the_model_is_refused() {
        assertThatThrownBy(() -> BpeTokenizer.open(FILE, VOCABULARY - 1)).isInstanceOf(ModelFileException.class)
                .hasMessageContaining("tokenizer.json").hasMessageContaining("49,151");
        assertThatThrownBy(() -> BpeTokenizer.open(FILE, VOCABULARY + 1)).isInstanceOf(ModelFileException.class)
                .hasMessageContaining("no token 49,152");
    }

    @Test
    void the_tokenizer_in_gguf_metadata_gives_the_same_ids() throws IOException {
        try (GgufFile file = GgufFile.open(Path.of("models/base/SmolLM2-135M-Instruct.Q4_1.gguf"));
                Tokenizer own = BpeTokenizer.fromMetadata(file, VOCABULARY)) {
            for (JsonNode vector : vectors()) {
                String text = vector.path("text").asText();
                assertThat(own.encodeWithSpecialTokens(text)).as(text).isEqualTo(ids(vector));
                assertThat(own.encode(text)).as(text).isEqualTo(tokenizer.encode(text));
            }
        }
    }

    private static JsonNode vectors() throws IOException {
        try (InputStream in = BpeTokenizerTest.class.getResourceAsStream("/bankassistant/model/tokens.json")) {
            JsonNode vectors = new ObjectMapper().readTree(in);
            assertThat(vectors).hasSizeGreaterThan(10);
            return vectors;
        }
    }

    private static int[] ids(JsonNode vector) {
        int[] ids = new int[vector.path("ids").size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = vector.path("ids").get(i).asInt();
        }
        return ids;
    }
}

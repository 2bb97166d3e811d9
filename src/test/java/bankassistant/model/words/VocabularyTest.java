package bankassistant.model.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import bankassistant.model.ModelFileException;
import bankassistant.model.SparseVector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words and pairs of words make a vector of a text. */
class VocabularyTest {

    private static final List<String> TEXTS = List.of("My card is lost", "my card, is it stolen?", "is it raining");

    @TempDir
    private Path folder;

    @Test
    void of_those_that_stand_in_enough_texts() {
        // card, is, "is it", it, my, "my card", "card is"
        assertThat(Vocabulary.of(TEXTS, 2).size()).isEqualTo(7);
        assertThat(Vocabulary.of(TEXTS, 3).size()).isEqualTo(1);
    }

    @Test
    void in_which_the_rare_counts_more_and_the_length_is_1() {
        Vocabulary vocabulary = Vocabulary.of(List.of("a b", "a", "a"), 1);
        SparseVector vector = vocabulary.vector("b a a");
        // a in all 3 of 3 texts, twice here; b in one; "a b" not here, since the order is another
        double a = (1 + Math.log(2)) * 1;
        double b = 1 + Math.log(4.0 / 2);
        assertThat(vector.places()).containsExactly(0, 2);
        assertThat(vector.values()[0]).isCloseTo((float) (a / Math.hypot(a, b)), within(1e-6f));
        assertThat(vector.values()[1]).isCloseTo((float) (b / Math.hypot(a, b)), within(1e-6f));
    }

    @Test
    void that_is_empty_where_nothing_is_known() {
        assertThat(Vocabulary.of(TEXTS, 1).vector("Zebras, though!").places()).isEmpty();
        assertThat(Vocabulary.of(TEXTS, 1).vector("").places()).isEmpty();
    }

    @Test
    void whatever_the_capitals() {
        Vocabulary vocabulary = Vocabulary.of(TEXTS, 1);
        assertThat(vocabulary.vector("LOST CARD?").values()).containsExactly(vocabulary.vector("lost card?").values());
    }

    @Test
    void which_is_the_same_once_written_and_read() throws IOException {
        Vocabulary written = Vocabulary.of(TEXTS, 1);
        written.write(folder);
        Vocabulary read = Vocabulary.read(folder);
        assertThat(Vocabulary.isIn(folder)).isTrue();
        for (String text : TEXTS) {
            assertThat(read.vector(text).places()).containsExactly(written.vector(text).places());
            assertThat(read.vector(text).values()).containsExactly(written.vector(text).values());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"card\n", "one\tcard\n", "-1\tcard\n", "0\tcard\n", "NaN\tcard\n", "Infinity\tcard\n",
            "1e30\tcard\n", "1\tcard\n1\tcard\n", "1\tcard\n\n"})
    void but_not_from_a_file_that_holds_something_else(String lines) throws IOException {
        Files.writeString(folder.resolve("words.txt"), lines);
        assertThatThrownBy(() -> Vocabulary.read(folder)).isInstanceOf(ModelFileException.class)
                .hasMessageContaining("words.txt");
    }

    @Test
    void nor_from_one_that_is_no_text_or_is_not_there() throws IOException {
        assertThatThrownBy(() -> Vocabulary.read(folder)).isInstanceOf(ModelFileException.class);
        Files.write(folder.resolve("words.txt"), "1\tcaf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Vocabulary.read(folder)).isInstanceOf(ModelFileException.class)
                .hasMessageContaining("UTF-8");
    }
}

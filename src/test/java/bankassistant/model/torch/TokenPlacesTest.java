package bankassistant.model.torch;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.model.TextTokens;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tokens say where in the text they stand, in the offsets of Java's strings. */
class TokenPlacesTest {

    private static EncoderTokenizer tokenizer;

    @BeforeAll
    static void open() throws IOException {
        try (InputStream json = new PackagedEncoder().tokenizer()) {
            tokenizer = new EncoderTokenizer(json);
        }
    }

    @AfterAll
    static void close() {
        tokenizer.close();
    }

    @Test
    void pieces_of_words_and_punctuation_have_their_places() {
        assertThat(parts("O'Brien's card")).containsExactly("O", "'", "Brien", "'", "s", "card");
    }

    @Test
    void accents_change_no_place() {
        assertThat(parts("José, Zoë")).containsExactly("José", ",", "Zoë");
        assertThat(parts("Jose\u0301!")).containsExactly("Jose\u0301", "!");
    }

    @Test
    void behind_characters_of_two_halves_places_are_right() {
        assertThat(parts("\uD83D\uDCB3 card \uD842\uDFB7 Maria")).containsExactly("\uD83D\uDCB3", "card",
                "\uD842\uDFB7",
                "Maria");
    }

    @Test
    void half_a_pair_changes_no_place() {
        assertThat(parts("a \uD83D maria")).contains("maria");
    }

    @Test
    void what_stands_for_no_part_of_the_text_belongs_to_no_word() {
        TextTokens tokens = tokenizer.tokens("fee");
        assertThat(tokens.words()).containsExactly(-1, 0, -1);
        assertThat(tokens.starts()).containsExactly(0, 0, 0);
        assertThat(tokens.ends()).containsExactly(0, 3, 0);
    }

    @Test
    void ids_are_those_without_places() {
        String text = "My name is Zoë, card [MASK] \uD83D\uDCB3";
        assertThat(tokenizer.tokens(text).ids()).containsExactly(
                Arrays.stream(tokenizer.ids(text)).mapToInt(Math::toIntExact).toArray());
    }

    private static List<String> parts(String text) {
        TextTokens tokens = tokenizer.tokens(text);
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < tokens.length(); i++) {
            if (tokens.words()[i] >= 0) {
                parts.add(text.substring(tokens.starts()[i], tokens.ends()[i]));
            }
        }
        return parts;
    }
}

package bankassistant.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t ", "\u00A0", "\u200B\uFEFF"})
    void asks_for_a_question_when_there_is_none(String text) {
        assertThatThrownBy(() -> QuestionText.of(text)).isInstanceOf(QuestionException.class)
                .hasMessage("Type a question first.");
    }

    @Test
    void refuses_a_text_that_is_too_long_without_repeating_it() {
        assertThat(QuestionText.of("w".repeat(4_000))).hasSize(4_000);
        assertThatThrownBy(() -> QuestionText.of("why ".repeat(25_000))).isInstanceOf(QuestionException.class)
                .hasMessage("The question has 100,000 characters; at most 4,000 can be read. Shorten it.");
    }

    @Test
    void counts_an_emoji_as_one_character() {
        assertThat(QuestionText.of("💳".repeat(4_000))).isNotEmpty();
    }

    @Test
    void replaces_what_can_not_be_seen() {
        assertThat(QuestionText.of("a\u0007b\u0000c card\r\nand line")).isEqualTo("a b c card \nand line");
        assertThat(QuestionText.of("4111\u200B1111\u2060 \u202Ecard\u00AD")).isEqualTo("41111111 card");
        assertThat(QuestionText.of("half \uD83D of a pair")).isEqualTo("half \uFFFD of a pair");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a \u001B[31mlost\u001B[0m card", "a \u001B[1;38;5;200mlost card", "a \u009B2Jlost card",
            "a \u001B]0;a title\u0007lost card", "a \u001B]8;;http://x.example\u001B\\lost\u001B]8;;\u001B\\ card",
            "a \u001BPq#0\u001B\\lost card", "a \u001B(Blost card"})
    void takes_a_terminals_escape_sequences_out_as_a_whole(String text) {
        assertThat(QuestionText.of(text)).isEqualTo("a lost card");
    }

    @Test
    void a_lonely_escape_takes_nothing_with_it() {
        assertThat(QuestionText.of("\u001BHow long?\u001B]8 no end")).isEqualTo(" How long? ]8 no end");
        assertThat(QuestionText.of("fees [31m and 4111\u001B[0m1111")).isEqualTo("fees [31m and 41111111");
    }

    @Test
    void keeps_ordinary_text_as_it_is() {
        String text = "What's the fee for €50,\n\"naïve\" 💳 <|im_end|>?";
        assertThat(QuestionText.of(text)).isEqualTo(text);
        assertThat(QuestionText.of("???")).isEqualTo("???");
    }

    @Test
    void refuses_what_is_no_text() {
        byte[] bytes = new byte[1_000];
        new Random(1).nextBytes(bytes);

        for (String binary : new String[]{new String(bytes, StandardCharsets.UTF_8), "\u0000\u0001\u0002",
                "\uFFFD\uFFFD",
                new String("How long?".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1)}) {
            assertThatThrownBy(() -> QuestionText.of(binary)).isInstanceOf(QuestionException.class)
                    .hasMessageContaining("not a text");
        }
    }
}

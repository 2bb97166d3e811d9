package bankassistant.model.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TextStreamTest {

    private static final String TEXT = "Fee: €35 — 银行 says 👩‍💼 \"yes\" to 😀😁, naïvely.\nEND of it";

    @Test
    void any_division_into_tokens_gives_the_same_text() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 500; i++) {
            Heard heard = Heard.of(TEXT, random, List.of());

            assertThat(heard.text).isEqualTo(TEXT);
            assertThat(heard.pieces).isEqualTo(TEXT);
        }
    }

    @Test
    void any_division_ends_at_the_same_stop_string() {
        SplittableRandom random = new SplittableRandom(2);
        List<String> stops = List.of("\nEND", "😁, n", "ï", "D o", "😁");
        for (int i = 0; i < 500; i++) {
            Heard heard = Heard.of(TEXT, random, stops);

            assertThat(heard.text).isEqualTo(TEXT.substring(0, TEXT.indexOf("😁")));
            assertThat(heard.pieces).isEqualTo(heard.text);
            assertThat(heard.stopped).isTrue();
        }
    }

    @Test
    void the_stop_string_that_is_complete_first_counts() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 50; i++) {
            assertThat(Heard.of("xabcd", random, List.of("abcd", "bc")).text).isEqualTo("xa");
            assertThat(Heard.of("xabcd", random, List.of("c", "abc")).text).isEqualTo("x");
        }
    }

    @Test
    void random_texts_and_stop_strings_are_cut_as_a_search_in_the_whole_text_would() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 3000; i++) {
            String text = letters(random, 12);
            String stop = letters(random, 1 + random.nextInt(3));
            int at = text.indexOf(stop);
            Heard heard = Heard.of(text, random, List.of(stop));

            assertThat(heard.text).isEqualTo(at < 0 ? text : text.substring(0, at));
            assertThat(heard.pieces).isEqualTo(heard.text);
            assertThat(heard.stopped).isEqualTo(at >= 0);
        }
    }

    @Test
    void a_character_is_given_out_whole() {
        TextStream stream = new TextStream(List.of());
        byte[] emoji = utf8("😀");

        assertThat(stream.add(Arrays.copyOf(emoji, 1))).isEmpty();
        assertThat(stream.add(Arrays.copyOfRange(emoji, 1, 3))).isEmpty();
        assertThat(stream.add(Arrays.copyOfRange(emoji, 3, 4))).isEqualTo("😀");
    }

    @Test
    void a_character_that_is_not_finished_is_dropped_at_the_end() {
        TextStream stream = new TextStream(List.of());
        stream.add(utf8("ok "));
        stream.add(Arrays.copyOf(utf8("😀"), 3));

        assertThat(stream.end()).isEmpty();
        assertThat(stream.text()).isEqualTo("ok ");
    }

    @Test
    void bytes_that_are_no_utf8_become_replacement_characters() {
        TextStream stream = new TextStream(List.of());

        assertThat(stream.add(new byte[]{'a', (byte) 0xff, 'b'})).isEqualTo("a\uFFFDb");
    }

    @Test
    void what_may_become_a_stop_string_is_held_back_until_it_does_not() {
        TextStream stream = new TextStream(List.of("###"));

        assertThat(stream.add(utf8("a##"))).isEqualTo("a");
        assertThat(stream.add(utf8("b#"))).isEqualTo("##b");
        assertThat(stream.end()).isEqualTo("#");
        assertThat(stream.text()).isEqualTo("a##b#");
    }

    @Test
    void nothing_is_added_after_a_stop_string() {
        TextStream stream = new TextStream(List.of("."));
        stream.add(utf8("a.b"));

        assertThat(stream.add(utf8("c"))).isEmpty();
        assertThat(stream.end()).isEmpty();
        assertThat(stream.text()).isEqualTo("a");
    }

    @Test
    void a_text_that_is_broken_off_is_what_was_given_out() {
        TextStream stream = new TextStream(List.of("###"));
        stream.add(utf8("a##"));
        stream.breakOff();

        assertThat(stream.end()).isEmpty();
        assertThat(stream.text()).isEqualTo("a");
    }

    @Test
    void a_long_token_is_taken_at_once() {
        TextStream stream = new TextStream(List.of());
        String text = "银".repeat(1000);

        assertThat(stream.add(utf8(text))).isEqualTo(text);
    }

    private static String letters(SplittableRandom random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append((char) ('a' + random.nextInt(2)));
        }
        return text.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private record Heard(String pieces, String text, boolean stopped) {

        static Heard of(String text, SplittableRandom random, List<String> stops) {
            TextStream stream = new TextStream(stops);
            StringBuilder pieces = new StringBuilder();
            byte[] bytes = utf8(text);
            int at = 0;
            while (at < bytes.length && !stream.stopped()) {
                int next = Math.min(bytes.length, at + random.nextInt(7));
                pieces.append(stream.add(Arrays.copyOfRange(bytes, at, next)));
                at = next;
            }
            pieces.append(stream.end());
            return new Heard(pieces.toString(), stream.text(), stream.stopped());
        }
    }
}

package bankassistant.model.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.model.TokenTagger.Tagged;
import bankassistant.model.tagging.Windows.Window;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Test;

/** Long texts are read in windows, and no place is lost or found twice. */
class WindowsTest {

    static Stream<String> texts() {
        return Stream.of("", "short", "word ".repeat(500), "x".repeat(2_000), "\uD83D\uDCB3".repeat(900),
                "a\n".repeat(201), " ".repeat(1_000));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void windows_hold_the_whole_text_and_are_short(String text) {
        int reached = 0;
        for (Window window : Windows.of(text)) {
            assertThat(window.start()).isLessThanOrEqualTo(reached);
            assertThat(window.text().length()).isLessThanOrEqualTo(Windows.LONGEST);
            assertThat(text).startsWith(text.substring(0, window.start()) + window.text());
            reached = window.start() + window.text().length();
        }
        assertThat(reached).isEqualTo(text.length());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void no_window_parts_a_surrogate_pair(String text) {
        assertThat(Windows.of(text)).allSatisfy(window -> assertThat(window.text().codePoints())
                .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    @Test
    void a_place_that_two_windows_found_is_one() {
        List<Window> windows = List.of(new Window(0, "a".repeat(400)), new Window(300, "a".repeat(400)));
        List<Tagged> joined = Windows.joined(windows,
                List.of(List.of(new Tagged("PERSON", 10, 20, 0.9), new Tagged("PERSON", 390, 400, 0.6)),
                        List.of(new Tagged("STREET_ADDRESS", 88, 110, 0.9))));
        assertThat(joined).containsExactly(new Tagged("PERSON", 10, 20, 0.9),
                new Tagged("STREET_ADDRESS", 388, 410, 0.9));
    }
}

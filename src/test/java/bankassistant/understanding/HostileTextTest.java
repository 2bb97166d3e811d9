package bankassistant.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.privacy.MaskedTexts;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of the greatest length that would keep careless patterns busy. */
class HostileTextTest {

    private static final int LONGEST = 4_000;

    private final ScriptedHeads heads = new ScriptedHeads();

    @ParameterizedTest
    @ValueSource(strings = {" ", "a", "A ", "and ", "and then, ", "!?", "? ", ". a", "hi ", "hi, ", "ignore your ",
            "act as a ",
            "<|", "<|a|>", "[CARD_1] ", "[INST]", "0a", "0a ", "QUJD", "\n", ";", ", and what ", "1) ", "you are now ",
            "thanks, ",
            "are you a bot or ", "Vt ", "\u0301", "\u0430a", "'", "\"", "- ", "what can you do ", "\uD83D\uDE00",
            "please, please "})
    void is_judged_in_time(String piece) {
        String text = piece.repeat(LONGEST / piece.length());
        long start = System.nanoTime();

        Understanding verdict = Understanders.of(heads).understand(MaskedTexts.of(text));

        assertThat(verdict).isNotNull();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(heads.calls).allSatisfy(texts -> assertThat(texts).hasSizeLessThan(LONGEST / 20));
    }

    @Test
    void of_nothing_but_signs_gets_a_verdict() {
        for (String text : new String[]{"?", "...", "[CARD_1]", "\uD83D\uDE00", "<|im_start|>", "\u200B"}) {
            assertThat(Understanders.of(heads).understand(MaskedTexts.of(text)))
                    .isEqualTo(new Understanding.OutOfScope());
        }
    }
}

package bankassistant.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Masking takes time linear in the length, whatever stands there; most of these once made a regular expression slow. */
class MaskingTimeTest {

    private static final int LENGTH = 100_000;
    private static final int TRIES = 4;
    private static final long MOST_MILLIS = 1_000;

    private final Masker masker = Masker.ofForms();

    @ParameterizedTest
    @ValueSource(strings = {"a", "1", "1 ", "1-", "a@", "a.", "GB82", "account number 1 ", "(212) 555-", "0041 ", "+1 ",
            "1111111111111111111111111 ", "12 Main ", "1 Elm St, ", "A, NY ", "http://a", "user name: ", "one, ", "\n1",
            "   ",
            "dob : ", "is was ", "QUJDREVGR0hJ ", "\u0301", "[CARD_1]"})
    void a_hundred_thousand_characters_take_less_than_a_second(String piece) {
        String text = piece.repeat(LENGTH / piece.length());
        masker.mask(text.substring(0, LENGTH / 10), new Placeholders());

        long quickest = IntStream.range(0, TRIES).mapToLong(_ -> millis(text)).filter(millis -> millis < MOST_MILLIS)
                .findFirst().orElse(MOST_MILLIS);

        assertThat(quickest).as("milliseconds for '%s' over and over, at best", piece).isLessThan(MOST_MILLIS);
    }

    /** Of the processor, so that it does not count what else the machine does. */
    private long millis(String text) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        masker.mask(text, new Placeholders());
        return Duration.ofNanos(threads.getCurrentThreadCpuTime() - start).toMillis();
    }
}

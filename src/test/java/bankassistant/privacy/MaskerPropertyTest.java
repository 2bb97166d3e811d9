package bankassistant.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MaskerPropertyTest {

    private static final List<String> PIECES = List.of("4111111111111111", "4111 1111 1111 1111", "219-09-9998",
            "219 09 9998", "jo@example.com", "(212) 555-0142", "212-555-0142", "GB82 WEST 1234 5698 7654 32",
            "021000021", "12345678", "$5,000.00", "2026-09-01", "10 business days", "account number ", "routing ",
            "ssn ", "[CARD_1]", "and", ",", " ", " ", "-", ".", "@", "5", "77", "é", "💳", "\n", "４", "(", "+1 ");

    private final Masker masker = Masker.ofForms();

    @Test
    void masking_twice_is_masking_once() {
        forEachText(seed(1), text -> {
            Placeholders placeholders = new Placeholders();
            String once = masker.mask(text, placeholders).value();
            MaskedText twice = masker.mask(once, placeholders);
            assertThat(twice.value()).as("masked twice: %s", text).isEqualTo(once);
            assertThat(twice.spans()).isEmpty();
        });
    }

    @Test
    void spans_and_placeholders_rebuild_the_masked_text() {
        forEachText(seed(2), text -> {
            MaskedText masked = masker.mask(text, new Placeholders());
            StringBuilder rebuilt = new StringBuilder();
            int from = 0;
            for (PiiSpan span : masked.spans()) {
                assertThat(span.start()).as("spans of %s ascend", text).isGreaterThanOrEqualTo(from);
                rebuilt.append(text, from, span.start()).append(span.placeholder());
                from = span.end();
            }
            assertThat(rebuilt.append(text.substring(from))).as(text).hasToString(masked.value());
        });
    }

    @Test
    void no_card_with_a_valid_checksum_stays() {
        Random random = seed(3);
        for (int i = 0; i < 5_000; i++) {
            String card = card(random);
            String text = "please block " + grouped(card, random) + " at once";
            assertThat(masker.mask(text, new Placeholders()).value()).as(text)
                    .isEqualTo("please block [CARD_1] at once");
        }
    }

    private static String card(Random random) {
        String body = random.ints(11 + random.nextInt(8), 0, 10).mapToObj(Integer::toString)
                .collect(Collectors.joining());
        return IntStream.range(0, 10).mapToObj(digit -> body + digit).filter(Digits::luhn).findFirst().orElseThrow();
    }

    private static String grouped(String card, Random random) {
        String separator = List.of("", " ", "-").get(random.nextInt(3));
        return card.replaceAll("(.{4})(?=.)", "$1" + separator);
    }

    private static void forEachText(Random random, Consumer<String> check) {
        for (int i = 0; i < 20_000; i++) {
            check.accept(random.ints(1 + random.nextInt(12), 0, PIECES.size()).mapToObj(PIECES::get)
                    .collect(Collectors.joining()));
        }
    }

    private static Random seed(long seed) {
        return new Random(seed);
    }
}

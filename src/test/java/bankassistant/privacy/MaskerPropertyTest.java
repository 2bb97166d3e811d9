package bankassistant.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MaskerPropertyTest {

    private static final List<String> PIECES = List.of("4111111111111111", "4111 1111 1111 1111", "219-09-9998",
            "219 09 9998", "jo@example.com", "(212) 555-0142", "212-555-0142", "GB82 WEST 1234 5698 7654 32",
            "021000021", "12345678", "$5,000.00", "2026-09-01", "10 business days", "account number ", "routing ",
            "ssn ", "[CARD_1]", "[PIN_12]", "[CARD_123456]", "and", ",", " ", " ", "-", ".", "@", "5", "77", "\u00E9",
            "\uD83D\uDCB3", "\n", "\r\n", "\uFF14", "(", "+1 ", "four one one one ", "double seven ", "pin is ", "1234",
            "cvv: ", "123", "code is ", "DOB ", "born on ", "4/3/1985", "April 3, 1985", "12 Main St",
            "Springfield, IL 62704",
            "PO Box 12", "password: ", "user name is ", "jd_85", "https://x.example/?a=b", "10.0.0.1", "2001:db8::1:2",
            "passport ", "C01234567", "driver's license ", "D1234567", "plate ", "7ABC123", "iban ",
            "DE89370400440532013000",
            "bic ", "DEUTDEFF", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "am9AZXhhbXBsZS5jb20=", "\u200B", "\u202E",
            "\u0301",
            "\u0336", "\u0430", "\u0455sn", "\uFFFF", "\uD835\uDFD2", "\uD835", "\u2460", "l", "O", "[", "]", "_",
            "call me at ",
            "is my ", "I'm ", "47 years old", "jo dot doe at example dot com", "EIN 12-3456789", "itin 912-70-1234",
            "+44 20 7946 0958");

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
    void any_characters_can_be_masked() {
        Random random = seed(4);
        for (int i = 0; i < 5_000; i++) {
            String text = random.ints(random.nextInt(40), 0, 0x11000).mapToObj(c -> random.nextBoolean()
                    ? String.valueOf((char) c)
                    : PIECES.get(c % PIECES.size())).collect(Collectors.joining());
            Placeholders placeholders = new Placeholders();
            MaskedText masked = masker.mask(text, placeholders);
            assertThat(masker.mask(masked.value(), placeholders).value()).as(text).isEqualTo(masked.value());
        }
    }

    @Test
    void looks_at_a_text_a_few_times_only() {
        AtomicInteger rounds = new AtomicInteger();
        Masker counting = masker.with(_ -> {
            rounds.incrementAndGet();
            return List.of();
        });
        forEachText(seed(5), text -> {
            rounds.set(0);
            counting.mask(text, new Placeholders());
            assertThat(rounds.get()).as("rounds over %s", text).isLessThanOrEqualTo(6);
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
        for (int i = 0; i < 6_000; i++) {
            check.accept(random.ints(1 + random.nextInt(12), 0, PIECES.size()).mapToObj(PIECES::get)
                    .collect(Collectors.joining()));
        }
    }

    private static Random seed(long seed) {
        return new Random(seed);
    }
}

package bankassistant.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Numbers that prove themselves are found however they are written and whatever stands around them. */
class ChecksummedNumbersTest {

    private static final int TRIES = 2_000;
    private static final List<String> AROUND = List.of("%s", "please block %s at once", "it's %s.", "(%s)",
            "number:%s, ok?",
            "I paid $5,000.00 with %s on 2026-03-01", "%s\nis mine", "\u201c%s\u201d",
            "MY CARD %s WAS STOLEN 2 DAYS AGO", "no 12 - %s!");
    private static final List<String> LENGTHS = List.of(
            "AD24 AE23 AL28 AT20 BE16 BG22 BR29 CH21 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GR27 HR21",
            "HU28 IE22 IL23 IS26 IT27 KW30 LC32 LI21 LT20 LU20 LV21 MC27 MT31 MU30 NL18 NO15 PK24 PL28 PT25 QA29 RO24 RS22 RU33 SA24 SE24 SI19 SK24 TR26 UA29 XK20");

    @Test
    void cards_of_every_scheme() {
        List<String> schemes = List.of("4", "51", "55", "2221", "2720", "34", "37", "300", "36", "38", "6011", "65",
                "62", "3528", "3589");
        everyTime(1, random -> {
            String prefix = schemes.get(random.nextInt(schemes.size()));
            int length = prefix.startsWith("34") || prefix.startsWith("37") ? 15 : prefix.matches("3[068].*") ? 14 : 16;
            String body = prefix + digits(random, length - 1 - prefix.length());
            String card = IntStream.range(0, 10).mapToObj(last -> body + last).filter(Digits::luhn).findFirst()
                    .orElseThrow();
            return grouped(card, List.of("", " ", "-", "  ", ".").get(random.nextInt(length == 16 ? 5 : 3)));
        }, "CREDIT_CARD");
    }

    @Test
    void accounts_of_every_country_with_IBANs() {
        List<String> countries = LENGTHS.stream().flatMap(line -> List.of(line.split(" ")).stream()).toList();
        everyTime(2, random -> {
            String country = countries.get(random.nextInt(countries.size()));
            int length = Integer.parseInt(country.substring(2)) - 4;
            String body = random.ints(length, 0, 36)
                    .mapToObj(c -> Integer.toString(c % (random.nextInt(4) == 0 ? 36 : 10), 36))
                    .collect(Collectors.joining()).toUpperCase(Locale.ROOT);
            String iban = IntStream.range(2, 99)
                    .mapToObj(check -> country.substring(0, 2) + "%02d".formatted(check) + body)
                    .filter(Digits::iban).findFirst().orElseThrow();
            return grouped(iban, random.nextBoolean() ? " " : "");
        }, "IBAN_CODE");
    }

    @Test
    void routing_numbers_called_so() {
        everyTime(3, random -> {
            String body = "%02d".formatted(1 + random.nextInt(12)) + digits(random, 6);
            return "routing number "
                    + IntStream.range(0, 10).mapToObj(last -> body + last).filter(Digits::routing).findFirst()
                            .orElseThrow();
        }, "ABA_ROUTING_NUMBER");
    }

    private static void everyTime(long seed, Function<Random, String> number, String type) {
        Random random = new Random(seed);
        Masker masker = Masker.ofForms();
        for (int i = 0; i < TRIES; i++) {
            String value = number.apply(random);
            String text = AROUND.get(random.nextInt(AROUND.size())).formatted(value);
            MaskedText masked = masker.mask(text, new Placeholders());
            assertThat(masked.spans()).as(text).extracting(PiiSpan::type).contains(type);
            assertThat(masked.value()).as(text).doesNotContain(value.substring(value.length() - 5));
        }
    }

    private static String digits(Random random, int count) {
        return random.ints(count, 0, 10).mapToObj(Integer::toString).collect(Collectors.joining());
    }

    private static String grouped(String value, String separator) {
        return value.replaceAll("(.{4})(?=.)", "$1" + separator);
    }
}

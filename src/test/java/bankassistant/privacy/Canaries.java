package bankassistant.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Messages with personal data that can be recognised wherever it turns up; the same for the same seed. */
public final class Canaries {

    private static final List<String> ASKS = List.of("What does a customer owe for a stolen debit card? %s",
            "%s was charged twice, what now?", "Hi, I have a question. %s. Is there a fee for wires?",
            "please block %s at once!",
            "My details: %s\nhow long does a transfer take",
            "why was the payment of $250.00 on 2026-03-01 declined, %s?",
            "HELP %s IS NOT WORKING", "what's the weather like, %s");

    private Canaries() {}

    /**
     * @param text   what is asked
     * @param traces of the values in it, as they were written and plain; none may turn up anywhere
     */
    public record Message(String text, List<String> traces) {

        public Message {
            traces = List.copyOf(traces);
        }
    }

    public static List<Message> messages(long seed, int count) {
        Random random = new Random(seed);
        return IntStream.range(0, count).mapToObj(_ -> message(random)).toList();
    }

    private static Message message(Random random) {
        List<String> said = new ArrayList<>();
        List<String> traces = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            said.add(value(random, traces));
        }
        return new Message(ASKS.get(random.nextInt(ASKS.size())).formatted(String.join(" and ", said)), traces);
    }

    private static String value(Random random, List<String> traces) {
        return switch (random.nextInt(9)) {
            case 0 -> said("card ", grouped(card(random), List.of("", " ", "-").get(random.nextInt(3))), traces);
            case 1 -> said("SSN ", "%d-%d-%d".formatted(random.nextInt(100, 665), random.nextInt(10, 99),
                    random.nextInt(1_000, 9_999)), traces);
            case 2 -> said("mail ", word(random) + "." + word(random) + "@" + word(random) + ".example", traces);
            case 3 -> said("phone ", "(%d) %d-%d".formatted(random.nextInt(200, 999), random.nextInt(200, 999),
                    random.nextInt(1_000, 9_999)), traces);
            case 4 -> said("IBAN ", iban(random), traces);
            case 5 -> said("account number ", digits(random, 12), traces);
            case 6 -> said("my password is ", word(random) + "#" + digits(random, 4), traces);
            case 7 -> said("see ", "https://" + word(random) + ".example/reset?user=" + word(random), traces);
            default ->
                said("I live at ", random.nextInt(1_000, 9_999) + " " + capital(word(random)) + " Street", traces);
        };
    }

    private static String said(String name, String value, List<String> traces) {
        traces.add(value);
        String plain = value.replaceAll("[^\\p{Alnum}]", "");
        traces.add(plain);
        traces.add(plain.toLowerCase(Locale.ROOT));
        return name + value;
    }

    private static String card(Random random) {
        String body = "4" + digits(random, 14);
        return IntStream.range(0, 10).mapToObj(last -> body + last).filter(Digits::luhn).findFirst().orElseThrow();
    }

    private static String iban(Random random) {
        String body = digits(random, 18);
        return IntStream.range(2, 99).mapToObj(check -> "DE%02d".formatted(check) + body).filter(Digits::iban)
                .findFirst()
                .orElseThrow();
    }

    private static String word(Random random) {
        return random.ints(8, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String digits(Random random, int count) {
        return (1 + random.nextInt(9))
                + random.ints(count - 1, 0, 10).mapToObj(Integer::toString).collect(Collectors.joining());
    }

    private static String grouped(String value, String separator) {
        return value.replaceAll("(.{4})(?=.)", "$1" + separator);
    }
}

package bankassistant.lab.pii;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Amounts, dates, and what other recognisers mask: numbers and addresses of mail, or placeholders in their place. */
final class Values {

    private static final List<String> MONTHS = List.of("January", "February", "March", "April", "May", "June", "July",
            "August", "September", "October", "November", "December");
    private static final List<String> PLACEHOLDERS = List.of("CARD", "ACCOUNT", "SSN", "PHONE", "EMAIL", "PERSON",
            "ADDRESS", "ORGANIZATION", "IBAN", "ROUTING");

    private final Random random;
    private final double placeholders;

    /** @param placeholders share of masked values that are placeholders; others are numbers as they were typed */
    Values(Random random, double placeholders) {
        this.random = random;
        this.placeholders = placeholders;
    }

    String amount() {
        int dollars = 1 + random.nextInt(random.nextBoolean() ? 100 : 20_000);
        return switch (random.nextInt(6)) {
            case 0 -> "$" + dollars;
            case 1 -> String.format(Locale.ROOT, "$%,d.%02d", dollars, random.nextInt(100));
            case 2 -> dollars + " dollars";
            case 3 -> String.format(Locale.ROOT, "$%,d", dollars);
            case 4 -> dollars + " bucks";
            default -> "" + dollars;
        };
    }

    String date() {
        int year = 1940 + random.nextInt(90);
        int month = random.nextInt(12);
        int day = 1 + random.nextInt(28);
        return switch (random.nextInt(4)) {
            case 0 -> (month + 1) + "/" + day + "/" + year;
            case 1 -> MONTHS.get(month) + " " + day + ", " + year;
            case 2 -> day + " " + MONTHS.get(month) + " " + year;
            default -> String.format(Locale.ROOT, "%d-%02d-%02d", year, month + 1, day);
        };
    }

    String masked() {
        if (random.nextDouble() < placeholders) {
            return "[" + PLACEHOLDERS.get(random.nextInt(PLACEHOLDERS.size())) + "_" + (1 + random.nextInt(9)) + "]";
        }
        return switch (random.nextInt(4)) {
            case 0 -> digits(4) + " " + digits(4) + " " + digits(4) + " " + digits(4);
            case 1 -> digits(3) + "-" + digits(3) + "-" + digits(4);
            case 2 -> digits(10);
            default -> digits(3) + "-" + digits(2) + "-" + digits(4);
        };
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }
}

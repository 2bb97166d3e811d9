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

    private static final List<String> DOMAINS = List.of("example.com", "mail.example.org", "example.net", "post.test",
            "office.example.co.uk", "web.test");

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
            return placeholder(PLACEHOLDERS.get(random.nextInt(PLACEHOLDERS.size())));
        }
        return switch (random.nextInt(4)) {
            case 0 -> digits(4) + " " + digits(4) + " " + digits(4) + " " + digits(4);
            case 1 -> digits(3) + "-" + digits(3) + "-" + digits(4);
            case 2 -> digits(10);
            default -> digits(3) + "-" + digits(2) + "-" + digits(4);
        };
    }

    String phone() {
        if (random.nextDouble() < placeholders) {
            return placeholder("PHONE");
        }
        return switch (random.nextInt(6)) {
            case 0 -> "(" + digits(3) + ") " + digits(3) + "-" + digits(4);
            case 1 -> digits(3) + "." + digits(3) + "." + digits(4);
            case 2 -> "+1-" + digits(3) + "-" + digits(3) + "-" + digits(4) + "x" + digits(3);
            case 3 -> "+" + digits(2) + " " + digits(3) + " " + digits(7);
            case 4 -> digits(3) + "-" + digits(4);
            default -> digits(10);
        };
    }

    /** Of a person, whose name is in it. */
    String email(String given, String family) {
        if (random.nextDouble() < placeholders) {
            return placeholder("EMAIL");
        }
        String name = switch (random.nextInt(4)) {
            case 0 -> given + "." + family;
            case 1 -> given.charAt(0) + family;
            case 2 -> family + digits(2);
            default -> given;
        };
        return inAddresses(name) + "@" + DOMAINS.get(random.nextInt(DOMAINS.size()));
    }

    String url(String name) {
        if (random.nextDouble() < placeholders) {
            return placeholder("URL");
        }
        String host = inAddresses(name) + "." + DOMAINS.get(random.nextInt(DOMAINS.size()));
        return switch (random.nextInt(3)) {
            case 0 -> "https://www." + host + "/";
            case 1 -> "www." + host;
            default -> "http://" + host + "/" + digits(3) + ".html";
        };
    }

    private static String inAddresses(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d.]", "");
    }

    private String placeholder(String label) {
        return "[" + label + "_" + (1 + random.nextInt(9)) + "]";
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }
}

package bankassistant.lab.pii;

import java.util.List;
import java.util.Random;

/** Addresses as people write them: most of the United States, some of elsewhere. */
final class Places {

    private static final List<String> KINDS = List.of("St", "St.", "Street", "Ave", "Ave.", "Avenue", "Rd", "Road",
            "Blvd", "Boulevard", "Dr", "Drive", "Ln", "Lane", "Ct", "Court", "Pl", "Place", "Way", "Terrace", "Circle",
            "Cir", "Pkwy", "Parkway", "Hwy", "Trail", "Loop", "Square", "Street", "Avenue");
    private static final List<String> SIDES = List.of("N", "S", "E", "W", "N.", "S.", "E.", "W.", "North", "South",
            "East", "West", "NE", "NW", "SE", "SW");
    private static final List<String> UNITS = List.of("Apt", "Apt.", "Apartment", "Unit", "Suite", "Ste", "#", "No.",
            "Floor", "Room", "Lot", "Bldg", "apt");
    private static final List<String> ROADS = List.of("County Road", "Highway", "State Route", "Route", "US Hwy", "FM",
            "CR", "Rural Route", "Interstate");
    private static final List<String> STATES = List.of("AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "FL", "GA", "HI",
            "ID", "IL", "IN", "IA", "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH",
            "NJ", "NM", "NY", "NC", "ND", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA",
            "WV", "WI", "WY", "DC", "Ohio", "Texas", "California", "New York", "Florida", "Illinois", "Georgia",
            "Michigan", "New Jersey", "North Carolina", "Virginia", "Washington", "Oregon", "Colorado", "Maine");
    private static final List<String> COUNTRIES = List.of("Germany", "France", "Canada", "UK", "United Kingdom",
            "Spain", "Italy", "Netherlands", "Sweden", "Mexico", "India", "USA", "United States", "Poland", "Brazil");
    private static final List<String> BETWEEN = List.of(", ", ", ", ", ", " ", "\n", ",");
    private static final List<String> LINES = List.of(", ", ", ", "\n");
    private static final String US = "en-US";

    private final NameLists lists;
    private final Random random;

    Places(NameLists lists, Random random) {
        this.lists = lists;
        this.random = random;
    }

    /** A street with a house, often with a town and more. */
    String address() {
        if (random.nextDouble() < 0.05) {
            return box() + pick(BETWEEN) + town(pick(BETWEEN));
        }
        return random.nextDouble() < 0.82 ? american() : foreign();
    }

    /** An address of any kind: with a suite, of the armed forces' post offices, of other countries, in lines. */
    String anywhere() {
        double kind = random.nextDouble();
        if (kind < 0.45) {
            return address();
        } else if (kind < 0.65) {
            String between = pick(LINES);
            String unit = random.nextBoolean()
                    ? " " + pick(List.of("Apt.", "Suite", "Apt", "Unit")) + " " + (1 + random.nextInt(999))
                    : "";
            return house() + unit + between + town(between);
        }
        return kind < 0.70 ? military() : kind < 0.84 ? withFlat() : abroad();
    }

    private String military() {
        String unit = switch (random.nextInt(3)) {
            case 0 -> "PSC " + (1 + random.nextInt(9_999)) + ", Box " + (1 + random.nextInt(9_999));
            case 1 -> "Unit " + (1 + random.nextInt(9_999)) + " Box " + (1 + random.nextInt(9_999));
            default -> pick(List.of("USS ", "USNS ", "USCGC ")) + lists.value("family", US, random);
        };
        return unit + pick(BETWEEN) + pick(List.of("APO", "FPO", "DPO")) + " " + pick(List.of("AA", "AE", "AP")) + " "
                + zip();
    }

    /** With a postcode of letters and digits, as in Britain, Canada and the Netherlands. */
    private String withFlat() {
        String between = pick(LINES);
        String flat = random.nextDouble() < 0.35
                ? pick(List.of("Flat ", "Studio ", "Apartment ", "Unit ")) + (1 + random.nextInt(99)) + between
                : "";
        String country = random.nextDouble() < 0.2 ? between + pick(COUNTRIES) : "";
        return flat + house() + between + lists.any("towns", random) + (random.nextBoolean() ? between : " ")
                + postcode() + country;
    }

    private String postcode() {
        return switch (random.nextInt(4)) {
            case 0 -> letters(1) + random.nextInt(10) + letters(1) + " " + random.nextInt(10) + letters(1)
                    + random.nextInt(10);
            case 1 -> (1_000 + random.nextInt(8_999)) + " " + letters(2);
            case 2 -> letters(2) + random.nextInt(10) + letters(1) + " " + random.nextInt(10) + letters(2);
            default -> letters(1 + random.nextInt(2)) + (1 + random.nextInt(20)) + " " + random.nextInt(10)
                    + letters(2);
        };
    }

    private String letters(int count) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append((char) ('A' + random.nextInt(26)));
        }
        return letters.toString();
    }

    private String abroad() {
        String locale = lists.locale("streets", random);
        String street = lists.value("streets", locale, random);
        int number = 1 + random.nextInt(250);
        String code = (random.nextBoolean() ? "" + (1_000 + random.nextInt(8_999)) : zip()) + " ";
        String between = pick(LINES);
        String country = random.nextDouble() < 0.35 ? between + pick(COUNTRIES) : "";
        return (random.nextDouble() < 0.4 ? number + " " + street : street + " " + number) + between + code
                + lists.value("towns", locale, random) + country;
    }

    private String american() {
        String between = pick(BETWEEN);
        double rest = random.nextDouble();
        String address = house(US);
        if (random.nextDouble() < 0.28) {
            address += (random.nextBoolean() ? between : " ") + unit();
        }
        if (rest < 0.12) {
            return address;
        }
        if (rest < 0.24) {
            return address + between + lists.value("towns", US, random);
        }
        if (rest < 0.30) {
            return address + between + zip();
        }
        return address + between + town(between);
    }

    private String town(String between) {
        String town = lists.value("towns", US, random) + (between.isBlank() ? " " : ", ") + pick(STATES);
        double rest = random.nextDouble();
        return rest < 0.25 ? town : rest < 0.95 ? town + " " + zip() : town + " " + zip() + between + "USA";
    }

    private String foreign() {
        String locale = lists.locale("streets", random);
        String street = lists.value("streets", locale, random);
        int number = 1 + random.nextInt(250);
        String house = random.nextDouble() < 0.4 ? number + " " + street : street + " " + number;
        if (random.nextDouble() < 0.2) {
            return house;
        }
        String code = random.nextDouble() < 0.7 ? String.format("%05d", random.nextInt(100_000)) + " " : "";
        String town = lists.value("towns", locale, random);
        String country = random.nextDouble() < 0.35 ? ", " + pick(COUNTRIES) : "";
        return house + ", " + code + town + country;
    }

    /** A house's number and its street. */
    String house() {
        return house(US);
    }

    private String house(String locale) {
        String number = "" + (1 + random.nextInt(random.nextBoolean() ? 999 : 19_999))
                + (random.nextDouble() < 0.05 ? String.valueOf((char) ('A' + random.nextInt(4))) : "");
        return number + " " + (random.nextDouble() < 0.05
                ? pick(ROADS) + " " + (1 + random.nextInt(400))
                : streetName(locale));
    }

    String streetName() {
        return streetName(US);
    }

    private String streetName(String locale) {
        String name = lists.value("streets", locale, random);
        String side = random.nextDouble() < 0.15 ? pick(SIDES) + " " : "";
        boolean complete = name.contains(" ") && random.nextDouble() < 0.8;
        return side + name + (complete ? "" : " " + pick(KINDS));
    }

    String box() {
        String box = pick(List.of("PO Box", "P.O. Box", "P O Box", "po box", "Post Office Box", "POB"));
        return box + " " + (1 + random.nextInt(9_999));
    }

    String zip() {
        String zip = String.format("%05d", 501 + random.nextInt(99_400));
        return random.nextDouble() < 0.12 ? zip + "-" + String.format("%04d", random.nextInt(10_000)) : zip;
    }

    private String unit() {
        String unit = pick(UNITS);
        String number = (1 + random.nextInt(40))
                + (random.nextDouble() < 0.4 ? String.valueOf((char) ('A' + random.nextInt(6))) : "");
        return unit.equals("#") ? unit + number : unit + " " + number;
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}

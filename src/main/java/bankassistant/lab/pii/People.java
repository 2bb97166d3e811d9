package bankassistant.lab.pii;

import java.util.List;
import java.util.Random;

/** Names of people in the forms that staff and customers write. */
final class People {

    private static final List<String> PARTICLES = List.of("von", "van", "van der", "de", "de la", "del", "da", "dos",
            "di", "el", "al", "bin", "ibn", "ben", "le", "la", "ter", "af", "zu", "St.", "Mc");
    private static final List<String> ENDINGS = List.of("Jr.", "Jr", "Sr.", "II", "III", "IV", ", Jr.", "MD", "Esq.");
    private static final List<String> ONSETS = List.of("b", "br", "ch", "d", "dr", "f", "g", "gr", "h", "j", "k", "kr",
            "l", "m", "n", "p", "r", "s", "sh", "st", "t", "tr", "v", "w", "y", "z", "zh", "");
    private static final List<String> VOWELS = List.of("a", "e", "i", "o", "u", "ai", "ei", "ia", "ou", "ee", "y");
    private static final List<String> CODAS = List.of("", "", "n", "r", "l", "s", "m", "t", "nd", "ck", "rt", "z",
            "ng");
    private static final double INVENTED = 0.06;
    private static final double MISSPELT = 0.05;

    private final NameLists lists;
    private final Random random;

    People(NameLists lists, Random random) {
        this.lists = lists;
        this.random = random;
    }

    String given() {
        return given(lists.locale("given", random));
    }

    String family() {
        return family(lists.locale("family", random));
    }

    /** A name of one part or more. */
    String any() {
        double kind = random.nextDouble();
        return kind < 0.5 ? full(false) : kind < 0.92 ? given() : family();
    }

    /**
     * A name of at least two parts.
     *
     * @param field whether it stands in a form's field, where the family name may come first and a comma after it
     */
    String full(boolean field) {
        String locale = lists.locale("family", random);
        String given = given(random.nextDouble() < 0.85 ? locale : lists.locale("given", random));
        String family = family(locale);
        double form = random.nextDouble();
        if (field && form < 0.15) {
            return family + ", " + given;
        }
        if (form < 0.60) {
            return given + " " + family;
        } else if (form < 0.68) {
            return given + " " + initial() + " " + family;
        } else if (form < 0.73) {
            return given + " " + given(locale) + " " + family;
        } else if (form < 0.79) {
            return family + " " + given;
        } else if (form < 0.83) {
            return initial() + " " + family;
        } else if (form < 0.87) {
            return given + " " + family + "-" + family(locale);
        } else if (form < 0.90) {
            return given + " " + family + " " + ending();
        } else if (form < 0.95) {
            return given + " " + PARTICLES.get(random.nextInt(PARTICLES.size())) + " " + family;
        }
        return given + " " + family + " " + family(locale);
    }

    /** Of given names, such as "J. R." */
    String initials() {
        String first = (char) ('A' + random.nextInt(26)) + ".";
        return switch (random.nextInt(4)) {
            case 0 -> first + " " + (char) ('A' + random.nextInt(26)) + ".";
            case 1 -> first + (char) ('A' + random.nextInt(26)) + ".";
            default -> first;
        };
    }

    private String ending() {
        return ENDINGS.get(random.nextInt(ENDINGS.size()));
    }

    private String initial() {
        return (char) ('A' + random.nextInt(26)) + (random.nextBoolean() ? "." : "");
    }

    private String given(String locale) {
        return spelled(random.nextDouble() < INVENTED ? invented() : lists.value("given", locale, random));
    }

    private String family(String locale) {
        return spelled(random.nextDouble() < INVENTED ? invented() : lists.value("family", locale, random));
    }

    /** A name that no list has, so that what stands around a name is learned too. */
    private String invented() {
        StringBuilder name = new StringBuilder();
        int syllables = 1 + random.nextInt(3);
        for (int i = 0; i <= syllables; i++) {
            name.append(pick(ONSETS)).append(pick(VOWELS)).append(i == syllables ? pick(CODAS) : "");
        }
        name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
        return name.toString();
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String spelled(String name) {
        if (name.length() < 5 || random.nextDouble() >= MISSPELT) {
            return name;
        }
        StringBuilder wrong = new StringBuilder(name);
        int at = 1 + random.nextInt(name.length() - 2);
        if (random.nextBoolean()) {
            wrong.setCharAt(at, name.charAt(at + 1));
            wrong.setCharAt(at + 1, name.charAt(at));
        } else {
            wrong.insert(at, name.charAt(at));
        }
        return wrong.toString();
    }
}

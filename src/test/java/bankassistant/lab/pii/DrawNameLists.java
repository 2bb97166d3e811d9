package bankassistant.lab.pii;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.datafaker.Faker;

/**
 * Draws the lists of given names, family names, streets, towns and companies in {@code src/training/pii} from Datafaker. Run by
 * hand when a list is to change; what it writes is committed, so that a training needs no Datafaker.
 *
 * <p>Each line is {@code part,locale,value}. Locales of the part {@code eval} are not drawn from for {@code train}, and of English names,
 * which both need, every fifth is the evaluation's alone.
 */
final class DrawNameLists {

    private static final List<String> TRAIN = List.of("de", "fr", "es-MX", "it", "nl", "sv-SE", "en-IND", "tr", "vi",
            "nb-NO", "fr-CA", "hr", "sk", "en-NG", "ca", "id");
    private static final List<String> EVAL = List.of("pl", "pt-BR", "fi-FI", "cs-CZ", "hu", "da-DK", "en-GB", "en-PAK",
            "en-ZA", "es", "lv", "et");
    private static final String ENGLISH = "en-US";
    private static final int DRAWS = 6_000;

    private DrawNameLists() {}

    /** @param arguments the folder to write to, then how many of each locale */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Map<String, Set<String>> given = new TreeMap<>();
        Map<String, Set<String>> family = new TreeMap<>();
        Map<String, Set<String>> streets = new TreeMap<>();
        Map<String, Set<String>> towns = new TreeMap<>();
        Map<String, Set<String>> companies = new TreeMap<>();
        List<String> locales = new ArrayList<>(TRAIN);
        locales.addAll(EVAL);
        locales.add(ENGLISH);
        for (String locale : locales) {
            Faker faker = new Faker(Locale.forLanguageTag(locale), new Random(locale.hashCode()));
            for (int i = 0; i < DRAWS; i++) {
                add(given, locale, faker.name().firstName());
                add(family, locale, faker.name().lastName());
                if (i < 1_500) {
                    add(streets, locale, faker.address().streetName());
                    add(towns, locale, faker.address().city());
                    add(companies, locale, faker.company().name());
                }
            }
        }
        write(folder.resolve("given.csv"), given, 150);
        write(folder.resolve("family.csv"), family, 200);
        write(folder.resolve("streets.csv"), streets, 60);
        write(folder.resolve("towns.csv"), towns, 60);
        write(folder.resolve("companies.csv"), companies, 60);
    }

    private static void add(Map<String, Set<String>> values, String locale, String value) {
        values.computeIfAbsent(locale, _ -> new TreeSet<>()).add(Normalizer.normalize(value, Normalizer.Form.NFC));
    }

    private static void write(Path file, Map<String, Set<String>> values, int most) throws IOException {
        Set<String> taken = new TreeSet<>();
        List<String> lines = new ArrayList<>();
        List<String> english = new ArrayList<>(values.get(ENGLISH));
        Set<String> fifth = new TreeSet<>();
        for (int i = 0; i < english.size(); i += 5) {
            fifth.add(english.get(i));
        }
        lines.addAll(lines("eval", ENGLISH, fifth, most, taken));
        // before the evaluation's other locales, some of which have the same English names
        lines.addAll(lines("train", ENGLISH, values.get(ENGLISH), 20 * most, taken));
        for (String locale : EVAL) {
            lines.addAll(lines("eval", locale, values.get(locale), most, taken));
        }
        for (String locale : TRAIN) {
            lines.addAll(lines("train", locale, values.get(locale), most, taken));
        }
        Files.write(file, lines);
    }

    /** Values that no line has yet, at most so many, spread over the whole set. */
    private static List<String> lines(String part, String locale, Set<String> values, int most, Set<String> taken) {
        List<String> free = values.stream().filter(value -> !taken.contains(key(value))).toList();
        List<String> lines = new ArrayList<>();
        int wanted = Math.min(most, free.size());
        for (int i = 0; i < wanted; i++) {
            String value = free.get((int) ((long) i * free.size() / wanted));
            if (value.indexOf('"') < 0 && taken.add(key(value))) {
                lines.add(part + "," + locale + "," + (value.contains(",") ? '"' + value + '"' : value));
            }
        }
        return lines;
    }

    private static String key(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
    }
}

package bankassistant.lab.pii;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Names by kind ({@code given, family, streets, towns, companies}) and locale, read from CSV files of lines {@code part,locale,value}.
 * What one part holds no other does.
 */
final class NameLists {

    private static final List<String> KINDS = List.of("given", "family", "streets", "towns", "companies");
    /** Half of all names are English: the customers are of a bank in the United States. */
    private static final double ENGLISH = 0.5;
    private static final String US = "en-US";
    /** Names that are usual words. */
    private static final String WORDS = "own-words";

    /** By kind, then by locale. */
    private final Map<String, Map<String, List<String>>> values = new TreeMap<>();

    private NameLists() {}

    /** @param part {@code train} or {@code eval} */
    static NameLists read(Path folder, String part) throws IOException {
        NameLists lists = new NameLists();
        for (String kind : KINDS) {
            Map<String, List<String>> byLocale = lists.values.computeIfAbsent(kind, _ -> new TreeMap<>());
            for (Path file : List.of(folder.resolve(kind + ".csv"), folder.resolve(kind + "-own.csv"))) {
                if (Files.exists(file)) {
                    read(file, part, byLocale);
                }
            }
        }
        return lists;
    }

    private static void read(Path file, String part, Map<String, List<String>> byLocale) throws IOException {
        try (MappingIterator<String[]> rows = new CsvMapper().readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY).readValues(file.toFile())) {
            while (rows.hasNext()) {
                String[] row = rows.next();
                if (row[0].equals(part)) {
                    // the project's own lists of towns and streets are of the United States
                    String locale = row[1].equals("own-us") ? US : row[1];
                    byLocale.computeIfAbsent(locale, _ -> new ArrayList<>()).add(row[2]);
                }
            }
        }
    }

    /** Whether a word, in small letters, is a name of a person in any list and no usual word as well. */
    boolean isName(String word) {
        return Stream.of("given", "family").flatMap(kind -> values.get(kind).entrySet().stream())
                .filter(list -> !list.getKey().equals(WORDS)).flatMap(list -> list.getValue().stream())
                .anyMatch(word::equalsIgnoreCase);
    }

    /** A locale that has values of this kind. */
    String locale(String kind, Random random) {
        Map<String, List<String>> byLocale = values.get(kind);
        List<String> locales = List.copyOf(byLocale.keySet());
        return byLocale.containsKey(US) && random.nextDouble() < ENGLISH
                ? US
                : locales.get(random.nextInt(locales.size()));
    }

    /** A value of a locale, or of any where this one has none. */
    String value(String kind, String locale, Random random) {
        List<String> list = values.get(kind).get(locale);
        if (list == null) {
            list = values.get(kind).get(locale(kind, random));
        }
        return list.get(random.nextInt(list.size()));
    }

    String any(String kind, Random random) {
        return value(kind, locale(kind, random), random);
    }
}

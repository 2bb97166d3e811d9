package bankassistant.lab.pii;

import bankassistant.lab.CsvRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Messages about anything but banking that surely hold no names: words that a bank's questions lack are no names for that. */
final class OtherTopics {

    /** Here people, artists and works are called by their names. */
    private static final Pattern NAMING = Pattern.compile(".*(?:music|song|play|radio|podcast|audiobook|email|social|"
            + "calendar|contact|call|text|name|meeting|factoid|quirky|who_).*");

    private OtherTopics() {}

    /**
     * @param scope  the folder of CLINC150's and HWU64's messages
     * @param own    the folder of the project's own messages about scope
     * @param names  people's
     * @param unsure tells that a text might hold a name
     */
    static List<String> read(Path scope, Path own, NameLists names, Predicate<String> unsure) throws IOException {
        Map<String, Boolean> known = new HashMap<>();
        List<String> texts = new ArrayList<>();
        for (Path file : List.of(scope.resolve("clinc150_other.csv"), scope.resolve("hwu64_other.csv"),
                own.resolve("out_of_scope.csv"), own.resolve("small_talk.csv"), own.resolve("vague.csv"))) {
            for (Map<String, String> row : CsvRows.read(file)) {
                String text = row.get("text").strip();
                boolean named = NAMING.matcher(row.getOrDefault("intent", "")).matches() || unsure.test(text)
                        || Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                                .anyMatch(word -> known.computeIfAbsent(word, names::isName));
                if (!named) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }
}

package bankassistant.lab;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a trainer relies on in {@code src/training/scope} and in the development set that stands apart from it. */
class ScopeTrainingDataTest {

    private static final Path TRAINING = Path.of("src", "training", "scope");
    private static final Path RESOURCES = Path.of("src", "test", "resources", "bankassistant", "understanding");
    private static final Path DEVELOPMENT = RESOURCES.resolve("scope-dev.csv");
    private static final List<String> TRAINING_FILES = List.of("in_scope.csv", "out_of_scope.csv", "small_talk.csv",
            "vague.csv", "mixed.csv");
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
    /** Token Jaccard above which two messages count as copies of each other. */
    private static final double COPY = 0.7;

    @ParameterizedTest
    @CsvSource({"in_scope.csv,group,1500", "out_of_scope.csv,group,2500", "small_talk.csv,kind,300",
            "vague.csv,meanings,250", "mixed.csv,banking_part,250"})
    void every_row_has_a_text_and_its_label(String file, String label, int fewest) throws IOException {
        List<Map<String, String>> rows = read(TRAINING.resolve(file));
        assertThat(rows).hasSizeGreaterThanOrEqualTo(fewest).allSatisfy(row -> {
            assertThat(row).containsOnlyKeys("text", label);
            assertThat(row.values()).allSatisfy(value -> assertThat(value).isNotBlank().isEqualTo(value.strip()));
        });
    }

    @Test
    void no_message_stands_twice_in_one_file_or_in_two() throws IOException {
        List<String> messages = new ArrayList<>();
        for (String text : trainingTexts()) {
            messages.add(normalised(text));
        }
        assertThat(messages).doesNotHaveDuplicates();
    }

    @Test
    void a_vague_message_has_two_or_three_different_meanings_each_a_question() throws IOException {
        assertThat(read(TRAINING.resolve("vague.csv")))
                .allSatisfy(row -> assertThat(row.get("meanings").split(" \\| ")).hasSizeBetween(2, 3)
                        .doesNotHaveDuplicates().allSatisfy(meaning -> assertThat(meaning).endsWith("?")));
    }

    @Test
    void the_banking_part_is_a_true_part_of_the_mixed_message() throws IOException {
        assertThat(read(TRAINING.resolve("mixed.csv"))).allSatisfy(
                row -> assertThat(row.get("text")).contains(row.get("banking_part"))
                        .isNotEqualTo(row.get("banking_part")));
    }

    @ParameterizedTest
    @CsvSource({"scope-dev.csv,600", "scope-check.csv,361"})
    void a_set_for_measuring_holds_no_copy_of_a_training_message(String file, int fewest) throws IOException {
        Map<String, List<Set<String>>> byWord = new HashMap<>();
        for (String text : trainingTexts()) {
            Set<String> words = words(text);
            words.forEach(word -> byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(words));
        }
        assertThat(read(RESOURCES.resolve(file))).hasSizeGreaterThanOrEqualTo(fewest).noneMatch(row -> {
            Set<String> words = words(row.get("text"));
            return words.stream().flatMap(word -> byWord.getOrDefault(word, List.of()).stream())
                    .anyMatch(other -> jaccard(words, other) > COPY);
        });
    }

    @Test
    void the_development_set_is_balanced_and_only_its_out_of_scope_kind_is_out() throws IOException {
        List<Map<String, String>> rows = read(DEVELOPMENT);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.get("kind")).isIn("in_scope", "out_of_scope", "small_talk", "vague", "mixed");
            assertThat(row.get("in_scope")).isEqualTo(String.valueOf(!row.get("kind").equals("out_of_scope")));
        });
        long out = rows.stream().filter(row -> row.get("in_scope").equals("false")).count();
        assertThat(out / (double) rows.size()).isBetween(0.45, 0.55);
    }

    private static List<String> trainingTexts() throws IOException {
        List<String> texts = new ArrayList<>();
        for (String file : TRAINING_FILES) {
            read(TRAINING.resolve(file)).forEach(row -> texts.add(row.get("text")));
        }
        return texts;
    }

    private static List<Map<String, String>> read(Path csv) throws IOException {
        try (Reader reader = Files.newBufferedReader(csv, StandardCharsets.UTF_8);
                MappingIterator<Map<String, String>> rows = new CsvMapper().readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader()).readValues(reader)) {
            return rows.readAll();
        }
    }

    /** Words in lower case, one space apart; a message without any, "???", stays as it is. */
    private static String normalised(String text) {
        String words = String.join(" ", WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group)
                .toList());
        return words.isEmpty() ? text : words;
    }

    private static Set<String> words(String text) {
        return Pattern.compile(" ").splitAsStream(normalised(text)).collect(toSet());
    }

    private static double jaccard(Set<String> one, Set<String> other) {
        long shared = one.stream().filter(other::contains).count();
        return shared / (double) (one.size() + other.size() - shared);
    }
}

package bankassistant.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

import bankassistant.policy.BankingIntents;
import bankassistant.policy.PolicyFolder;
import bankassistant.policy.PolicyLibrary;
import bankassistant.policy.PolicyReader;
import bankassistant.policy.Section;
import bankassistant.policy.SectionRef;

/** The questions that retrieval is developed with fit the shipped policies. */
class DevelopmentQuestionsTest {

    private static final Path FOLDER = Path.of("src/test/resources/bankassistant/retrieval");

    private static PolicyLibrary library;
    private static List<Map<String, String>> questions;
    private static List<Map<String, String>> unanswerable;

    @BeforeAll
    static void read() throws Exception {
        library = new PolicyFolder(new PolicyReader(), BankingIntents.names()).read(Path.of("policies"));
        questions = rows("questions.csv");
        unanswerable = rows("unanswerable.csv");
    }

    @Test
    void are_at_least_260_and_120_without_an_answer() {
        assertThat(questions).hasSizeGreaterThanOrEqualTo(260)
                .allSatisfy(row -> assertThat(row).containsOnlyKeys("question", "policy", "section", "sentence"));
        assertThat(unanswerable).hasSize(120).allSatisfy(row -> assertThat(row).containsOnlyKeys("question"));
    }

    @Test
    void are_not_blank_and_not_repeated() {
        assertThat(Stream.concat(questions.stream(), unanswerable.stream()).map(row -> row.get("question")))
                .allSatisfy(question -> assertThat(question).isNotBlank().isEqualTo(question.strip()))
                .doesNotHaveDuplicates();
    }

    @Test
    void name_sections_that_exist() {
        assertThat(questions).allSatisfy(row -> assertThat(library.section(ref(row))).isPresent());
    }

    @Test
    void ask_for_every_section() {
        Set<SectionRef> all = library.policies().stream()
                .flatMap(policy -> policy.sections().stream().map(section -> new SectionRef(policy.id(), section.id())))
                .collect(Collectors.toSet());
        assertThat(questions.stream().map(DevelopmentQuestionsTest::ref).collect(Collectors.toSet())).isEqualTo(all);
    }

    @Test
    void quote_their_sentence_word_for_word() {
        assertThat(questions).filteredOn(row -> !row.get("sentence").isEmpty()).hasSizeGreaterThan(260)
                .allSatisfy(row -> assertThat(sentences(library.section(ref(row)).orElseThrow()))
                        .contains(row.get("sentence")));
    }

    private static SectionRef ref(Map<String, String> row) {
        return new SectionRef(row.get("policy"), row.get("section"));
    }

    private static List<String> sentences(Section section) {
        return IntStream.range(0, section.sentences().size()).mapToObj(section::sentence).toList();
    }

    private static List<Map<String, String>> rows(String file) throws IOException {
        try (MappingIterator<Map<String, String>> rows = new CsvMapper().readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader()).readValues(FOLDER.resolve(file).toFile())) {
            return rows.readAll();
        }
    }
}

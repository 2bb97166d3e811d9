package bankassistant.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The ten policies in {@code policies/}, as the product ships them. */
class ShippedPoliciesTest {

    private static final Set<String> BACK_REFERENCES = Set.of("it", "its", "this", "that", "these", "those", "they",
            "their", "them", "he", "she", "such", "otherwise", "also", "however", "then", "there", "both", "and", "but",
            "or", "so", "here", "doing");

    private static PolicyLibrary library;

    @BeforeAll
    static void read() throws Exception {
        library = new PolicyFolder(new PolicyReader(), BankingIntents.names()).read(Path.of("policies"));
    }

    @Test
    void are_ten() {
        assertThat(library.policies()).extracting(Policy::id).containsExactly("cards", "funds-availability",
                "deposit-accounts", "overdraft", "account-opening", "cash-reporting", "transfers", "privacy-security",
                "credit", "deposit-insurance");
        assertThat(library.policies()).allSatisfy(policy -> {
            assertThat(policy.version()).isEqualTo("2026.1");
            assertThat(policy.effective()).isEqualTo(LocalDate.of(2026, 9, 1));
        });
    }

    @Test
    void answer_all_77_intents() {
        assertThat(BankingIntents.names()).hasSize(77);
        assertThat(library.intents().keySet()).isEqualTo(BankingIntents.names());
        assertThat(library.intents().values()).allSatisfy(ref -> assertThat(library.section(ref)).isPresent())
                .doesNotHaveDuplicates();
    }

    /** The only list of the figures beside the policies: what they must say, and by that what they may not. */
    static Map<String, List<String>> facts() throws IOException {
        Map<String, List<String>> facts = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/bankassistant/policy/facts.txt"))) {
            if (!line.startsWith("#")) {
                String[] row = line.split(": ", 2);
                facts.computeIfAbsent(row[0], _ -> new ArrayList<>()).addAll(List.of(row[1].split("; ")));
            }
        }
        return facts;
    }

    static Stream<Map.Entry<String, List<String>>> factsOfEachPolicy() throws IOException {
        return facts().entrySet().stream();
    }

    @Test
    void have_facts_for_every_policy() throws IOException {
        assertThat(facts()).containsOnlyKeys(library.policies().stream().map(Policy::id).toList());
    }

    @ParameterizedTest
    @MethodSource("factsOfEachPolicy")
    void state_every_figure_they_must(Map.Entry<String, List<String>> facts) {
        assertThat(facts.getValue()).allSatisfy(figure -> assertThat(text(facts.getKey())).contains(figure));
    }

    @ParameterizedTest
    @MethodSource("factsOfEachPolicy")
    void state_no_figure_of_their_own(Map.Entry<String, List<String>> facts) {
        String rest = text(facts.getKey());
        List<String> longestFirst = facts.getValue().stream().sorted(Comparator.comparing(String::length).reversed())
                .toList();
        for (String figure : longestFirst) {
            rest = rest.replaceAll(Pattern.quote(figure) + "(?![0-9]|[.,][0-9])", "...");
        }
        assertThat(rest).doesNotContainPattern("\\d");
    }

    @Test
    void give_every_regulatory_figure_an_as_of_date_and_a_source() {
        assertThat(sections().flatMap(section -> section.figures().stream())).hasSizeGreaterThan(50)
                .allSatisfy(figure -> {
                    assertThat(figure.asOf()).isBetween(LocalDate.of(2020, 1, 1), LocalDate.of(2026, 9, 1));
                    assertThat(figure.source()).containsPattern("CFR|P\\.L\\.|Nacha|FIN-");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"funds-availability | check-availability | $275 | 2025-07-01",
            "funds-availability | exception-holds | $6,725 | 2025-07-01",
            "deposit-accounts | savings-withdrawals | 24 April 2020 | 2020-04-24",
            "account-opening | beneficial-owners | 13 February 2026 | 2026-02-13",
            "deposit-insurance | trust-accounts | $1,250,000 | 2024-04-01"})
    void date_the_figures_that_changed_lately(String policy, String section, String value, LocalDate asOf) {
        assertThat(library.section(new SectionRef(policy, section)).orElseThrow().figures())
                .anyMatch(figure -> figure.value().equals(value) && figure.asOf().equals(asOf));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "funds-availability | check-availability | does not promise $275 on the same day",
            "cash-reporting | sar-confidentiality | tells nobody whether a suspicious activity report exists or does not",
            "cash-reporting | cash-report | more than $10,000",
            "overdraft | five-dollar-rule | is void under P.L. 119-10"})
    void do_not_fall_into_known_traps(String policy, String section, String text) {
        assertThat(library.section(new SectionRef(policy, section)).orElseThrow().text()).contains(text);
    }

    @Test
    void promise_no_same_day_funds_in_a_first_sentence() {
        assertThat(sections().map(section -> section.sentence(0))).noneMatch(sentence -> sentence.contains("$275")
                && sentence.contains("same day"));
    }

    @Test
    void list_the_facts_to_verify_before_release() {
        assertThat(library.policies().stream().filter(policy -> !policy.verify().isEmpty()).map(Policy::id))
                .containsExactly("overdraft", "account-opening", "privacy-security", "credit", "deposit-insurance");
    }

    @Test
    void have_sentences_that_stand_by_themselves() {
        assertThat(sentences()).allSatisfy(sentence -> {
            String first = sentence.split("[\\s,]")[0].toLowerCase(Locale.ROOT);
            assertThat(BACK_REFERENCES).doesNotContain(first);
            assertThat(sentence).matches("(?s)[A-Z].*[.]");
        });
    }

    @Test
    void have_sentences_short_enough_to_read_aloud() {
        assertThat(sentences())
                .allSatisfy(sentence -> assertThat(sentence.split(" ").length).as(sentence).isBetween(10, 30));
    }

    @Test
    void never_tell_the_liability_of_an_early_report_without_that_of_a_late_one() {
        Section liability = library.section(new SectionRef("cards", "liability")).orElseThrow();

        assertThat(liability.with(0).stream().map(liability::sentence).toList()).hasSize(2)
                .satisfiesExactly(early -> assertThat(early).contains("$50."),
                        late -> assertThat(late).contains("$500."));
    }

    @Test
    void have_small_sections() {
        assertThat(sections()).allSatisfy(section -> assertThat(section.sentences()).hasSizeBetween(1, 6));
    }

    @Test
    void say_nothing_twice() {
        Set<String> seen = new HashSet<>();
        assertThat(sentences()).allMatch(seen::add);
        assertThat(sections().map(Section::title)).doesNotHaveDuplicates();
    }

    private static Stream<Section> sections() {
        return library.policies().stream().flatMap(policy -> policy.sections().stream());
    }

    private static Stream<String> sentences() {
        return sections().flatMap(
                section -> Stream.iterate(0, i -> i < section.sentences().size(), i -> i + 1).map(section::sentence));
    }

    private static String text(String policyId) {
        return String.join("\n",
                library.policy(policyId).orElseThrow().sections().stream().map(Section::text).toList());
    }
}

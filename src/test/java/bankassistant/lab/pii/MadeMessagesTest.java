package bankassistant.lab.pii;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.lab.pii.MarkedText.Mark;
import bankassistant.model.TextTokens;
import bankassistant.model.TokenTagger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The messages that the finder learns from and those it is measured on. */
class MadeMessagesTest {

    private static final Path OWN = Path.of("src/training/pii");
    private static final List<String> LISTS = List.of("given", "family", "streets", "towns", "companies");

    @Test
    void marks_hold_names_and_nothing_around_them() throws IOException {
        List<MarkedText> texts = PiiData.evaluation(OWN, 400, 7);
        assertThat(texts).flatExtracting(MarkedText::marks).extracting(Mark::type)
                .contains("PERSON", "STREET_ADDRESS", "ORGANIZATION");
        for (MarkedText text : texts) {
            for (Mark mark : text.marks()) {
                String marked = text.text().substring(mark.start(), mark.end());
                assertThat(marked).isEqualTo(marked.strip()).doesNotContain("[", "{", "'s ");
            }
        }
    }

    @Test
    void one_seed_makes_the_same_messages() throws IOException {
        assertThat(PiiData.evaluation(OWN, 50, 3)).isEqualTo(PiiData.evaluation(OWN, 50, 3))
                .isNotEqualTo(PiiData.evaluation(OWN, 50, 4));
    }

    @Test
    void the_evaluation_in_the_project_is_the_one_that_its_seed_makes() throws IOException {
        Path kept = Path.of("src/test/resources/bankassistant/privacy/names-evaluation.jsonl");
        assertThat(MeasureNames.read(kept))
                .isEqualTo(PiiData.evaluation(OWN, WriteEvaluation.ROWS, WriteEvaluation.SEED));
    }

    @Test
    void no_name_is_learned_from_and_measured_on() throws IOException {
        for (String kind : LISTS) {
            Set<String> train = values(kind, "train");
            assertThat(values(kind, "eval")).as(kind).isNotEmpty().noneMatch(train::contains);
        }
    }

    @Test
    void no_template_is_learned_from_and_measured_on() throws IOException {
        Set<String> train = templates("templates.txt");
        Set<String> shared = templates("templates-eval.txt");
        shared.retainAll(train);
        // forms of firms, and words that are no message
        assertThat(shared)
                .noneMatch(template -> template.contains(" ") && !template.matches("(?s).*(firm|family|town).*"));
    }

    @Test
    void a_given_name_and_a_family_name_beside_each_other_are_one_mark() {
        MarkedText text = new Pieces().add("ask ", null).add("Ann", "PERSON").add(" ", null).add("Lee", "PERSON")
                .add(", ", null).add("Bo", "PERSON").toText();
        assertThat(text.marks()).containsExactly(new Mark("PERSON", 4, 11), new Mark("PERSON", 13, 15));
    }

    @Test
    void the_first_token_of_a_mark_begins_and_its_others_go_on() {
        MarkedText text = new MarkedText("ask mariam's", List.of(new Mark("PERSON", 4, 10)));
        TextTokens tokens = new TextTokens(new int[]{101, 1, 2, 3, 4, 5, 102}, new int[]{0, 0, 4, 7, 10, 11, 0},
                new int[]{0, 3, 7, 10, 11, 12, 0}, new int[]{-1, 0, 1, 1, 2, 3, -1});
        int person = 2 * TokenTagger.TYPES.indexOf("PERSON") + 1;
        assertThat(Tags.of(text, tokens)).containsExactly(-1, 0, person, person + 1, 0, 0, -1);
    }

    private static Set<String> values(String kind, String part) throws IOException {
        Set<String> values = new HashSet<>();
        for (String file : List.of(kind + ".csv", kind + "-own.csv")) {
            if (Files.exists(OWN.resolve(file))) {
                Files.readAllLines(OWN.resolve(file)).stream().filter(line -> line.startsWith(part + ","))
                        .forEach(line -> values.add(line.split(",", 3)[2].toLowerCase(Locale.ROOT)));
            }
        }
        return values;
    }

    private static Set<String> templates(String file) throws IOException {
        Set<String> templates = new HashSet<>();
        Files.readAllLines(OWN.resolve(file)).stream()
                .filter(line -> line.contains("{") && !line.startsWith("#") && !line.startsWith("["))
                .forEach(templates::add);
        return templates;
    }
}

package bankassistant.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvalCommandTest {

    private static final String INTENTS = """
            text,category
            My card was stolen,lost_or_stolen_card
            "It was stolen, help",lost_or_stolen_card
            Is there a fee?,cash_withdrawal_charge
            A stolen fee,cash_withdrawal_charge
            """;
    private static final String SCOPE = """
            text,in_scope
            My card was stolen,true
            Is there a fee?,true
            What about my loan?,true
            What's the weather?,false
            Have a nice day everyone,false
            Who stole the fee?,false
            """;

    @TempDir
    private Path folder;

    private final Cli cli = new Cli();

    @Test
    void measures_intents_with_an_interval_and_by_class() throws IOException {
        assertThat(cli.run("eval", "intents", "--data", file(INTENTS), "--json")).isZero();

        JsonNode json = cli.objects().getLast();
        assertThat(json.get("n").intValue()).isEqualTo(4);
        assertThat(json.get("accuracy").doubleValue()).isEqualTo(0.75);
        assertThat(json.get("accuracy_interval")).extracting(JsonNode::doubleValue).containsExactly(0.3006, 0.9544);
        assertThat(json.at("/per_class/lost_or_stolen_card/precision").doubleValue()).isEqualTo(0.6667);
        assertThat(json.at("/per_class/lost_or_stolen_card/recall").doubleValue()).isEqualTo(1);
        assertThat(json.at("/per_class/cash_withdrawal_charge/f1").doubleValue()).isEqualTo(0.6667);
        assertThat(json.get("confusions")).singleElement().hasToString("""
                {"category":"cash_withdrawal_charge","predicted":"lost_or_stolen_card","count":1}""");
        // each was sure by 0.8415, three of four were right
        assertThat(json.get("expected_calibration_error").doubleValue()).isCloseTo(0.0915, within(1e-4));
        assertThat(cli.screen.lines()).hasSize(1);
        assertThat(cli.parts.closed()).isTrue();
    }

    @Test
    void measures_scope_with_what_is_rejected_rightly_and_wrongly() throws IOException {
        assertThat(cli.run("eval", "scope", "--data", file(SCOPE), "--json")).isZero();

        JsonNode json = cli.objects().getLast();
        assertThat(json.get("n").intValue()).isEqualTo(6);
        assertThat(json.get("accuracy").doubleValue()).isEqualTo(0.6667);
        assertThat(json.get("recall_out_of_scope").doubleValue()).as("a reply to small talk is no answer")
                .isEqualTo(0.6667);
        assertThat(json.get("false_rejection").doubleValue()).isEqualTo(0.3333);
        assertThat(json.get("false_rejection_interval")).hasSize(2);
        assertThat(json.at("/per_class/in_scope/n").intValue()).isEqualTo(3);
        assertThat(json.get("verdicts")).hasToString(
                """
                        {"out_of_scope":{"in_scope":1,"out_of_scope":1,"small_talk":1},"in_scope":{"in_scope":2,"out_of_scope":1}}""");
    }

    @Test
    void a_share_of_which_there_is_no_text_is_null() throws IOException {
        assertThat(cli.run("eval", "scope", "--data", file("text,in_scope\nWhat's up with chess?,false\n"), "--json"))
                .isZero();

        assertThat(cli.objects().getLast().get("false_rejection").isNull()).isTrue();
    }

    @Test
    void writes_mistakes_with_their_line_and_without_personal_data() throws IOException {
        Path errors = folder.resolve("errors.csv");

        cli.run("eval", "scope", "--errors", errors.toString(), "--data", file("""
                text,in_scope
                My card was stolen,true
                "Where does 4111 1111 1111 1111
                go, and why?",true
                """));

        assertThat(Files.readString(errors))
                .startsWith("line,text,label,predicted,confidence\n4,\"Where does [CARD_1]\ngo,"
                        + " and why?\",true,false,0.99")
                .doesNotContain("4111");
    }

    @Test
    void draws_the_reliability_diagram() throws IOException {
        Path diagram = folder.resolve("reliability.png");

        assertThat(cli.run("eval", "intents", "--data", file(INTENTS), "--diagram", diagram.toString())).isZero();

        assertThat(ImageIO.read(diagram.toFile()).getWidth()).isEqualTo(640);
    }

    @Test
    void prints_figures_for_people_without_json() throws IOException {
        cli.run("eval", "intents", "--data", file(INTENTS));

        assertThat(cli.screen.out()).contains("accuracy ", "0.75", "per_class", "lost_or_stolen_card",
                "predicted:lost_or_stolen_card");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "`text,category\nA,lost_or_stolen_card\nB,no_such`|line 3: the category is not one of the 77 known",
            "`text,category\nA,`|line 2: the category is empty",
            "`text,category\n ,age_limit`|line 2: the text is empty",
            "`text,label\nA,age_limit`|line 1: the header has no column 'category'",
            "`text,category\n`|holds no rows below the header", "``|is empty",
            "`text,category\nA,age_limit\n\nB,x\nC,age_limit\n`|line 4: the category is not",
            "`text,category\nA,\"age_limit`|line"})
    void tells_file_and_line_of_what_is_wrong_with_the_data(String csv, String reason) throws IOException {
        assertThat(cli.run("eval", "intents", "--data", file(csv.replace("\\n", "\n")), "--json")).isEqualTo(1);

        assertThat(cli.screen.err()).contains("data.csv").contains(reason).doesNotContain("no_such", "\tat ");
        assertThat(cli.screen.out()).isEmpty();
        assertThat(cli.opened).as("nothing is loaded for data that can't be used").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFFtext,in_scope\nMy card was stolen,true\nWhat's the weather?,false\n",
            "text,in_scope\r\nMy card was stolen,true\r\nWhat's the weather?,false\r\n",
            "in_scope,text\ntrue,My card was stolen\nfalse,What's the weather?\n",
            "id,text,source,in_scope\n1,My card was stolen,x,true\n2,What's the weather?,,false\n",
            "\"text\",\"in_scope\"\n\"My card\nwas stolen\",\"true\"\n\n\"What's the weather?\",\"false\"",
            "text,in_scope\nMy card was stolen,True\nWhat's the weather?,FALSE \n"})
    void reads_a_file_however_another_program_wrote_it(String csv) throws IOException {
        assertThat(cli.run("eval", "scope", "--data", file(csv), "--json")).isZero();

        JsonNode json = cli.objects().getLast();
        assertThat(json.get("n").intValue()).isEqualTo(2);
        assertThat(json.at("/per_class/in_scope/n").intValue()).isEqualTo(1);
        assertThat(json.at("/per_class/out_of_scope/n").intValue()).isEqualTo(1);
    }

    @Test
    void takes_a_category_whatever_its_capitals() throws IOException {
        assertThat(cli.run("eval", "intents", "--json", "--data",
                file("category,text\nLOST_OR_STOLEN_CARD,My card was stolen\nrefund_not_showing_up,Where is it?\n")))
                .isZero();

        assertThat(cli.objects().getLast().at("/per_class/lost_or_stolen_card/n").intValue()).isEqualTo(1);
        assertThat(cli.objects().getLast().at("/per_class/Refund_not_showing_up/n").intValue()).isEqualTo(1);
    }

    @Test
    void figures_are_not_lost_when_the_mistakes_cannot_be_written() throws IOException {
        assertThat(cli.run("eval", "intents", "--data", file(INTENTS), "--json", "--errors",
                folder.resolve("none/errors.csv").toString())).isEqualTo(1);

        assertThat(cli.objects().getLast().get("accuracy").doubleValue()).isEqualTo(0.75);
        assertThat(cli.screen.err()).contains("none");
    }

    @Test
    void tells_that_a_file_is_missing_or_no_text() throws IOException {
        Path binary = Files.write(folder.resolve("binary.csv"),
                "text,category\nCaf\u00e9,age_limit\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(cli.run("eval", "scope", "--data", folder.resolve("none.csv").toString())).isEqualTo(1);
        assertThat(cli.run("eval", "intents", "--data", binary.toString())).isEqualTo(1);
        assertThat(cli.screen.err()).contains("there is no such file", "is not UTF-8");
    }

    @Test
    void measures_evidence_with_what_is_refused_and_recognised() throws IOException {
        Path errors = folder.resolve("errors.csv");
        assertThat(cli.run("eval", "evidence", "--json", "--errors", errors.toString(), "--data", file("""
                question,policy,section,sentence
                It was stolen,cards,lost-card,Report it within two business days.
                Is there a fee?,cards,fees,It costs $5.
                A stolen bicycle?,,,
                """))).isZero();

        JsonNode json = cli.objects().getLast();
        assertThat(json.get("n").intValue()).isEqualTo(3);
        assertThat(json.get("recall").doubleValue()).isEqualTo(0.5);
        assertThat(json.get("false_refusal").doubleValue()).isEqualTo(0.5);
        assertThat(json.get("recall_unanswerable").doubleValue()).isZero();
        assertThat(json.get("recall_interval")).hasSize(2);
        assertThat(errors).content().contains("\"cards/fees: It costs $5.\",nothing,",
                "\"A stolen bicycle?\",nothing,");
    }

    @Test
    void measures_which_sections_come_first() throws IOException {
        Path errors = folder.resolve("errors.csv");
        assertThat(cli.run("eval", "retrieval", "--json", "--errors", errors.toString(), "--data", file("""
                question,policy,section,sentence
                It was stolen,cards,lost-card,
                It was stolen,cards,fees,
                """))).isZero();

        assertThat(cli.objects().getLast().get("recall_at_1").doubleValue()).isEqualTo(0.5);
        assertThat(cli.objects().getLast().get("recall_at_3").doubleValue()).isEqualTo(0.5);
        assertThat(errors).content().contains("It was stolen", "cards/fees");
    }

    @Test
    void measures_answers_with_their_kinds() throws IOException {
        assertThat(cli.run("eval", "answers", "--json", "--data",
                file("""
                        {"question":"Until when?","must":["2 business days"],"must_not":[],"policy":"cards","section":"lost-card"}
                        {"question":"Is it $5?","must":["$5"],"must_not":[],"policy":"cards","section":"fees"}
                        """)))
                .isZero();

        JsonNode json = cli.objects().getLast();
        assertThat(json.get("pass_rate").doubleValue()).isEqualTo(0.5);
        assertThat(json.get("pass_rate_of_written").isNull()).isTrue();
        assertThat(json.at("/kinds/quoted").intValue()).isEqualTo(2);
    }

    @Test
    void wants_to_know_what_to_measure_and_on_what() {
        assertThat(cli.run("eval")).isEqualTo(2);
        assertThat(cli.run("eval", "intents")).isEqualTo(2);
        assertThat(cli.screen.err()).contains("answers, evidence, intents, pii, retrieval, scope", "--data");
    }

    private String file(String csv) throws IOException {
        return Files.writeString(folder.resolve("data.csv"), csv).toString();
    }
}

package bankassistant.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** `assistant eval pii` */
class EvalPiiTest {

    /** Found exactly, found with other bounds, missed, found where nothing is, nothing there and nothing found. */
    private static final String DATA = """
            {"text":"mail jo@example.com","spans":[{"type":"EMAIL_ADDRESS","start":5,"end":19}]}
            {"text":"card 4111 1111 1111 1111 now","spans":[{"type":"CREDIT_CARD","start":0,"end":24}]}

            {"text":"Ada asks","spans":[{"type":"PERSON","start":0,"end":3}]}
            {"text":"mail al@example.com","spans":[],"origin":"made up"}
            {"text":"What are the fees?","spans":[]}
            """;

    @TempDir
    private Path folder;

    private final Cli cli = new Cli();

    @Test
    void measures_exact_and_overlapping_spans_overall_and_by_type() throws IOException {
        assertThat(cli.run("eval", "pii", "--data", file(DATA), "--json")).isZero();

        assertThat(cli.screen.lines()).hasSize(1);
        JsonNode json = cli.objects().getLast();
        assertThat(json.get("n").intValue()).isEqualTo(5);
        assertThat(json.get("spans").intValue()).isEqualTo(3);
        // one of three found and one of three there agree
        assertThat(json.get("precision").doubleValue()).isEqualTo(0.3333);
        assertThat(json.get("recall").doubleValue()).isEqualTo(0.3333);
        assertThat(json.get("f2").doubleValue()).isEqualTo(0.3333);
        assertThat(json.get("f2_interval")).hasSize(2);
        assertThat(json.at("/overlapping/recall").doubleValue()).isEqualTo(0.6667);
        assertThat(json.at("/by_type/CREDIT_CARD/recall").doubleValue()).isZero();
        assertThat(json.at("/by_type/CREDIT_CARD/overlapping/f2").doubleValue()).isEqualTo(1);
        assertThat(json.at("/by_type/EMAIL_ADDRESS/precision").doubleValue()).isEqualTo(0.5);
        assertThat(json.at("/by_type/PERSON/recall").doubleValue()).isZero();
        // 14 of the mail address, 19 of 24 of the card, none of 3 of the name
        assertThat(json.get("characters_hidden").doubleValue()).isEqualTo(0.8049);
        assertThat(json.get("touched_without_spans").doubleValue()).isEqualTo(0.5);
        assertThat(cli.parts.closed()).isTrue();
    }

    @Test
    void types_may_have_other_usual_names_and_spans_any_order() throws IOException {
        String data = file(
                """
                        {"text":"mail jo@example.com or 212-555-0142, SSN 219-09-9998","spans":[{"type":"SSN","start":41,"end":52},\
                        {"type":"phone","start":23,"end":35},{"type":"E-mail","start":5,"end":19}]}
                        {"text":"in Springfield, IL 62704","spans":[{"type":"GPE","start":3,"end":24}]}
                        """);

        assertThat(cli.run("eval", "pii", "--data", data, "--json")).isZero();

        JsonNode json = cli.objects().getLast();
        assertThat(json.get("f2").doubleValue()).isEqualTo(1);
        assertThat(json.get("by_type").fieldNames()).toIterable().containsExactlyInAnyOrder("EMAIL_ADDRESS",
                "PHONE_NUMBER", "STREET_ADDRESS", "US_SSN");
        assertThat(cli.screen.err()).doesNotContain("Not counted");
    }

    @Test
    void types_that_are_not_masked_are_named_and_not_counted() throws IOException {
        String data = file("""
                {"text":"jo@example.com, born March 3, 1971","spans":[{"type":"EMAIL","start":0,"end":14},\
                {"type":"DATE_TIME","start":21,"end":34},{"type":"NRP","start":16,"end":20}]}
                """);

        assertThat(cli.run("eval", "pii", "--data", data, "--json")).isZero();

        JsonNode json = cli.objects().getLast();
        assertThat(json.get("spans").intValue()).isEqualTo(1);
        assertThat(json.get("precision").doubleValue()).isEqualTo(1);
        assertThat(json.at("/not_counted/DATE_TIME").intValue()).isEqualTo(1);
        assertThat(cli.screen.err()).contains("Not counted", "DATE_TIME, NRP");
    }

    @ParameterizedTest
    @CsvSource({"6, 20, 0", "5, 19, 1", "1, 20, 1"})
    void offsets_that_count_code_points_are_refused(int start, int end, int exit) throws IOException {
        String data = file(
                "{\"text\":\"\uD83D\uDCB3 to jo@example.com now\",\"spans\":[{\"type\":\"EMAIL\",\"start\":" + start
                        + ",\"end\":" + end + "}]}");

        assertThat(cli.run("eval", "pii", "--data", data, "--json")).isEqualTo(exit);

        if (exit == 1) {
            assertThat(cli.screen.err()).contains("line 1", "a span from " + start + " to " + end, "UTF-16",
                    "code points");
        }
    }

    @Test
    void writes_what_came_out_wrong() throws IOException {
        Path errors = folder.resolve("errors.csv");

        assertThat(cli.run("eval", "pii", "--data", file(DATA), "--errors", errors.toString())).isZero();

        assertThat(Files.readString(errors)).isEqualTo("""
                line,text,label,predicted,start,end
                2,"card [CARD_1] now",CREDIT_CARD,CREDIT_CARD,0,24
                4,"Ada asks",PERSON,,0,3
                5,"mail [EMAIL_1]",,EMAIL_ADDRESS,5,19
                """);
        assertThat(cli.screen.out()).contains("precision", "CREDIT_CARD");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"{ | is not JSON", "[] | is expected",
            "{\"text\":\"abc\"} | is expected",
            "{\"text\":\"abc\",\"spans\":[{\"start\":0,\"end\":1}]} | a span has no type",
            "{\"text\":\"abc\",\"spans\":[{\"type\":\"PIN\",\"start\":\"0\",\"end\":1}]} | no whole number",
            "{\"text\":\"abc\",\"spans\":[{\"type\":\"PIN\",\"start\":2,\"end\":2}]} | does not lie in a text of 3",
            "{\"text\":\"abc\",\"spans\":[{\"type\":\"PIN\",\"start\":0,\"end\":4}]} | does not lie in a text of 3"})
    void refuses_a_bad_line_by_file_and_number(String line, String reason) throws IOException {
        String data = file("{\"text\":\"fine\",\"spans\":[]}\n" + line + "\n");

        assertThat(cli.run("eval", "pii", "--data", data, "--json")).isEqualTo(1);

        assertThat(cli.screen.out()).isEmpty();
        assertThat(cli.screen.err()).contains(data, "line 2", reason).doesNotContain("abc", "\tat ");
    }

    @Test
    void refuses_a_file_without_lines_or_none_at_all() throws IOException {
        assertThat(cli.run("eval", "pii", "--data", file("\n"))).isEqualTo(1);
        assertThat(cli.run("eval", "pii", "--data", folder.resolve("none").toString())).isEqualTo(1);

        assertThat(cli.screen.err()).contains("holds no lines", "there is no such file");
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("data.jsonl"), content, StandardCharsets.UTF_8).toString();
    }
}

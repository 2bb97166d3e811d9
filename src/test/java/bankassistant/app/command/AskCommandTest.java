package bankassistant.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.app.FakeChat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AskCommandTest {

    private final Cli cli = new Cli();

    @Test
    void prints_the_answer_with_names_filled_in_and_its_source() {
        assertThat(cli.run("ask", "How", "long?")).isZero();

        assertThat(cli.chat.questions()).containsExactly("How long?");
        assertThat(cli.screen.lines()).containsExactly("Ada Lovelace, this holds: " + FakeChat.SENTENCE,
                "  — Cards and transfers, Reporting a lost card (2026.1)", FakeChat.TOPIC);
        assertThat(cli.parts.closed()).isTrue();
    }

    @Test
    void prints_exactly_the_keys_others_rely_on() {
        assertThat(cli.run("ask", "--json", "How long?")).isZero();

        JsonNode json = cli.objects().getFirst();
        assertThat(keys(json)).containsExactly("id", "response", "model", "kind", "intent", "intent_confidence",
                "in_scope", "citations", "masked_question", "pii", "checks", "timings_ms", "prompt_tokens",
                "answer_tokens", "audit_sequence");
        assertThat(keys(json.get("citations").get(0))).containsExactly("policy", "section", "version", "quote");
        assertThat(keys(json.get("pii").get(0))).containsExactly("type", "start", "end");
        assertThat(keys(json.get("timings_ms"))).containsExactly("mask", "understand", "find", "first_token", "write",
                "check", "record", "total");
        assertThat(json.get("kind").textValue()).isEqualTo("quoted");
        assertThat(json.get("model").textValue()).isEqualTo("BankingAssistant-v1.0");
        assertThat(json.get("intent").textValue()).isEqualTo("lost_card");
        assertThat(json.get("intent_confidence").doubleValue()).isEqualTo(0.97);
        assertThat(json.get("in_scope").booleanValue()).isTrue();
        assertThat(json.get("timings_ms").get("total").doubleValue()).isEqualTo(3.25);
        assertThat(cli.screen.lines()).hasSize(1);
    }

    @Test
    void an_answer_that_asks_back_has_no_citations_and_its_options_numbered() {
        cli.run("ask", "--json", FakeChat.VAGUE);
        cli.run("ask", FakeChat.VAGUE);

        assertThat(cli.screen.lines().getFirst()).contains("\"kind\":\"clarify\"", "\"citations\":[]");
        assertThat(cli.screen.lines()).endsWith("Which one?", "  1  " + FakeChat.OPTION, "  2  Is it late?");
    }

    @Test
    void keeps_placeholders_in_json() {
        cli.run("ask", "--json", "How long?");

        assertThat(cli.screen.out()).contains("[PERSON_1], this holds").doesNotContain(FakeChat.NAME);
    }

    @Test
    void fills_placeholders_in_on_demand_but_leaves_the_question_masked() {
        cli.run("ask", "--json", "--reveal", "How long?");

        JsonNode json = cli.objects().getFirst();
        assertThat(json.get("response").textValue()).startsWith(FakeChat.NAME);
        assertThat(json.get("masked_question").textValue()).isEqualTo("[PERSON_1] asks");
    }

    @Test
    void reads_the_question_from_standard_input() {
        cli.screen.typing("How long?\nReally?");

        assertThat(cli.run("ask", "-")).isZero();
        assertThat(cli.chat.questions()).containsExactly("How long?\nReally?");
    }

    @Test
    void refuses_input_that_is_no_text() {
        cli.screen.typing(new byte[]{(byte) 0xC3, (byte) 0x28, 0});

        assertThat(cli.run("ask", "-")).isEqualTo(1);
        assertThat(cli.screen.err()).contains("not UTF-8").doesNotContain("\tat ");
    }

    @Test
    void refuses_input_without_bounds() {
        cli.screen.typing(new byte[Utf8.MOST_BYTES + 1]);

        assertThat(cli.run("ask", "-")).isEqualTo(1);
        assertThat(cli.screen.err()).contains("longer than 4 MB");
    }

    @ParameterizedTest
    @MethodSource("noQuestions")
    void tells_at_once_why_a_question_is_refused(String text, String reason) {
        assertThat(cli.run("ask", "--json", text)).isEqualTo(1);

        assertThat(cli.screen.err()).contains(reason).hasLineCount(1);
        assertThat(cli.screen.out()).isEmpty();
        assertThat(cli.opened).isEmpty();
    }

    private static Stream<Arguments> noQuestions() {
        return Stream.of(Arguments.of("", "Type a question first."), Arguments.of(" \n\t", "Type a question first."),
                Arguments.of("why ".repeat(25_000), "has 100,000 characters"),
                Arguments.of("\u0000\u0001\u0002\uFFFD", "not a text"));
    }

    @Test
    void refuses_blank_input_before_anything_is_opened() {
        cli.screen.typing("\n");

        assertThat(cli.run("ask", "-")).isEqualTo(1);
        assertThat(cli.screen.err()).contains("Type a question first.");
        assertThat(cli.opened).isEmpty();
    }

    @Test
    void shows_a_code_and_no_trace_for_what_was_not_expected() {
        assertThat(cli.run("ask", "boom")).isEqualTo(1);

        assertThat(cli.screen.err()).containsPattern("\\(error [0-9A-Z]{4}:[0-9A-Z]{4}\\)").doesNotContain("secret",
                "Exception", "\tat ");
    }

    @Test
    void takes_the_name_of_a_file_behind_an_at_sign_as_it_is() {
        assertThat(cli.run("ask", "@pom.xml", "pays", "${user.home}?")).isZero();

        assertThat(cli.chat.questions()).containsExactly("@pom.xml pays ${user.home}?");
    }

    private static List<String> keys(JsonNode json) {
        return List.copyOf(new ObjectMapper().convertValue(json,
                new com.fasterxml.jackson.core.type.TypeReference<java.util.LinkedHashMap<String, Object>>() {
                }).sequencedKeySet());
    }
}

package bankassistant.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.chat.Answer;
import bankassistant.chat.Conversation;
import bankassistant.chat.Details;
import bankassistant.privacy.MaskedTexts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerJsonTest {

    @Test
    void tells_why_a_text_is_not_shown() throws IOException {
        JsonNode json = json(new Details.Checks(true, true, List.of("$500"), List.of("invents_figures", "strays")));

        assertThat(json.at("/checks/faults")).extracting(JsonNode::textValue).containsExactly("invents_figures",
                "strays");
        assertThat(json.at("/checks/figures_invented")).extracting(JsonNode::textValue).containsExactly("$500");
        assertThat(json.at("/checks/passed").booleanValue()).isFalse();
    }

    @Test
    void a_text_without_faults_has_an_empty_list_of_them() throws IOException {
        JsonNode json = json(new Details.Checks(true, true, List.of()));

        assertThat(json.at("/checks/faults").isArray()).isTrue();
        assertThat(json.at("/checks/faults")).isEmpty();
        assertThat(json.at("/checks/passed").booleanValue()).isTrue();
    }

    @Test
    void what_is_not_understood_has_no_intent_and_no_scope() throws IOException {
        JsonNode json = json(Details.Checks.NOTHING_WRITTEN);

        assertThat(json.has("intent")).isTrue();
        assertThat(json.get("intent").isNull()).isTrue();
        assertThat(json.get("intent_confidence").isNull()).isTrue();
        assertThat(json.get("in_scope").isNull()).isTrue();
    }

    @Test
    void what_asks_back_has_its_choices() throws IOException {
        JsonNode json = json(new Answer.Clarify("Is it one of these?",
                List.of("Why is my card not working?", "Why did my transfer fail?"),
                details(Details.Checks.NOTHING_WRITTEN)));

        assertThat(json.get("kind").textValue()).isEqualTo("clarify");
        assertThat(json.get("choices")).extracting(JsonNode::textValue)
                .containsExactly("Why is my card not working?", "Why did my transfer fail?");
    }

    @Test
    void a_reply_to_small_talk_has_no_choices_and_other_kinds_have_no_such_field() throws IOException {
        assertThat(
                json(new Answer.Clarify("Hello!", List.of(), details(Details.Checks.NOTHING_WRITTEN))).get("choices"))
                .isEmpty();
        assertThat(json(Details.Checks.NOTHING_WRITTEN).has("choices")).isFalse();
    }

    private static JsonNode json(Details.Checks checks) throws IOException {
        return json(new Answer.Quoted("Report it.", List.of(), details(checks)));
    }

    private static JsonNode json(Answer answer) throws IOException {
        return new ObjectMapper()
                .readTree(new AnswerJson(false).answer(IntNode.valueOf(1), answer, new Conversation("c")));
    }

    private static Details details(Details.Checks checks) {
        return new Details("1", MaskedTexts.of("What?"), "BankingAssistant-v1.0", checks,
                new Details.Timings(1, 0, 2, 0, 0, 0, 0, 3), 10, 5);
    }
}

package bankassistant.app.command;

import bankassistant.chat.Answer;
import bankassistant.chat.Citation;
import bankassistant.chat.Conversation;
import bankassistant.chat.Details;
import bankassistant.privacy.PiiSpan;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Answers and errors as JSON objects of one line. The keys are an interface others rely on. */
final class AnswerJson {

    private final ObjectMapper mapper = new ObjectMapper();
    private final boolean reveal;

    /** @param reveal whether placeholders of masked data are filled in in the response */
    AnswerJson(boolean reveal) {
        this.reveal = reveal;
    }

    String answer(JsonNode id, Answer answer, Conversation conversation) {
        Details details = answer.details();
        ObjectNode json = mapper.createObjectNode();
        json.set("id", id);
        json.put("response", reveal ? conversation.placeholders().reveal(answer.text()) : answer.text());
        json.put("model", details.model());
        json.put("kind", answer.kind());
        if (answer instanceof Answer.HandOver handOver) {
            json.put("hand_over", handOver.note());
        }
        if (answer instanceof Answer.Clarify clarify) {
            ArrayNode choices = json.putArray("choices");
            clarify.options().forEach(choices::add);
        }
        putMeaning(json, details.meaning());
        answer.citations().forEach(citation -> json.withArray("citations").add(citation(citation)));
        json.withArray("citations");
        json.put("masked_question", details.question().value());
        details.question().spans().forEach(span -> json.withArray("pii").add(pii(span)));
        json.withArray("pii");
        json.set("checks", checks(details.checks()));
        json.set("timings_ms", timings(details.timings()));
        json.put("prompt_tokens", details.promptTokens());
        json.put("answer_tokens", details.answerTokens());
        details.auditSequence().ifPresentOrElse(sequence -> json.put("audit_sequence", sequence),
                () -> json.putNull("audit_sequence"));
        return text(json);
    }

    /** @param line of the batch, counted from 1 */
    String error(JsonNode id, int line, String message) {
        ObjectNode json = mapper.createObjectNode();
        json.set("id", id);
        json.put("line", line);
        json.put("error", message);
        return text(json);
    }

    /** Nulls where it is not known or there is no intent. */
    private static void putMeaning(ObjectNode json, Optional<Details.Meaning> meaning) {
        Optional<Details.Topic> topic = meaning.flatMap(Details.Meaning::topic);
        json.put("intent", topic.map(Details.Topic::intent).orElse(null));
        json.put("intent_confidence", topic.map(known -> Math.round(known.confidence() * 1e4) / 1e4).orElse(null));
        json.put("in_scope", meaning.map(Details.Meaning::inScope).orElse(null));
    }

    private ObjectNode citation(Citation citation) {
        return mapper.createObjectNode().put("policy", citation.policy()).put("section", citation.section())
                .put("version", citation.version()).put("quote", citation.quote());
    }

    private ObjectNode pii(PiiSpan span) {
        return mapper.createObjectNode().put("type", span.type()).put("start", span.start()).put("end", span.end());
    }

    private ObjectNode checks(Details.Checks checks) {
        ObjectNode json = mapper.createObjectNode().put("written", checks.written()).put("figures_carried",
                checks.figuresCarried());
        ArrayNode invented = json.putArray("figures_invented");
        checks.figuresInvented().forEach(invented::add);
        ArrayNode faults = json.putArray("faults");
        checks.faults().forEach(faults::add);
        return json.put("passed", checks.passed());
    }

    private ObjectNode timings(Details.Timings timings) {
        return mapper.createObjectNode().put("mask", rounded(timings.mask()))
                .put("understand", rounded(timings.understand())).put("find", rounded(timings.find()))
                .put("first_token", rounded(timings.firstToken())).put("write", rounded(timings.write()))
                .put("check", rounded(timings.check())).put("record", rounded(timings.record()))
                .put("total", rounded(timings.total()));
    }

    /** To a microsecond: the clock says no more. */
    private static double rounded(double milliseconds) {
        return Math.round(milliseconds * 1000) / 1000.0;
    }

    private String text(ObjectNode json) {
        try {
            return mapper.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON nodes can always be written", e);
        }
    }
}

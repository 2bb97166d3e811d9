package bankassistant.retrieval;

import bankassistant.policy.Duty;
import bankassistant.policy.Figure;
import bankassistant.policy.Section;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A passage as the index stores it: one JSON object. */
final class PassageCodec {

    private final JsonMapper json = new JsonMapper();

    String write(Passage passage) {
        Section section = passage.section();
        ObjectNode node = json.createObjectNode();
        node.put("policy", passage.policyId()).put("policyTitle", passage.policyTitle())
                .put("version", passage.version()).put("owner", passage.owner()).put("sha256", passage.policySha256())
                .put("section", section.id())
                .put("title", section.title()).put("text", section.text());
        ArrayNode sentences = node.putArray("sentences");
        section.sentences().forEach(span -> sentences.addArray().add(span.start()).add(span.end()));
        ArrayNode figures = node.putArray("figures");
        section.figures().forEach(figure -> figures.addArray().add(figure.value()).add(figure.asOf().toString())
                .add(figure.source()));
        section.duty().ifPresent(duty -> node.set("duty", write(duty)));
        ArrayNode together = node.putArray("together");
        section.together().forEach(together::add);
        return node.toString();
    }

    /** @throws IllegalArgumentException if the text is not what {@link #write} made */
    Passage read(String text) {
        try {
            JsonNode node = json.readTree(text);
            List<Section.Span> sentences = new ArrayList<>();
            node.required("sentences")
                    .forEach(span -> sentences
                            .add(new Section.Span(span.required(0).asInt(), span.required(1).asInt())));
            List<Figure> figures = new ArrayList<>();
            node.required("figures").forEach(figure -> figures.add(new Figure(figure.required(0).asText(),
                    LocalDate.parse(figure.required(1).asText()), figure.required(2).asText())));
            List<Integer> together = new ArrayList<>();
            node.required("together").forEach(sentence -> together.add(sentence.asInt()));
            Section section = new Section(text(node, "section"), text(node, "title"), text(node, "text"), sentences,
                    figures, Optional.ofNullable(node.get("duty")).map(PassageCodec::duty), together);
            return new Passage(text(node, "policy"), text(node, "policyTitle"), text(node, "version"),
                    text(node, "sha256"), section, text(node, "owner"));
        } catch (JsonProcessingException | DateTimeException e) {
            throw new IllegalArgumentException("not a stored passage", e);
        }
    }

    private ObjectNode write(Duty duty) {
        return switch (duty) {
            case Duty.Right right -> json.createObjectNode().put("deadline", right.deadline())
                    .put("section", right.section()).put("sectionTitle", right.sectionTitle())
                    .put("sentence", right.sentence());
            case Duty.Confidential confidential -> json.createObjectNode().put("sayable", confidential.sayable());
        };
    }

    private static Duty duty(JsonNode node) {
        return node.has("sayable")
                ? new Duty.Confidential(text(node, "sayable"))
                : new Duty.Right(text(node, "deadline"), text(node, "section"), text(node, "sectionTitle"),
                        text(node, "sentence"));
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).asText();
    }
}

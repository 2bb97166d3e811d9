package bankassistant.app.command;

import bankassistant.lab.ClassFigures;
import bankassistant.lab.EvidenceEvaluation;
import bankassistant.lab.IntentEvaluation;
import bankassistant.lab.PiiEvaluation;
import bankassistant.lab.Proportion;
import bankassistant.lab.Reliability;
import bankassistant.lab.RetrievalEvaluation;
import bankassistant.lab.ScopeEvaluation;
import bankassistant.lab.SpanFigures;
import bankassistant.lab.answers.AnswerEvaluation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Results of evaluations as JSON objects. The keys are an interface others rely on. */
final class EvaluationJson {

    private static final int MOST_CONFUSIONS = 20;
    private static final Map<String, String> SIDES = Map.of("true", "in_scope", "false", "out_of_scope");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private EvaluationJson() {}

    static ObjectNode of(IntentEvaluation.Result result) {
        ObjectNode json = MAPPER.createObjectNode().put("n", result.accuracy().of());
        put(json, "accuracy", result.accuracy());
        json.put("macro_f1", rounded(result.macroF1()));
        put(json, result.reliability(), result.duration());
        json.set("per_class", classes(result.classes(), Map.of()));
        ArrayNode confusions = json.putArray("confusions");
        result.confusions().stream().limit(MOST_CONFUSIONS).forEach(pair -> confusions.addObject()
                .put("category", pair.label()).put("predicted", pair.predicted()).put("count", pair.count()));
        return json;
    }

    /** The two shares are null where no text is of their side. */
    static ObjectNode of(ScopeEvaluation.Result result) {
        ObjectNode json = MAPPER.createObjectNode().put("n", result.accuracy().of());
        put(json, "accuracy", result.accuracy());
        put(json, "recall_out_of_scope", result.recallOutOfScope().orElse(null));
        put(json, "false_rejection", result.falseRejection().orElse(null));
        put(json, result.reliability(), result.duration());
        json.set("per_class", classes(result.classes(), SIDES));
        ObjectNode verdicts = json.putObject("verdicts");
        result.verdicts().forEach((side, counts) -> verdicts.set(SIDES.get(side), MAPPER.valueToTree(counts)));
        return json;
    }

    /** Precision, recall and F2 by exact spans, beside them by overlapping ones. Shares are null where there is nothing to share. */
    static ObjectNode of(PiiEvaluation.Result result) {
        ObjectNode json = MAPPER.createObjectNode().put("n", result.texts()).put("spans",
                result.all().exact().expected());
        put(json, result.all().exact());
        json.putArray("f2_interval").add(rounded(result.f2Low())).add(rounded(result.f2High()));
        put(json.putObject("overlapping"), result.all().overlapping());
        put(json, "characters_hidden", result.characters().orElse(null));
        put(json, "touched_without_spans", result.touched().orElse(null));
        result.unknown().forEach((type, count) -> json.withObject("/not_counted").put(type, count));
        json.put("seconds", rounded(result.duration().toMillis() / 1000.0));
        json.put("ms_a_text", rounded(result.duration().toNanos() / 1e6 / result.texts()));
        ObjectNode types = json.putObject("by_type");
        result.types().forEach((type, figures) -> {
            ObjectNode node = types.putObject(type).put("n", figures.exact().expected()).put("found",
                    figures.exact().found());
            put(node, figures.exact());
            put(node.putObject("overlapping"), figures.overlapping());
        });
        return json;
    }

    private static void put(ObjectNode json, SpanFigures figures) {
        json.put("precision", rounded(figures.precision())).put("recall", rounded(figures.recall())).put("f2",
                rounded(figures.f2()));
    }

    static ObjectNode of(RetrievalEvaluation.Result result) {
        ObjectNode json = MAPPER.createObjectNode().put("n", result.recallAt1().of());
        put(json, "recall_at_1", result.recallAt1());
        put(json, "recall_at_3", result.recallAt3());
        return json;
    }

    /** A share is null where no question is of its kind. */
    static ObjectNode of(EvidenceEvaluation.Result result, int questions) {
        ObjectNode json = MAPPER.createObjectNode().put("n", questions);
        put(json, "recall", result.rightEvidence().orElse(null));
        put(json, "right_section", result.rightSection().orElse(null));
        put(json, "false_refusal", result.refused().orElse(null));
        put(json, "recall_unanswerable", result.recognised().orElse(null));
        return json.put("sentences", rounded(result.sentences()));
    }

    /** The figures of the model's own words are null where all is quoted. */
    static ObjectNode of(AnswerEvaluation.Result result) {
        ObjectNode json = MAPPER.createObjectNode().put("n", result.answers().passed().of());
        put(json, "", result.answers());
        put(json, "_quoted", result.quotations());
        put(json, "_of_written", result.written().orElse(null));
        put(json, "_of_written_if_quoted", result.writtenIfQuoted().orElse(null));
        json.set("kinds", MAPPER.valueToTree(result.kinds()));
        return json;
    }

    private static void put(ObjectNode json, String of, AnswerEvaluation.Quality quality) {
        put(json, "pass_rate" + of, quality == null ? null : quality.passed());
        if (quality != null) {
            quality.bertScore().ifPresent(score -> json.put("bert_score" + of, rounded(score)));
        }
    }

    /** For people: a line for each figure, a block for each list. */
    static List<String> lines(ObjectNode figures) {
        return figures.properties().stream().flatMap(figure -> lines(figure.getKey(), figure.getValue())).toList();
    }

    private static Stream<String> lines(String name, JsonNode value) {
        if (value.isObject()) {
            return Stream.concat(Stream.of(name), value.properties().stream()
                    .map(part -> "  %-50s %s".formatted(part.getKey(), plain(part.getValue()))));
        }
        if (value.isArray() && !value.isEmpty() && value.get(0).isObject()) {
            return Stream.concat(Stream.of(name), value.valueStream().map(part -> "  " + plain(part)));
        }
        return Stream.of("%-28s %s".formatted(name, plain(value)));
    }

    private static String plain(JsonNode value) {
        return value.isContainerNode()
                ? value.toString().replaceAll("[{}\"\\[\\]]", "").replace(",", "  ")
                : value.asText();
    }

    private static void put(ObjectNode json, String name, Proportion share) {
        if (share == null) {
            json.putNull(name).putNull(name + "_interval");
        } else {
            json.put(name, rounded(share.value()));
            json.putArray(name + "_interval").add(rounded(share.low())).add(rounded(share.high()));
        }
    }

    private static void put(ObjectNode json, Reliability reliability, Duration duration) {
        json.put("expected_calibration_error", rounded(reliability.expectedCalibrationError()));
        json.put("seconds", rounded(duration.toMillis() / 1000.0));
    }

    private static ObjectNode classes(Map<String, ClassFigures> classes, Map<String, String> names) {
        ObjectNode json = MAPPER.createObjectNode();
        classes.forEach((name, figures) -> json.putObject(names.getOrDefault(name, name)).put("n", figures.n())
                .put("precision", rounded(figures.precision())).put("recall", rounded(figures.recall()))
                .put("f1", rounded(figures.f1())));
        return json;
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}

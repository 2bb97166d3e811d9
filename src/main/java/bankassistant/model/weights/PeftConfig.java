package bankassistant.model.weights;

import bankassistant.model.ModelFileException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an {@code adapter_config.json} of PEFT says about a LoRA adapter. A field that may change the result and isn't
 * known here is refused by name as soon as it is set.
 */
final class PeftConfig {

    /** Fields that are read below, or that say nothing about the merged weights. */
    private static final Set<String> KNOWN = Set.of("alpha_pattern", "auto_mapping", "base_model_name_or_path", "bias",
            "ensure_weight_tying", "inference_mode", "init_lora_weights", "layers_pattern", "layers_to_transform",
            "lora_alpha", "lora_dropout", "megatron_core", "peft_type", "peft_version", "qalora_group_size", "r",
            "rank_pattern", "revision", "runtime_config", "target_modules", "task_type", "use_rslora");

    /** Ways of starting the training that leave the base weights as they are. */
    private static final Set<String> PLAIN_STARTS = Set.of("gaussian", "orthogonal", "eva");

    private static final int MAX_RANK = 4096;

    private final JsonFile json;
    private final int rank;
    private final double alpha;
    private final boolean rankStabilized;
    private final Map<String, Double> ranks;
    private final Map<String, Double> alphas;
    private final List<String> targets;
    private final List<Integer> layers;

    PeftConfig(JsonFile json) throws ModelFileException {
        this.json = json;
        refuseUnsupported();
        this.rank = json.integer("r");
        this.alpha = json.number("lora_alpha", json.root().path("lora_alpha"));
        this.rankStabilized = json.flag("use_rslora");
        this.ranks = pattern("rank_pattern");
        this.alphas = pattern("alpha_pattern");
        this.targets = readTargets();
        this.layers = readLayers();
    }

    private void refuseUnsupported() throws ModelFileException {
        if (!json.text("peft_type", "").equals("LORA")) {
            throw json.refuse("peft_type", "is %s, only LORA is supported".formatted(json.root().path("peft_type")));
        }
        if (!json.text("bias", "none").equals("none")) {
            throw json.refuse("bias", "is %s, only none is supported".formatted(json.root().path("bias")));
        }
        JsonNode start = json.root().path("init_lora_weights");
        if (start.isTextual() && !PLAIN_STARTS.contains(start.textValue())) {
            throw json.refuse("init_lora_weights",
                    "is %s: it changes the base weights, which is not supported".formatted(start));
        }
        if (!json.text("layers_pattern", "layers").equals("layers")) {
            throw json.refuse("layers_pattern", "only layers is supported");
        }
        for (Map.Entry<String, JsonNode> field : json.root().properties()) {
            if (!KNOWN.contains(field.getKey()) && json.isSet(field.getKey())) {
                throw json.refuse(field.getKey(), "is set: not supported");
            }
        }
    }

    private Map<String, Double> pattern(String field) throws ModelFileException {
        Map<String, Double> pattern = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : json.root().path(field).properties()) {
            if (!entry.getKey().matches("[A-Za-z0-9_.]+")) {
                throw json.refuse(field, "has the regular expression %s, only names are supported"
                        .formatted(entry.getKey()));
            }
            pattern.put(entry.getKey(), json.number(field, entry.getValue()));
        }
        return pattern;
    }

    private List<String> readTargets() throws ModelFileException {
        JsonNode field = json.root().path("target_modules");
        if (field.asText().equals("all-linear")) {
            return List.of("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj");
        }
        List<String> names = new ArrayList<>();
        for (JsonNode name : field) {
            if (!name.isTextual() || name.textValue().isEmpty()) {
                throw json.refuse("target_modules", "has what is no module name");
            }
            names.add(name.textValue());
        }
        if (names.isEmpty()) {
            throw json.refuse("target_modules", "is no list of module names, the only kind supported");
        }
        return names;
    }

    private List<Integer> readLayers() throws ModelFileException {
        JsonNode field = json.root().path("layers_to_transform");
        List<Integer> indexes = new ArrayList<>();
        if (field.isNumber()) {
            indexes.add(json.integer("layers_to_transform", field));
        }
        for (JsonNode index : field) {
            indexes.add(json.integer("layers_to_transform", index));
        }
        return indexes;
    }

    /** Whether a module, such as {@code model.layers.3.mlp.up_proj}, is adapted. */
    boolean targets(String module) {
        return targets.stream().anyMatch(target -> matches(target, module))
                && (layers.isEmpty() || layers.stream().anyMatch(layer -> module.contains("layers." + layer + ".")));
    }

    private static boolean matches(String name, String module) {
        return module.equals(name) || module.endsWith("." + name);
    }

    List<String> targets() {
        return targets;
    }

    int rank(String module) throws ModelFileException {
        double value = lookUp(ranks, module, rank);
        if (value < 1 || value > MAX_RANK || value != Math.rint(value)) {
            throw json.refuse("r", "is %s for %s".formatted(value, module));
        }
        return (int) value;
    }

    /** The factor of B·A: alpha/r (LoRA, arXiv 2106.09685), or alpha/sqrt(r) (rsLoRA, arXiv 2312.03732). */
    double scale(String module) throws ModelFileException {
        int r = rank(module);
        return lookUp(alphas, module, alpha) / (rankStabilized ? Math.sqrt(r) : r);
    }

    private static double lookUp(Map<String, Double> pattern, String module, double otherwise) {
        return pattern.entrySet().stream().filter(entry -> matches(entry.getKey(), module)).map(Map.Entry::getValue)
                .findFirst().orElse(otherwise);
    }
}

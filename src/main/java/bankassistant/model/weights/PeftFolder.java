package bankassistant.model.weights;

import bankassistant.model.AtomicFile;
import bankassistant.model.training.Parameter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a LoRA adapter in PEFT's layout: {@code adapter_model.safetensors} in half precision, then
 * {@code adapter_config.json}.
 *
 * @param rank    r, at least 1
 * @param alpha   the product of the halves counts alpha/r times
 * @param dropout share of the adapters' inputs that training left out
 * @param targets names of the layers that are adapted, such as {@code q_proj}
 * @param base    name of the base model
 * @param task    PEFT's task type, such as {@code CAUSAL_LM}, {@code SEQ_CLS} or {@code FEATURE_EXTRACTION}
 */
public record PeftFolder(int rank, double alpha, double dropout, List<String> targets, String base, String task) {

    public PeftFolder {
        targets = List.copyOf(targets);
        if (rank < 1 || !Double.isFinite(alpha) || targets.isEmpty()) {
            throw new IllegalArgumentException(
                    "rank %d and alpha %s with the targets %s can't be".formatted(rank, alpha,
                            targets));
        }
    }

    /** Whether a parameter belongs into an adapter's file; others are a head's. */
    public static boolean isAdapter(Parameter parameter) {
        return parameter.name().matches("base_model\\.model\\..+\\.lora_[AB]\\.weight");
    }

    /**
     * Writes the folder, which is made if need be.
     *
     * @param parameters  as PEFT's adapter_model names them, {@code lora_A [rank, in]} and {@code lora_B [out, rank]}
     * @param values      of each
     * @throws IllegalArgumentException if one is no half of an adapter of this rank, or has values that half precision can't
     *                                  hold
     */
    public void write(Path folder, List<Parameter> parameters, List<float[]> values) throws IOException {
        SafetensorsWriter weights = new SafetensorsWriter();
        for (int i = 0; i < parameters.size(); i++) {
            requireAdapter(parameters.get(i));
            weights.add(parameters.get(i), values.get(i), SafetensorsWriter.Precision.F16);
        }
        Files.createDirectories(folder);
        weights.write(folder.resolve("adapter_model.safetensors"));
        ObjectWriter pretty = new ObjectMapper().writerWithDefaultPrettyPrinter();
        byte[] config = pretty.writeValueAsBytes(config());
        AtomicFile.write(folder.resolve("adapter_config.json"), out -> out.write(config));
    }

    private void requireAdapter(Parameter parameter) {
        long[] shape = parameter.shape();
        int side = parameter.name().endsWith(".lora_A.weight") ? 0 : 1;
        if (!isAdapter(parameter) || shape.length != 2 || shape[side] != rank) {
            throw new IllegalArgumentException(parameter.name() + " is no half of an adapter of rank " + rank);
        }
    }

    private ObjectNode config() {
        ObjectNode config = new ObjectMapper().createObjectNode();
        config.putObject("alpha_pattern");
        config.putNull("auto_mapping").put("base_model_name_or_path", base).put("bias", "none")
                .put("fan_in_fan_out", false).put("inference_mode", true).put("init_lora_weights", true)
                .putNull("layers_pattern").putNull("layers_to_transform");
        if (alpha == Math.rint(alpha)) {
            config.put("lora_alpha", (long) alpha);
        } else {
            config.put("lora_alpha", alpha);
        }
        config.put("lora_dropout", dropout).putNull("modules_to_save").put("peft_type", "LORA").put("r", rank)
                .putObject("rank_pattern");
        config.putNull("revision");
        targets.forEach(config.putArray("target_modules")::add);
        return config.put("task_type", task).put("use_dora", false).put("use_rslora", false);
    }
}

package bankassistant.model.weights;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tensors a Llama decoder consists of, by their Hugging Face names, with their shapes (outermost first). */
public final class LlamaTensors {

    static final String EMBEDDINGS = "model.embed_tokens.weight";
    static final String OUTPUT = "lm_head.weight";

    private LlamaTensors() {}

    /** @param tied whether the embeddings serve as the output layer too, so that there is no {@code lm_head.weight} */
    public static Map<String, int[]> of(LlamaConfig config, boolean tied) {
        int width = config.width();
        int queries = config.heads() * config.headSize();
        int keys = config.keyValueHeads() * config.headSize();
        Map<String, int[]> shapes = new LinkedHashMap<>();
        shapes.put(EMBEDDINGS, new int[]{config.vocabulary(), width});
        for (int i = 0; i < config.layers(); i++) {
            String layer = "model.layers." + i + ".";
            shapes.put(layer + "input_layernorm.weight", new int[]{width});
            shapes.put(layer + "self_attn.q_proj.weight", new int[]{queries, width});
            shapes.put(layer + "self_attn.k_proj.weight", new int[]{keys, width});
            shapes.put(layer + "self_attn.v_proj.weight", new int[]{keys, width});
            shapes.put(layer + "self_attn.o_proj.weight", new int[]{width, queries});
            shapes.put(layer + "post_attention_layernorm.weight", new int[]{width});
            shapes.put(layer + "mlp.gate_proj.weight", new int[]{config.feedForward(), width});
            shapes.put(layer + "mlp.up_proj.weight", new int[]{config.feedForward(), width});
            shapes.put(layer + "mlp.down_proj.weight", new int[]{width, config.feedForward()});
        }
        shapes.put("model.norm.weight", new int[]{width});
        if (!tied) {
            shapes.put(OUTPUT, new int[]{config.vocabulary(), width});
        }
        return Collections.unmodifiableMap(shapes);
    }
}

package bankassistant.model.weights;

import bankassistant.model.ModelFileException;
import com.fasterxml.jackson.databind.JsonNode;

/** Reads a decoder's shape from the {@code config.json} of a Hugging Face folder and refuses what isn't computed. */
final class HuggingFaceConfig {

    private final JsonFile json;

    HuggingFaceConfig(JsonFile json) {
        this.json = json;
    }

    LlamaConfig read() throws ModelFileException {
        refuseUnsupported();
        int heads = json.integer("num_attention_heads");
        int width = json.integer("hidden_size");
        if (heads < 1) {
            throw json.refuse("num_attention_heads", "must be at least 1");
        }
        try {
            return new LlamaConfig(json.integer("num_hidden_layers"), width, json.integer("intermediate_size"), heads,
                    json.integer("num_key_value_heads", heads), json.integer("head_dim", width / heads),
                    json.integer("max_position_embeddings", 2048), ropeBase(), json.number("rms_norm_eps", 1e-6),
                    json.integer("vocab_size"));
        } catch (IllegalArgumentException e) {
            throw json.refuse("", e.getMessage());
        }
    }

    /** Whether the embeddings are the output layer too. */
    boolean tied() throws ModelFileException {
        return json.flag("tie_word_embeddings");
    }

    private double ropeBase() throws ModelFileException {
        JsonNode inParameters = json.root().path("rope_parameters").path("rope_theta");
        return inParameters.isMissingNode()
                ? json.number("rope_theta", 10_000)
                : json.number("rope_parameters.rope_theta", inParameters);
    }

    private void refuseUnsupported() throws ModelFileException {
        JsonNode architectures = json.root().path("architectures");
        if (architectures.size() != 1 || !architectures.path(0).asText().equals("LlamaForCausalLM")) {
            throw json.refuse("architectures", "is %s, only LlamaForCausalLM is supported".formatted(architectures));
        }
        if (!json.text("hidden_act", "silu").equals("silu")) {
            throw json.refuse("hidden_act", "is not silu, the only one supported");
        }
        for (String field : new String[]{"attention_bias", "mlp_bias", "quantization_config"}) {
            if (json.isSet(field)) {
                throw json.refuse(field, "is set: not supported");
            }
        }
        for (String field : new String[]{"rope_scaling", "rope_parameters"}) {
            JsonNode rope = json.root().path(field);
            String type = rope.path("rope_type").asText(rope.path("type").asText("default"));
            if (json.isSet(field) && (!rope.isObject() || !type.equals("default"))) {
                throw json.refuse(field, "scales RoPE: not supported");
            }
        }
    }
}

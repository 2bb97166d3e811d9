package bankassistant.model.weights;

import bankassistant.model.ModelFileException;

/** Reads a decoder's shape from GGUF metadata and refuses what the decoder doesn't compute. */
final class GgufConfig {

    private final GgufFile file;

    private GgufConfig(GgufFile file) {
        this.file = file;
    }

    static LlamaConfig read(GgufFile file) throws ModelFileException {
        return new GgufConfig(file).read();
    }

    private LlamaConfig read() throws ModelFileException {
        String architecture = file.require("general.architecture", String.class);
        if (!architecture.equals("llama")) {
            throw refuse("general.architecture", "is %s, only llama is supported".formatted(printable(architecture)));
        }
        refuseUnsupported();
        int heads = size("llama.attention.head_count");
        if (heads < 1) {
            throw refuse("llama.attention.head_count", "must be at least 1");
        }
        int width = size("llama.embedding_length");
        int headSize = size("llama.attention.key_length", width / heads);
        requireSame("llama.rope.dimension_count", headSize);
        requireSame("llama.attention.value_length", headSize);
        try {
            return new LlamaConfig(size("llama.block_count"), width, size("llama.feed_forward_length"), heads,
                    size("llama.attention.head_count_kv", heads), headSize, size("llama.context_length"),
                    file.field("llama.rope.freq_base", Double.class).orElse(10_000.0),
                    file.require("llama.attention.layer_norm_rms_epsilon", Double.class), vocabulary());
        } catch (IllegalArgumentException e) {
            throw new ModelFileException(file.path(), "metadata", e.getMessage(), e);
        }
    }

    private void refuseUnsupported() throws ModelFileException {
        String kind = file.field("general.type", String.class).orElse("model");
        if (!kind.equals("model")) {
            throw refuse("general.type", "is %s, not a model".formatted(printable(kind)));
        }
        String scaling = file.field("llama.rope.scaling.type", String.class).orElse("none");
        if (!scaling.equals("none")) {
            throw refuse("llama.rope.scaling.type",
                    "is %s: scaled RoPE is not supported".formatted(printable(scaling)));
        }
        for (String key : new String[]{"llama.rope.scaling.factor", "llama.rope.scale_linear"}) {
            double factor = file.field(key, Double.class).orElse(1.0);
            if (factor != 1 && factor != 0) {
                throw refuse(key, "is %s: scaled RoPE is not supported".formatted(factor));
            }
        }
        for (String key : new String[]{"llama.expert_count", "llama.attention.sliding_window"}) {
            long count = file.field(key, Long.class).orElse(0L);
            if (count != 0) {
                throw refuse(key, "is %d, only 0 is supported".formatted(count));
            }
        }
        if (file.field("split.count", Long.class).orElse(1L) > 1) {
            throw refuse("split.count", "the model is split into several files: merge them into one");
        }
        if (file.field("general.quantization_version", Long.class).orElse(2L) != 2) {
            throw refuse("general.quantization_version", "only version 2 is supported");
        }
    }

    private int vocabulary() throws ModelFileException {
        int rows = file.shape("token_embd.weight")[0];
        requireSame("llama.vocab_size", rows);
        return rows;
    }

    private int size(String key) throws ModelFileException {
        return checked(key, file.require(key, Long.class));
    }

    private int size(String key, int otherwise) throws ModelFileException {
        return checked(key, file.field(key, Long.class).orElse((long) otherwise));
    }

    private int checked(String key, long value) throws ModelFileException {
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw refuse(key, "is out of range: " + value);
        }
        return (int) value;
    }

    private void requireSame(String key, int value) throws ModelFileException {
        long given = file.field(key, Long.class).orElse((long) value);
        if (given != value) {
            throw refuse(key, "is %d, only %d is supported with this shape".formatted(given, value));
        }
    }

    private static String printable(String value) {
        return value.substring(0, Math.min(80, value.length())).replaceAll("\\p{C}", "?");
    }

    private ModelFileException refuse(String key, String reason) {
        return new ModelFileException(file.path(), key, reason);
    }
}

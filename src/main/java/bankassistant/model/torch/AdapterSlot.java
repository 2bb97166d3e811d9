package bankassistant.model.torch;

import bankassistant.model.training.LowRank;
import bankassistant.model.training.Parameter;
import bankassistant.model.weights.BertConfig;
import bankassistant.model.weights.LlamaConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A place for a trained tensor in a network: an adapter's A or B, or a tensor of the head.
 *
 * @param name  as PEFT saves it, or {@code classifier...}
 * @param shape outermost first; with a 0 where the layer is not adapted
 * @param kind  which first values it has
 */
record AdapterSlot(String name, long[] shape, Kind kind) {

    static final String HEAD = "classifier";
    private static final String PREFIX = "base_model.model.";

    enum Kind {
        DOWN, UP, HEAD_WEIGHT, HEAD_BIAS
    }

    /** The slots of an encoder in the order its network takes them. */
    static List<AdapterSlot> of(BertConfig config, LowRank adapters, int classes) {
        List<AdapterSlot> slots = new ArrayList<>();
        int width = config.width();
        for (int layer = 0; layer < config.layers(); layer++) {
            String block = "encoder.layer." + layer + ".";
            for (String part : List.of("query", "key", "value")) {
                addPair(slots, block + "attention.self." + part, width, width, adapters);
            }
            addPair(slots, block + "attention.output.dense", width, width, adapters);
            addPair(slots, block + "intermediate.dense", config.intermediate(), width, adapters);
            addPair(slots, block + "output.dense", width, config.intermediate(), adapters);
        }
        addHead(slots, classes, width);
        return List.copyOf(slots);
    }

    /** The slots of a decoder with a head of classes in the order its network takes them. */
    static List<AdapterSlot> of(LlamaConfig config, LowRank adapters, int classes) {
        List<AdapterSlot> slots = new ArrayList<>(of(config, adapters));
        addHead(slots, classes, config.width());
        return List.copyOf(slots);
    }

    private static void addHead(List<AdapterSlot> slots, int classes, int width) {
        slots.add(new AdapterSlot(HEAD + ".weight", new long[]{classes, width}, Kind.HEAD_WEIGHT));
        slots.add(new AdapterSlot(HEAD + ".bias", new long[]{classes}, Kind.HEAD_BIAS));
    }

    /** The slots of a decoder in the order its network takes them. */
    static List<AdapterSlot> of(LlamaConfig config, LowRank adapters) {
        List<AdapterSlot> slots = new ArrayList<>();
        int width = config.width();
        int queries = config.heads() * config.headSize();
        int keys = config.keyValueHeads() * config.headSize();
        for (int layer = 0; layer < config.layers(); layer++) {
            String block = "model.layers." + layer + ".";
            addPair(slots, block + "self_attn.q_proj", queries, width, adapters);
            addPair(slots, block + "self_attn.k_proj", keys, width, adapters);
            addPair(slots, block + "self_attn.v_proj", keys, width, adapters);
            addPair(slots, block + "self_attn.o_proj", width, queries, adapters);
            addPair(slots, block + "mlp.gate_proj", config.feedForward(), width, adapters);
            addPair(slots, block + "mlp.up_proj", config.feedForward(), width, adapters);
            addPair(slots, block + "mlp.down_proj", width, config.feedForward(), adapters);
        }
        return List.copyOf(slots);
    }

    private static void addPair(List<AdapterSlot> slots, String module, int out, int in, LowRank adapters) {
        int rank = adapters.adapts(module) ? adapters.rank() : 0;
        slots.add(new AdapterSlot(PREFIX + module + ".lora_A.weight", new long[]{rank, in}, Kind.DOWN));
        slots.add(new AdapterSlot(PREFIX + module + ".lora_B.weight", new long[]{out, rank}, Kind.UP));
    }

    boolean isEmpty() {
        return shape[0] == 0 || shape[shape.length - 1] == 0;
    }

    boolean head() {
        return kind == Kind.HEAD_WEIGHT || kind == Kind.HEAD_BIAS;
    }

    Parameter parameter() {
        return new Parameter(name, shape, kind != Kind.HEAD_BIAS);
    }

    /**
     * A as PEFT's default: Kaiming's uniform distribution with a root of 5; B and the bias zero, so that nothing is changed yet.
     *
     * @param deviation standard deviation of the head's weight
     */
    float[] firstValues(SplittableRandom random, double deviation) {
        int size = isEmpty() ? 0 : parameter().values();
        float[] values = new float[size];
        if (kind == Kind.DOWN) {
            double bound = 1 / Math.sqrt(shape[1]);
            for (int i = 0; i < size; i++) {
                values[i] = (float) random.nextDouble(-bound, bound);
            }
        } else if (kind == Kind.HEAD_WEIGHT) {
            for (int i = 0; i < size; i++) {
                values[i] = (float) (random.nextGaussian() * deviation);
            }
        }
        return values;
    }
}

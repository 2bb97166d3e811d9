package bankassistant.model.torch;

import bankassistant.model.ModelFileException;
import bankassistant.model.weights.LlamaConfig;
import bankassistant.model.weights.WeightSource;

/** A Llama forward pass as the papers write it, in double precision, a token at a time, without cleverness. */
final class ReferenceLlama {

    private final WeightSource source;
    private final LlamaConfig config;

    ReferenceLlama(WeightSource source) {
        this.source = source;
        this.config = source.config();
    }

    /** The logits after the last token. */
    double[] logits(int... ids) throws ModelFileException {
        double[][] x = embeddings(ids);
        for (int block = 0; block < config.layers(); block++) {
            String prefix = "model.layers." + block + ".";
            double[][] attended = attention(normed(x, prefix + "input_layernorm"), prefix + "self_attn.");
            x = sum(x, linear(attended, prefix + "self_attn.o_proj"));
            x = sum(x, gated(normed(x, prefix + "post_attention_layernorm"), prefix + "mlp."));
        }
        boolean tied = !source.names().contains("lm_head.weight");
        double[][] logits = linear(normed(x, "model.norm"), tied ? "model.embed_tokens" : "lm_head");
        return logits[ids.length - 1];
    }

    private double[][] embeddings(int[] ids) throws ModelFileException {
        float[] table = source.floats("model.embed_tokens.weight");
        double[][] x = new double[ids.length][config.width()];
        for (int t = 0; t < ids.length; t++) {
            for (int i = 0; i < config.width(); i++) {
                x[t][i] = table[ids[t] * config.width() + i];
            }
        }
        return x;
    }

    private double[][] normed(double[][] x, String name) throws ModelFileException {
        float[] gain = source.floats(name + ".weight");
        double[][] y = new double[x.length][gain.length];
        for (int t = 0; t < x.length; t++) {
            double squares = 0;
            for (double value : x[t]) {
                squares += value * value;
            }
            for (int i = 0; i < gain.length; i++) {
                y[t][i] = gain[i] * x[t][i] / Math.sqrt(squares / gain.length + config.rmsEpsilon());
            }
        }
        return y;
    }

    private double[][] linear(double[][] x, String name) throws ModelFileException {
        float[] weight = source.floats(name + ".weight");
        int in = x[0].length;
        double[][] y = new double[x.length][weight.length / in];
        for (int t = 0; t < x.length; t++) {
            for (int row = 0; row < y[t].length; row++) {
                for (int i = 0; i < in; i++) {
                    y[t][row] += weight[row * in + i] * x[t][i];
                }
            }
        }
        return y;
    }

    private double[][] attention(double[][] x, String prefix) throws ModelFileException {
        double[][] q = linear(x, prefix + "q_proj");
        double[][] k = linear(x, prefix + "k_proj");
        double[][] v = linear(x, prefix + "v_proj");
        int head = config.headSize();
        for (int t = 0; t < x.length; t++) {
            rotate(q[t], t);
            rotate(k[t], t);
        }
        double[][] y = new double[x.length][config.heads() * head];
        for (int t = 0; t < x.length; t++) {
            for (int h = 0; h < config.heads(); h++) {
                int group = h / (config.heads() / config.keyValueHeads());
                double[] weights = attentionWeights(q[t], h * head, k, group * head, t);
                for (int s = 0; s <= t; s++) {
                    for (int i = 0; i < head; i++) {
                        y[t][h * head + i] += weights[s] * v[s][group * head + i];
                    }
                }
            }
        }
        return y;
    }

    private double[] attentionWeights(double[] query, int at, double[][] keys, int keyAt, int last) {
        double[] weights = new double[last + 1];
        double sum = 0;
        for (int s = 0; s <= last; s++) {
            double product = 0;
            for (int i = 0; i < config.headSize(); i++) {
                product += query[at + i] * keys[s][keyAt + i];
            }
            weights[s] = Math.exp(product / Math.sqrt(config.headSize()));
            sum += weights[s];
        }
        for (int s = 0; s <= last; s++) {
            weights[s] /= sum;
        }
        return weights;
    }

    /** Rotate-half RoPE: feature i of a head turns with feature i + half. */
    private void rotate(double[] heads, int position) {
        int half = config.headSize() / 2;
        for (int first = 0; first < heads.length; first += 2 * half) {
            for (int i = 0; i < half; i++) {
                double angle = position / Math.pow(config.ropeBase(), 2.0 * i / config.headSize());
                double a = heads[first + i];
                double b = heads[first + i + half];
                heads[first + i] = a * Math.cos(angle) - b * Math.sin(angle);
                heads[first + i + half] = b * Math.cos(angle) + a * Math.sin(angle);
            }
        }
    }

    private double[][] gated(double[][] x, String prefix) throws ModelFileException {
        double[][] gate = linear(x, prefix + "gate_proj");
        double[][] up = linear(x, prefix + "up_proj");
        for (int t = 0; t < x.length; t++) {
            for (int i = 0; i < gate[t].length; i++) {
                up[t][i] *= gate[t][i] / (1 + Math.exp(-gate[t][i]));
            }
        }
        return linear(up, prefix + "down_proj");
    }

    private static double[][] sum(double[][] a, double[][] b) {
        for (int t = 0; t < a.length; t++) {
            for (int i = 0; i < a[t].length; i++) {
                b[t][i] += a[t][i];
            }
        }
        return b;
    }
}

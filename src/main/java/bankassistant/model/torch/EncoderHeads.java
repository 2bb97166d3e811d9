package bankassistant.model.torch;

import bankassistant.model.MessageHeads;
import bankassistant.model.ModelFileException;
import bankassistant.model.weights.HeadAdapter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Heads on an encoder's CLS token, each with an adapter of its own, scored in one pass over the encoder's weights. Heads whose
 * folders have one name but for a number ({@code intent-1}, {@code intent-2}) are an ensemble: their probabilities are
 * averaged (Lakshminarayanan et al. 2017, arXiv 1612.01474).
 */
final class EncoderHeads implements MessageHeads {

    /** Texts of one pass: more need memory, and gain nothing. */
    private static final int TOGETHER = 32;

    private final TorchEncoder encoder;
    private final List<String> names;

    /** Adds the adapters to the encoder's network. On the encoder's thread. */
    EncoderHeads(TorchEncoder encoder, TorchScript network, List<HeadAdapter> heads) throws ModelFileException {
        this.encoder = encoder;
        this.names = heads.stream().map(head -> head.name().replaceFirst("-\\d+$", "")).toList();
        EncoderAdapters.add(network, heads);
    }

    @Override
    public List<Map<String, float[]>> score(List<String> texts) {
        // texts of like length go together, so that little is padded
        int[] byLength = IntStream.range(0, texts.size()).boxed()
                .sorted(Comparator.comparingInt(i -> texts.get(i).length())).mapToInt(Integer::intValue).toArray();
        List<Map<String, float[]>> scores = new ArrayList<>(Collections.nCopies(texts.size(), Map.of()));
        for (int from = 0; from < byLength.length; from += TOGETHER) {
            int[] places = Arrays.copyOfRange(byLength, from, Math.min(byLength.length, from + TOGETHER));
            List<float[][]> logits = encoder.headLogits(Arrays.stream(places).mapToObj(texts::get).toList());
            for (int row = 0; row < places.length; row++) {
                scores.set(places[row], combined(logits, row));
            }
        }
        return List.copyOf(scores);
    }

    private Map<String, float[]> combined(List<float[][]> logits, int row) {
        Map<String, List<float[]>> members = new LinkedHashMap<>();
        for (int head = 0; head < names.size(); head++) {
            members.computeIfAbsent(names.get(head), _ -> new ArrayList<>()).add(logits.get(head)[row]);
        }
        Map<String, float[]> combined = new LinkedHashMap<>();
        members.forEach((name, all) -> combined.put(name, all.size() == 1 ? all.getFirst() : logOfMean(all)));
        return combined;
    }

    /** The logarithm of the members' mean probabilities. */
    private static float[] logOfMean(List<float[]> members) {
        double[] mean = new double[members.getFirst().length];
        for (float[] logits : members) {
            double most = Double.NEGATIVE_INFINITY;
            for (float logit : logits) {
                most = Math.max(most, logit);
            }
            double[] powers = new double[logits.length];
            for (int i = 0; i < logits.length; i++) {
                powers[i] = Math.exp(logits[i] - most);
            }
            double sum = Arrays.stream(powers).sum();
            for (int i = 0; i < mean.length; i++) {
                mean[i] += powers[i] / sum / members.size();
            }
        }
        float[] logs = new float[mean.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = (float) Math.log(Math.max(mean[i], Float.MIN_NORMAL));
        }
        return logs;
    }

    /** Nothing: the adapters are the encoder's, which whoever opened it closes. */
    @Override
    public void close() {}
}

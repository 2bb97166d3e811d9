package bankassistant.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Heads that score together. Those whose names are one but for a number ({@code intent-1}, {@code intent-2}) are an ensemble:
 * their probabilities are averaged (Lakshminarayanan et al. 2017, arXiv 1612.01474), and what comes out has the name without
 * the number.
 */
public final class Ensemble implements MessageHeads {

    private final List<MessageHeads> members;

    /** @param members with different names; closed with the ensemble */
    public Ensemble(List<MessageHeads> members) {
        this.members = List.copyOf(members);
    }

    @Override
    public List<Map<String, float[]>> score(List<String> texts) {
        List<Map<String, List<float[]>>> gathered = new ArrayList<>();
        texts.forEach(_ -> gathered.add(new LinkedHashMap<>()));
        for (MessageHeads member : members) {
            List<Map<String, float[]>> scored = member.score(texts);
            for (int i = 0; i < gathered.size(); i++) {
                Map<String, List<float[]>> all = gathered.get(i);
                scored.get(i).forEach((name, logits) -> all
                        .computeIfAbsent(name.replaceFirst("-\\d+$", ""), _ -> new ArrayList<>()).add(logits));
            }
        }
        return gathered.stream().map(Ensemble::combined).toList();
    }

    private static Map<String, float[]> combined(Map<String, List<float[]>> members) {
        Map<String, float[]> combined = new LinkedHashMap<>();
        members.forEach((name, all) -> combined.put(name, all.size() == 1 ? all.getFirst() : logOfMean(all)));
        return combined;
    }

    /** The logarithm of the members' mean probabilities. */
    private static float[] logOfMean(List<float[]> members) {
        double[] mean = new double[members.getFirst().length];
        for (float[] logits : members) {
            double[] probabilities = Softmax.of(logits);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += probabilities[i] / members.size();
            }
        }
        return Softmax.logits(mean);
    }

    @Override
    public void close() {
        members.forEach(MessageHeads::close);
    }
}

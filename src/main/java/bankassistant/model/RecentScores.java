package bankassistant.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Heads that don't score again what they have just scored: one question is understood and then searched for. */
public final class RecentScores implements MessageHeads {

    private static final int KEPT = 32;

    private final MessageHeads heads;
    private final Map<String, Map<String, float[]>> recent = new LinkedHashMap<>();

    /** @param heads closed with these */
    public RecentScores(MessageHeads heads) {
        this.heads = heads;
    }

    @Override
    public synchronized List<Map<String, float[]>> score(List<String> texts) {
        List<String> missing = texts.stream().filter(text -> !recent.containsKey(text)).distinct().toList();
        Map<String, Map<String, float[]>> known = new LinkedHashMap<>(recent);
        if (!missing.isEmpty()) {
            List<Map<String, float[]>> scored = heads.score(missing);
            for (int i = 0; i < missing.size(); i++) {
                known.put(missing.get(i), scored.get(i));
            }
        }
        recent.clear();
        known.entrySet().stream().skip(Math.max(0, known.size() - KEPT))
                .forEach(entry -> recent.put(entry.getKey(), entry.getValue()));
        return texts.stream().map(known::get).toList();
    }

    @Override
    public void close() {
        heads.close();
    }
}

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
 * Heads on an encoder's CLS token, each with an adapter of its own or with none, scored in one pass over the encoder's
 * weights. Their names are those of their folders.
 */
final class EncoderHeads implements MessageHeads {

    /** Texts of one pass: more need memory, and gain nothing. */
    private static final int TOGETHER = 32;

    private final TorchEncoder encoder;
    private final List<String> names;

    /** Adds the adapters to the encoder's network. On the encoder's thread. */
    EncoderHeads(TorchEncoder encoder, TorchScript network, List<HeadAdapter> heads) throws ModelFileException {
        this.encoder = encoder;
        this.names = heads.stream().map(HeadAdapter::name).toList();
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
                scores.set(places[row], named(logits, row));
            }
        }
        return List.copyOf(scores);
    }

    private Map<String, float[]> named(List<float[][]> logits, int row) {
        Map<String, float[]> named = new LinkedHashMap<>();
        for (int head = 0; head < names.size(); head++) {
            named.put(names.get(head), logits.get(head)[row]);
        }
        return named;
    }

    /** Nothing: the adapters are the encoder's, which whoever opened it closes. */
    @Override
    public void close() {}
}

package bankassistant.model.weights;

import bankassistant.model.ModelFileException;
import bankassistant.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** A base model with a LoRA adapter added to each weight as it is read. Closing closes the base. */
public final class MergedWeights implements WeightSource {

    private final WeightSource base;
    private final PeftAdapter adapter;

    /** @throws ModelFileException if the adapter doesn't fit the base, which then stays open */
    public MergedWeights(WeightSource base, PeftAdapter adapter) throws ModelFileException {
        adapter.requireFit(base);
        this.base = base;
        this.adapter = adapter;
    }

    public WeightSource base() {
        return base;
    }

    public PeftAdapter adapter() {
        return adapter;
    }

    @Override
    public LlamaConfig config() {
        return base.config();
    }

    @Override
    public String name() {
        return base.name();
    }

    /** SHA-256 over the base's and the adapter's hash, each in hexadecimal. */
    @Override
    public String sha256() {
        String both = base.sha256() + adapter.sha256();
        return HexFormat.of().formatHex(Sha256.digest().digest(both.getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public Set<String> names() {
        return base.names();
    }

    @Override
    public int[] shape(String name) throws ModelFileException {
        return base.shape(name);
    }

    @Override
    public float[] floats(String name) throws ModelFileException {
        float[] weight = base.floats(name);
        Optional<LoraPair> pair = adapter.pair(name);
        pair.ifPresent(change -> change.addTo(weight));
        return weight;
    }

    @Override
    public float[] rows(String name, int from, int count) throws ModelFileException {
        return adapter.pair(name).isPresent()
                ? WeightSource.super.rows(name, from, count)
                : base.rows(name, from, count);
    }

    @Override
    public void close() {
        base.close();
    }
}

package bankassistant.model.weights;

import bankassistant.model.ModelFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An encoder's head of classes with the adapter below it: a folder in PEFT's layout with {@code head.safetensors} beside the
 * adapter. A folder with nothing but the head's file holds a head on the bare encoder.
 */
public final class HeadAdapter {

    private final Path folder;
    private final Optional<PeftAdapter> adapter;
    private final HeadTensors head;

    private HeadAdapter(Path folder, Optional<PeftAdapter> adapter, HeadTensors head) {
        this.folder = folder;
        this.adapter = adapter;
        this.head = head;
    }

    /**
     * @param base the encoder's shape
     * @throws ModelFileException naming file and tensor, if the folder does not hold what fits the encoder
     */
    public static HeadAdapter open(Path folder, BertConfig base) throws ModelFileException {
        Optional<PeftAdapter> adapter = PeftAdapter.isIn(folder)
                ? Optional.of(PeftAdapter.open(folder))
                : Optional.empty();
        return new HeadAdapter(folder, adapter, HeadTensors.open(folder, base.width()));
    }

    /** The folder's name. */
    public String name() {
        return folder.getFileName().toString();
    }

    public int classes() {
        return head.classes();
    }

    /** {@code [classes, width]}, row-major: the array held here, not to be changed. */
    public float[] weight() {
        return head.weight();
    }

    /** {@code [classes]}: the array held here, not to be changed. */
    public float[] bias() {
        return head.bias();
    }

    /** The largest rank among these layers; 0 if none is adapted. */
    public int rank(List<String> modules) {
        return modules.stream().map(this::pair).flatMap(Optional::stream).mapToInt(LoraPair::rank).max().orElse(0);
    }

    /**
     * A of layers side by side that share their input, {@code [in, layers * rank]}.
     *
     * @param rank of each, at least {@link #rank}; what is more is zero
     */
    public float[] down(List<String> modules, int in, int rank) throws ModelFileException {
        int columns = modules.size() * rank;
        float[] down = new float[in * columns];
        for (int part = 0; part < modules.size(); part++) {
            LoraPair pair = pair(modules.get(part)).orElse(null);
            if (pair != null) {
                requireIn(modules.get(part), pair, in);
                for (int k = 0; k < pair.rank(); k++) {
                    for (int i = 0; i < in; i++) {
                        down[i * columns + part * rank + k] = pair.a()[k * in + i];
                    }
                }
            }
        }
        return down;
    }

    /**
     * B of layers one after the other, with the adapter's scale, {@code [layers, rank, out]}.
     *
     * @param rank of each, at least {@link #rank}; what is more is zero
     */
    public float[] up(List<String> modules, int out, int rank) throws ModelFileException {
        float[] up = new float[modules.size() * rank * out];
        for (int part = 0; part < modules.size(); part++) {
            LoraPair pair = pair(modules.get(part)).orElse(null);
            if (pair != null) {
                requireOut(modules.get(part), pair, out);
                for (int row = 0; row < out; row++) {
                    for (int k = 0; k < pair.rank(); k++) {
                        up[(part * rank + k) * out + row] = (float) (pair.b()[row * pair.rank() + k] * pair.scale());
                    }
                }
            }
        }
        return up;
    }

    private Optional<LoraPair> pair(String module) {
        return adapter.flatMap(present -> present.pair(module + ".weight"));
    }

    private void requireIn(String module, LoraPair pair, int in) throws ModelFileException {
        Shapes.requireEqual(folder, module, new int[]{pair.in()}, in);
    }

    private void requireOut(String module, LoraPair pair, int out) throws ModelFileException {
        Shapes.requireEqual(folder, module, new int[]{pair.out()}, out);
    }
}

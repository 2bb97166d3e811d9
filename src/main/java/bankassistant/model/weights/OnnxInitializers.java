package bankassistant.model.weights;

import bankassistant.model.ModelFileException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The float32 initializers of an ONNX graph, and its nodes by kind, inputs and outputs; nothing is computed. Field
 * numbers are those of {@code onnx.proto}. Initializers of other types (shapes, indices) are left out.
 */
public final class OnnxInitializers {

    private static final int MAX_INITIALIZERS = 1 << 14;
    private static final int MAX_NODES = 1 << 17;
    private static final int FLOAT = 1;

    private final ProtoInput in;
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final List<Node> nodes = new ArrayList<>();

    /** {@code shape} has the outermost dimension first. */
    record Tensor(int[] shape, float[] values) {}

    record Node(String operation, String name, List<String> inputs, List<String> outputs) {}

    private OnnxInitializers(ProtoInput in) {
        this.in = in;
    }

    /**
     * Reads the stream to its end.
     *
     * @param file names the stream in messages
     */
    public static OnnxInitializers read(Path file, InputStream stream) throws ModelFileException {
        OnnxInitializers onnx = new OnnxInitializers(new ProtoInput(file, stream));
        onnx.readModel();
        if (onnx.tensors.isEmpty()) {
            throw new ModelFileException(file, "", "has no float32 weights");
        }
        return onnx;
    }

    Map<String, Tensor> tensors() {
        return Collections.unmodifiableMap(tensors);
    }

    /** As {@code tensors().get(name)}, and forgets the tensor: whoever converts them one by one needs no room for two sets. */
    Tensor take(String name) {
        return tensors.remove(name);
    }

    List<Node> nodes() {
        return Collections.unmodifiableList(nodes);
    }

    private void readModel() throws ModelFileException {
        while (in.next()) {
            if (in.field() == 7) {
                long outer = in.enter();
                readGraph();
                in.leave(outer);
            } else {
                in.skip();
            }
        }
    }

    private void readGraph() throws ModelFileException {
        while (in.next()) {
            if (in.field() == 1 && in.isMessage()) {
                long outer = in.enter();
                readNode();
                in.leave(outer);
            } else if (in.field() == 5 && in.isMessage()) {
                long outer = in.enter();
                readTensor();
                in.leave(outer);
            } else {
                in.skip();
            }
        }
    }

    private void readNode() throws ModelFileException {
        List<String> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        String name = "";
        String operation = "";
        while (in.next()) {
            switch (in.field()) {
                case 1 -> inputs.add(in.text());
                case 2 -> outputs.add(in.text());
                case 3 -> name = in.text();
                case 4 -> operation = in.text();
                default -> in.skip();
            }
        }
        if (nodes.size() == MAX_NODES) {
            throw in.refuse("has more than %,d nodes".formatted(MAX_NODES));
        }
        nodes.add(new Node(operation, name, inputs, outputs));
    }

    private void readTensor() throws ModelFileException {
        List<Long> sizes = new ArrayList<>();
        String name = "";
        long type = 0;
        float[] values = null;
        while (in.next()) {
            switch (in.field()) {
                case 1 -> readSizes(sizes);
                case 2 -> type = in.number();
                case 4, 9 -> {
                    // other types are told by field 2, which every writer puts first
                    if (type == FLOAT) {
                        values = in.floats();
                    } else {
                        in.skip();
                    }
                }
                case 8 -> name = in.text();
                case 13, 14 -> throw in.refuse("keeps its values in another file, which is not supported");
                default -> in.skip();
            }
        }
        if (type == FLOAT) {
            add(name, sizes, values);
        }
    }

    private void readSizes(List<Long> sizes) throws ModelFileException {
        if (!in.isMessage()) {
            sizes.add(in.number());
        } else {
            long outer = in.enter();
            while (!in.atEnd() && sizes.size() < 9) {
                sizes.add(in.packedNumber());
            }
            if (!in.atEnd()) {
                throw in.refuse("has a tensor of more than 8 dimensions");
            }
            in.leave(outer);
        }
        if (sizes.size() > 8) {
            throw in.refuse("has a tensor of more than 8 dimensions");
        }
    }

    private void add(String name, List<Long> sizes, float[] values) throws ModelFileException {
        long count = 1;
        int[] shape = new int[sizes.size()];
        for (int i = 0; i < shape.length; i++) {
            long size = sizes.get(i);
            if (size < 0 || size > Shapes.MAX_VALUES || count * size > Shapes.MAX_VALUES) {
                throw in.refuse("has a tensor of an impossible size");
            }
            shape[i] = (int) size;
            count *= size;
        }
        if (values == null ? count != 0 : count != values.length) {
            throw in.refuse("has a tensor whose values don't fit its shape");
        }
        if (tensors.size() == MAX_INITIALIZERS
                || tensors.put(name, new Tensor(shape, values == null ? new float[0] : values)) != null) {
            throw in.refuse("has too many tensors, or one twice");
        }
    }
}

package bankassistant.model.weights;

import bankassistant.model.ModelFileException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A safetensors file of float32, float16 or bfloat16 tensors. As the format asks, the tensors must cover the file's data
 * from beginning to end without overlap or hole, so a file that is cut off is refused when it is opened.
 */
final class SafetensorsFile implements TensorFile {

    private static final int MAX_HEADER = 16 << 20;

    private final MappedFile file;
    private final Map<String, Tensor> tensors;

    /** {@code begin} and {@code end} count from the file's beginning. */
    private record Tensor(String name, TensorType type, int[] shape, int values, long begin, long end) {}

    private SafetensorsFile(MappedFile file, Map<String, Tensor> tensors) {
        this.file = file;
        this.tensors = tensors;
    }

    static SafetensorsFile open(Path path) throws ModelFileException {
        MappedFile file = MappedFile.open(path);
        try {
            return new SafetensorsFile(file, readHeader(file));
        } catch (ModelFileException | RuntimeException | Error e) {
            file.close();
            throw e;
        }
    }

    private static Map<String, Tensor> readHeader(MappedFile file) throws ModelFileException {
        long length = ByteBuffer.wrap(file.bytes(0, Long.BYTES, "header")).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 2 || length > MAX_HEADER) {
            throw new ModelFileException(file.path(), "header",
                    "has the impossible length " + Long.toUnsignedString(length));
        }
        long data = Long.BYTES + length;
        JsonFile header = JsonFile.parse(file.path(), file.bytes(Long.BYTES, length, "header"));
        List<Tensor> tensors = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : header.root().properties()) {
            if (!entry.getKey().equals("__metadata__")) {
                tensors.add(readTensor(header, file, entry.getKey(), entry.getValue(), data));
            }
        }
        tensors.sort(Comparator.comparingLong(Tensor::begin));
        requireCovered(header, tensors, data, file.size());
        Map<String, Tensor> byName = new LinkedHashMap<>();
        tensors.forEach(tensor -> byName.put(tensor.name(), tensor));
        return byName;
    }

    private static Tensor readTensor(JsonFile header, MappedFile file, String name, JsonNode entry, long data)
            throws ModelFileException {
        TensorType type = TensorType.ofSafetensors(entry.path("dtype").asText()).orElseThrow(() -> header.refuse(name,
                "has the unsupported type %s, F32, F16 and BF16 are read".formatted(entry.path("dtype"))));
        JsonNode sizes = entry.path("shape");
        if (!sizes.isArray() || sizes.size() > 8) {
            throw header.refuse(name, "has no shape of up to 8 dimensions");
        }
        int[] shape = new int[sizes.size()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = header.integer(name, sizes.get(i));
        }
        int values = Shapes.values(file.path(), name, shape);
        long begin = offset(header, name, entry.path("data_offsets").path(0), file.size() - data);
        long end = offset(header, name, entry.path("data_offsets").path(1), file.size() - data);
        if (end - begin != type.bytes(values)) {
            throw header.refuse(name, "has offsets that don't fit its shape");
        }
        return new Tensor(name, type, shape, values, data + begin, data + end);
    }

    private static long offset(JsonFile header, String name, JsonNode offset, long most) throws ModelFileException {
        if (!offset.isIntegralNumber() || !offset.canConvertToLong() || offset.longValue() < 0
                || offset.longValue() > most) {
            throw header.refuse(name, "lies outside the file: it is damaged or cut off");
        }
        return offset.longValue();
    }

    private static void requireCovered(JsonFile header, List<Tensor> sorted, long data, long size)
            throws ModelFileException {
        long end = data;
        for (Tensor tensor : sorted) {
            if (tensor.begin() != end) {
                throw header.refuse(tensor.name(), "overlaps another tensor or leaves a hole before it");
            }
            end = tensor.end();
        }
        if (end != size) {
            throw header.refuse("", "has %,d bytes that belong to no tensor".formatted(size - end));
        }
    }

    MappedFile file() {
        return file;
    }

    @Override
    public Path path() {
        return file.path();
    }

    @Override
    public Set<String> names() {
        return tensors.keySet();
    }

    @Override
    public int[] shape(String name) throws ModelFileException {
        return find(name).shape().clone();
    }

    @Override
    public float[] floats(String name) throws ModelFileException {
        Tensor tensor = find(name);
        byte[] bytes = file.bytes(tensor.begin(), tensor.end() - tensor.begin(), name);
        return tensor.type().finite(path(), name, bytes, tensor.values());
    }

    private Tensor find(String name) throws ModelFileException {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new ModelFileException(path(), name, "is missing");
        }
        return tensor;
    }

    @Override
    public void close() {
        file.close();
    }
}

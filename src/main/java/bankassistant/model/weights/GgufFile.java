package bankassistant.model.weights;

import bankassistant.model.ModelFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A GGUF file, version 2 or 3, little-endian: metadata and tensors by the names in the file. Its format is described in
 * {@code ggml/docs/gguf.md}.
 *
 * <p>Opening checks the whole header: counts and lengths against the file's size before anything is allocated, types,
 * and that tensors lie inside the file without overlap. The tensors' values are read on demand.
 */
public final class GgufFile implements AutoCloseable {

    private static final int MAGIC = 0x46554747;
    private static final int MAX_TENSORS = 1 << 16;
    private static final int MAX_FIELDS = 1 << 14;
    private static final int MAX_DIMENSIONS = 4;

    private final MappedFile file;
    private final FileHash hash;
    private final Map<String, Object> metadata;
    private final Map<String, Tensor> tensors;

    /** {@code shape} has the outermost dimension first, {@code offset} counts from the file's beginning. */
    private record Tensor(String name, TensorType type, int[] shape, int values, long offset) {

        long end() {
            return offset + type.bytes(values);
        }
    }

    private GgufFile(MappedFile file, Map<String, Object> metadata, Map<String, Tensor> tensors) {
        this.file = file;
        this.hash = new FileHash(List.of(file));
        this.metadata = metadata;
        this.tensors = tensors;
    }

    public static GgufFile open(Path path) throws ModelFileException {
        MappedFile file = MappedFile.open(path);
        try {
            return read(file);
        } catch (ModelFileException | RuntimeException | Error e) {
            file.close();
            throw e;
        }
    }

    private static GgufFile read(MappedFile file) throws ModelFileException {
        GgufCursor cursor = new GgufCursor(file);
        if (cursor.readInt("magic") != MAGIC) {
            throw new ModelFileException(file.path(), "", "is not a GGUF file");
        }
        int version = cursor.readInt("version");
        if (version != 2 && version != 3) {
            throw new ModelFileException(file.path(), "version",
                    "%s is not supported, 2 and 3 are".formatted(Integer.toUnsignedString(version)));
        }
        int tensorCount = cursor.readCount("tensor count", MAX_TENSORS);
        int fieldCount = cursor.readCount("metadata count", MAX_FIELDS);
        Map<String, Object> metadata = readMetadata(cursor, fieldCount);
        int alignment = alignment(file.path(), metadata);
        Map<String, Tensor> tensors = readTensors(cursor, tensorCount, alignment);
        return new GgufFile(file, metadata, tensors);
    }

    private static Map<String, Object> readMetadata(GgufCursor cursor, int count) throws ModelFileException {
        Map<String, Object> metadata = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String key = cursor.readName("metadata key " + i);
            if (metadata.put(key, cursor.readValue(key)) != null) {
                throw cursor.refuse(key, "appears twice");
            }
        }
        return metadata;
    }

    private static int alignment(Path path, Map<String, Object> metadata) throws ModelFileException {
        Object value = metadata.getOrDefault("general.alignment", 32L);
        if (value instanceof Long bytes && bytes >= 8 && bytes <= 1 << 16 && bytes % 8 == 0) {
            return bytes.intValue();
        }
        throw new ModelFileException(path, "general.alignment", "must be a multiple of 8 up to 65536");
    }

    private static Map<String, Tensor> readTensors(GgufCursor cursor, int count, int alignment)
            throws ModelFileException {
        List<Tensor> relative = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            relative.add(readTensor(cursor, i, alignment));
        }
        long data = (cursor.position() + alignment - 1) / alignment * alignment;
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Tensor tensor : relative) {
            // both are at most the file's size: no overflow
            Tensor placed = new Tensor(tensor.name(), tensor.type(), tensor.shape(), tensor.values(),
                    data + tensor.offset());
            if (placed.end() > cursor.size()) {
                throw cursor.refuse(tensor.name(), "ends at byte %,d but the file has only %,d: it is cut off"
                        .formatted(placed.end(), cursor.size()));
            }
            if (tensors.put(tensor.name(), placed) != null) {
                throw cursor.refuse(tensor.name(), "appears twice");
            }
        }
        refuseOverlap(cursor, tensors);
        return tensors;
    }

    private static Tensor readTensor(GgufCursor cursor, int index, int alignment) throws ModelFileException {
        String name = cursor.readName("tensor name " + index);
        int dimensions = cursor.readInt(name);
        if (dimensions < 1 || dimensions > MAX_DIMENSIONS) {
            throw cursor.refuse(name, "has %s dimensions, 1 to 4 are possible"
                    .formatted(Integer.toUnsignedString(dimensions)));
        }
        int[] shape = new int[dimensions];
        for (int i = dimensions - 1; i >= 0; i--) {
            shape[i] = cursor.readSize(name);
        }
        int values = Shapes.values(cursor.path(), name, shape);
        int typeId = cursor.readInt(name);
        TensorType type = TensorType.ofGgml(typeId).orElseThrow(() -> cursor.refuse(name,
                "has the unsupported type %s".formatted(GgmlTypes.name(typeId))));
        if (shape[dimensions - 1] % type.blockValues() != 0) {
            throw cursor.refuse(name, "has rows of %,d values, %s needs a multiple of %d"
                    .formatted(shape[dimensions - 1], type, type.blockValues()));
        }
        long offset = cursor.readLong(name);
        if (offset < 0 || offset > cursor.size() || offset % alignment != 0) {
            throw cursor.refuse(name, "has the impossible offset %s".formatted(Long.toUnsignedString(offset)));
        }
        return new Tensor(name, type, shape, values, offset);
    }

    private static void refuseOverlap(GgufCursor cursor, Map<String, Tensor> tensors) throws ModelFileException {
        List<Tensor> sorted = new ArrayList<>(tensors.values());
        sorted.sort(Comparator.comparingLong(Tensor::offset));
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).offset() < sorted.get(i - 1).end()) {
                throw cursor.refuse(sorted.get(i).name(), "overlaps " + sorted.get(i - 1).name());
            }
        }
    }

    public Path path() {
        return file.path();
    }

    /** SHA-256 of the file, computed at the first call; any thread may ask. */
    public String sha256() {
        return hash.hex();
    }

    public Set<String> tensorNames() {
        return tensors.keySet();
    }

    /** Dimensions, outermost first. */
    public int[] shape(String tensor) throws ModelFileException {
        return find(tensor).shape().clone();
    }

    /** The values, row-major, in a new array. */
    public float[] floats(String tensor) throws ModelFileException {
        Tensor found = find(tensor);
        byte[] bytes = file.bytes(found.offset(), found.type().bytes(found.values()), tensor);
        return found.type().finite(path(), tensor, bytes, found.values());
    }

    /** Rows of a matrix, row-major, in a new array. */
    public float[] rows(String tensor, int from, int count) throws ModelFileException {
        Tensor found = find(tensor);
        int columns = found.shape()[1];
        Objects.checkFromIndexSize(from, count, found.shape()[0]);
        // a row is a whole number of blocks
        byte[] bytes = file.bytes(found.offset() + found.type().bytes(from * columns),
                found.type().bytes(count * columns), tensor);
        return found.type().finite(path(), tensor, bytes, count * columns);
    }

    private Tensor find(String name) throws ModelFileException {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new ModelFileException(path(), name, "is missing");
        }
        return tensor;
    }

    /** A metadata field of type {@code String}, {@code Long}, {@code Double}, {@code Boolean} or an array of one. */
    public <T> Optional<T> field(String key, Class<T> type) throws ModelFileException {
        Object value = metadata.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw new ModelFileException(path(), key,
                    "is a %s, not a %s".formatted(value.getClass().getSimpleName(), type.getSimpleName()));
        }
        return Optional.of(type.cast(value));
    }

    /** A metadata field that must be there. */
    public <T> T require(String key, Class<T> type) throws ModelFileException {
        return field(key, type).orElseThrow(() -> new ModelFileException(path(), key, "is missing"));
    }

    @Override
    public void close() {
        file.close();
    }
}

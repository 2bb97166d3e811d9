package bankassistant.model.weights;

import bankassistant.model.ModelFileException;
import bankassistant.model.weights.TorchPickle.TensorRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A state dict as {@code torch.save} writes it: a zip with a pickle of names and one entry for each storage. The values
 * of a tensor may lie in any strides. How much an entry may hold is known from the pickle before it is read.
 */
final class TorchFile implements TensorFile {

    private static final int MAX_PICKLE = 16 << 20;
    private static final int MAX_ENTRIES = 1 << 16;

    private final Path path;
    private final ZipFile zip;
    private final String prefix;
    private final Map<String, TensorRef> tensors;

    private TorchFile(Path path, ZipFile zip) throws ModelFileException {
        this.path = path;
        this.zip = zip;
        List<String> names = zip.stream().limit(MAX_ENTRIES).map(ZipEntry::getName).toList();
        if (names.size() == MAX_ENTRIES || new HashSet<>(names).size() < names.size()) {
            throw refuse("", "has too many entries, or one twice");
        }
        String pickle = names.stream().filter(name -> name.matches("([^/]+/)?data\\.pkl")).findFirst()
                .orElseThrow(() -> refuse("", "has no data.pkl: it was not written by torch.save"));
        this.prefix = pickle.substring(0, pickle.length() - "data.pkl".length());
        requireLittleEndian(names);
        this.tensors = TorchPickle.read(path, entry("data.pkl", MAX_PICKLE));
    }

    static TorchFile open(Path path) throws ModelFileException {
        if (!Files.isRegularFile(path)) {
            throw new ModelFileException(path, "", "there is no such file");
        }
        ZipFile zip = openZip(path);
        try {
            return new TorchFile(path, zip);
        } catch (ModelFileException | RuntimeException | Error e) {
            close(zip);
            throw e;
        }
    }

    private static ZipFile openZip(Path path) throws ModelFileException {
        try {
            return new ZipFile(path.toFile());
        } catch (IOException | IllegalArgumentException e) {
            throw new ModelFileException(path, "",
                    "is damaged, or not in the zip format that torch.save writes since PyTorch 1.6", e);
        }
    }

    private void requireLittleEndian(List<String> names) throws ModelFileException {
        if (names.contains(prefix + "byteorder")
                && !new String(entry("byteorder", 16), StandardCharsets.US_ASCII).equals("little")) {
            throw refuse("byteorder", "only little-endian files are read");
        }
    }

    private byte[] entry(String name, int most) throws ModelFileException {
        ZipEntry entry = zip.getEntry(prefix + name);
        if (entry == null) {
            throw refuse(name, "is missing");
        }
        if (entry.getMethod() != ZipEntry.STORED) {
            throw refuse(name, "is compressed, which torch.save never does");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(most);
            if (in.read() >= 0) {
                throw refuse(name, "is larger than %,d bytes".formatted(most));
            }
            return bytes;
        } catch (ModelFileException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw new ModelFileException(path, name, "is damaged", e);
        }
    }

    @Override
    public Path path() {
        return path;
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
        TensorRef tensor = find(name);
        String storage = "data/" + tensor.storage();
        long bytes = tensor.type().bytes(tensor.storageValues());
        if (bytes > Shapes.MAX_VALUES) {
            throw refuse(name, "is larger than can be loaded");
        }
        byte[] stored = entry(storage, (int) bytes);
        if (stored.length != bytes) {
            throw refuse(storage, "has %,d bytes, not %,d".formatted(stored.length, bytes));
        }
        return gather(tensor, tensor.type().finite(path, name, stored, (int) tensor.storageValues()));
    }

    private static float[] gather(TensorRef tensor, float[] storage) {
        int count = 1;
        for (int size : tensor.shape()) {
            count *= size;
        }
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            long at = tensor.offset();
            int rest = i;
            for (int axis = tensor.shape().length - 1; axis >= 0; axis--) {
                at += rest % tensor.shape()[axis] * tensor.strides()[axis];
                rest /= tensor.shape()[axis];
            }
            values[i] = storage[(int) at];
        }
        return values;
    }

    private TensorRef find(String name) throws ModelFileException {
        TensorRef tensor = tensors.get(name);
        if (tensor == null) {
            throw refuse(name, "is missing");
        }
        return tensor;
    }

    private ModelFileException refuse(String where, String reason) {
        return new ModelFileException(path, where, reason);
    }

    @Override
    public void close() {
        close(zip);
    }

    private static void close(ZipFile zip) {
        try {
            zip.close();
        } catch (IOException _) {
            // opened for reading only: nothing is lost
        }
    }
}

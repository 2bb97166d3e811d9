package bankassistant.model.weights;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small files as {@code torch.save} does: float32 tensors of values 0, 1, 2, ..., or any pickle. */
final class TorchBuilder {

    private final GgufBuilder.Bytes pickle = new GgufBuilder.Bytes().raw((byte) 0x80, (byte) 2);
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    TorchBuilder begin() {
        return op("}(");
    }

    /** One item of the dictionary; its strides are those of a row-major matrix. */
    TorchBuilder matrix(String name, int rows, int columns) {
        return tensor(name, rows * columns, 0, new int[]{rows, columns}, new int[]{columns, 1});
    }

    TorchBuilder tensor(String name, int storageValues, int offset, int[] shape, int[] strides) {
        String key = Integer.toString(entries.size());
        GgufBuilder.Bytes data = new GgufBuilder.Bytes();
        for (int i = 0; i < storageValues; i++) {
            data.int32(Float.floatToRawIntBits(i));
        }
        entries.put("data/" + key, data.toArray());
        text(name).op("ctorch._utils\n_rebuild_tensor_v2\n((").text("storage").op("ctorch\nFloatStorage\n").text(key)
                .text("cpu").number(storageValues).op("tQ").number(offset);
        return tuple(shape).tuple(strides).bytes(0x89).op("ccollections\nOrderedDict\n)RtR");
    }

    private TorchBuilder tuple(int... values) {
        op("(");
        for (int value : values) {
            number(value);
        }
        return op("t");
    }

    TorchBuilder end() {
        return op("u.");
    }

    TorchBuilder op(String ascii) {
        pickle.raw(ascii.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    TorchBuilder bytes(int... values) {
        for (int value : values) {
            pickle.raw((byte) value);
        }
        return this;
    }

    TorchBuilder text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        op("X");
        pickle.int32(utf8.length).raw(utf8);
        return this;
    }

    TorchBuilder number(int value) {
        op("J");
        pickle.int32(value);
        return this;
    }

    TorchBuilder entry(String name, byte... data) {
        entries.put(name, data);
        return this;
    }

    byte[] build() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            store(zip, "model/data.pkl", pickle.toArray());
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                store(zip, "model/" + entry.getKey(), entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void store(ZipOutputStream zip, String name, byte[] data) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(data);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(data.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(data);
        zip.closeEntry();
    }
}

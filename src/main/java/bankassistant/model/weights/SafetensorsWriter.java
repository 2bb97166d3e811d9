package bankassistant.model.weights;

import bankassistant.model.AtomicFile;
import bankassistant.model.training.Parameter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes a safetensors file. The tensors come in the order of their names, so that the same values make the same file.
 */
public final class SafetensorsWriter {

    private static final int ALIGNMENT = 8;

    private final SortedMap<String, Tensor> tensors = new TreeMap<>();

    /** How values are written. */
    public enum Precision {

        /** As they are. */
        F32(Float.BYTES) {
            @Override
            void put(float value, ByteBuffer to) {
                to.putFloat(value);
            }
        },
        /** Rounded to the nearest half-precision number: 11 bits, at most 65,504. */
        F16(Short.BYTES) {
            @Override
            void put(float value, ByteBuffer to) {
                to.putShort(Float.floatToFloat16(value));
            }
        };

        private final int bytes;

        Precision(int bytes) {
            this.bytes = bytes;
        }

        abstract void put(float value, ByteBuffer to);

        /** Whether the value is finite once it is written. */
        private boolean isFinite(float value) {
            return Float.isFinite(this == F16 ? Float.float16ToFloat(Float.floatToFloat16(value)) : value);
        }
    }

    private record Tensor(Parameter parameter, float[] values, Precision precision) {

        int bytes() {
            return Math.multiplyExact(values.length, precision.bytes);
        }
    }

    /**
     * Adds a tensor.
     *
     * @param parameter its name and shape
     * @param values    row-major; not copied
     * @throws IllegalArgumentException naming it, if the name was there, the values don't fit the shape, or one is not finite
     *                                  in this precision
     */
    public SafetensorsWriter add(Parameter parameter, float[] values, Precision precision) {
        if (values.length != parameter.values()) {
            throw new IllegalArgumentException("%s has %,d values in the shape %s".formatted(parameter.name(),
                    values.length, Arrays.toString(parameter.shape())));
        }
        for (float value : values) {
            if (!precision.isFinite(value)) {
                throw new IllegalArgumentException("%s has the value %s, which %s can't hold".formatted(
                        parameter.name(), value, precision));
            }
        }
        if (tensors.putIfAbsent(parameter.name(), new Tensor(parameter, values, precision)) != null) {
            throw new IllegalArgumentException(parameter.name() + " comes twice");
        }
        return this;
    }

    /** Writes the file, in a folder that is there, wholly or not at all. */
    public void write(Path file) throws IOException {
        byte[] header = header();
        AtomicFile.write(file, out -> {
            out.write(littleEndian(Long.BYTES).putLong(header.length).array());
            out.write(header);
            for (Tensor tensor : tensors.values()) {
                write(tensor, out);
            }
        });
    }

    private byte[] header() {
        ObjectNode header = new ObjectMapper().createObjectNode();
        // the frameworks that read it ask for this
        header.putObject("__metadata__").put("format", "pt");
        long end = 0;
        for (Tensor tensor : tensors.values()) {
            ObjectNode entry = header.putObject(tensor.parameter().name()).put("dtype", tensor.precision().name());
            ArrayNode shape = entry.putArray("shape");
            Arrays.stream(tensor.parameter().shape()).forEach(shape::add);
            entry.putArray("data_offsets").add(end).add(end += tensor.bytes());
        }
        byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(json, (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        return padded;
    }

    private static void write(Tensor tensor, OutputStream out) throws IOException {
        ByteBuffer bytes = littleEndian(tensor.bytes());
        for (float value : tensor.values()) {
            tensor.precision().put(value, bytes);
        }
        out.write(bytes.array());
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}

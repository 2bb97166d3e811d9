package bankassistant.model.weights;

import bankassistant.model.ModelFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads protobuf fields from a stream, one after the other. A message's length bounds the lengths inside it, and memory
 * is taken only as bytes really arrive.
 */
final class ProtoInput {

    private static final long MAX_BYTES = 1L << 30;
    private static final int MAX_TEXT = 1 << 12;
    private static final int FIRST_VALUES = 1 << 18;

    private final Path file;
    private final InputStream in;
    private long position;
    private long limit = MAX_BYTES;
    private int field;
    private int wireType;

    /** @param file for messages only */
    ProtoInput(Path file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /** Goes to the next field of the message; false at its end. */
    boolean next() throws ModelFileException {
        if (position == limit) {
            return false;
        }
        int first = read();
        if (first < 0) {
            if (limit == MAX_BYTES) {
                return false;
            }
            throw refuse("is cut off");
        }
        long tag = varint(first);
        field = (int) (tag >>> 3);
        wireType = (int) (tag & 7);
        if (tag < 0 || tag >>> 3 == 0 || tag >>> 32 != 0) {
            throw refuse("is no ONNX file, or damaged");
        }
        return true;
    }

    int field() {
        return field;
    }

    boolean isMessage() {
        return wireType == 2;
    }

    /** Enters a nested message, text or array; what it returns goes to {@link #leave}. */
    long enter() throws ModelFileException {
        long length = length();
        long outer = limit;
        limit = position + length;
        return outer;
    }

    void leave(long outer) {
        limit = outer;
    }

    private long length() throws ModelFileException {
        if (wireType != 2) {
            throw refuse("has a field of an unexpected kind");
        }
        long length = varint(require());
        if (length < 0 || length > limit - position) {
            throw refuse("has a length beyond its message: it is damaged or cut off");
        }
        return length;
    }

    long number() throws ModelFileException {
        if (wireType != 0) {
            throw refuse("has a field of an unexpected kind");
        }
        return varint(require());
    }

    /** A number of a packed field that was entered. */
    long packedNumber() throws ModelFileException {
        return varint(require());
    }

    boolean atEnd() {
        return position >= limit;
    }

    String text() throws ModelFileException {
        long length = length();
        if (length > MAX_TEXT) {
            throw refuse("has a name of %,d bytes".formatted(length));
        }
        byte[] bytes = new byte[(int) length];
        readFully(bytes, bytes.length);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Little-endian float32 values. */
    float[] floats() throws ModelFileException {
        long length = length();
        if (length % Float.BYTES != 0) {
            throw refuse("has float32 values of %,d bytes".formatted(length));
        }
        int count = (int) (length / Float.BYTES);
        float[] values = new float[Math.min(count, FIRST_VALUES)];
        byte[] block = new byte[Math.min(1 << 16, (int) length)];
        for (int done = 0; done < count;) {
            if (done == values.length) {
                values = Arrays.copyOf(values, (int) Math.min(count, 2L * values.length));
            }
            float[] part = new float[Math.min(values.length - done, block.length / Float.BYTES)];
            readFully(block, part.length * Float.BYTES);
            if (!TensorType.F32.decode(block, part)) {
                throw refuse("has values that are not finite");
            }
            System.arraycopy(part, 0, values, done, part.length);
            done += part.length;
        }
        return values;
    }

    void skip() throws ModelFileException {
        switch (wireType) {
            case 0 -> varint(require());
            case 1 -> skip(8);
            case 2 -> skip(length());
            case 5 -> skip(4);
            default -> throw refuse("has a field of an unknown kind");
        }
    }

    private void skip(long length) throws ModelFileException {
        if (length > limit - position) {
            throw refuse("is cut off");
        }
        try {
            in.skipNBytes(length);
        } catch (IOException e) {
            throw new ModelFileException(file, "", "is cut off", e);
        }
        position += length;
    }

    private long varint(int first) throws ModelFileException {
        long value = first & 0x7F;
        int last = first;
        for (int shift = 7; last >= 0x80; shift += 7) {
            if (shift > 63) {
                throw refuse("has a number that is too long");
            }
            last = require();
            value |= (long) (last & 0x7F) << shift;
        }
        return value;
    }

    private int require() throws ModelFileException {
        if (position >= limit) {
            throw refuse("is cut off");
        }
        int value = read();
        if (value < 0) {
            throw refuse("is cut off");
        }
        return value;
    }

    private int read() throws ModelFileException {
        try {
            int value = in.read();
            position += value < 0 ? 0 : 1;
            return value;
        } catch (IOException e) {
            throw new ModelFileException(file, "", "can't be read: " + e.getMessage(), e);
        }
    }

    private void readFully(byte[] target, int length) throws ModelFileException {
        try {
            if (in.readNBytes(target, 0, length) < length) {
                throw refuse("is cut off");
            }
        } catch (ModelFileException e) {
            throw e;
        } catch (IOException e) {
            throw new ModelFileException(file, "", "can't be read: " + e.getMessage(), e);
        }
        position += length;
    }

    ModelFileException refuse(String reason) {
        return new ModelFileException(file, position < 1 ? "" : "byte %,d".formatted(position), reason);
    }
}

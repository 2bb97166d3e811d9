package bankassistant.model.weights;

import bankassistant.model.ModelFileException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Reads the header of a GGUF file from its beginning on. What a length or a count promises is compared with what the
 * file still has before anything is allocated for it.
 */
final class GgufCursor {

    private static final int MAX_NAME = 1 << 10;
    private static final int MAX_TEXT = 1 << 24;
    private static final int MAX_ARRAY = 1 << 22;

    private final MappedFile file;
    private long position;

    GgufCursor(MappedFile file) {
        this.file = file;
    }

    Path path() {
        return file.path();
    }

    long position() {
        return position;
    }

    long size() {
        return file.size();
    }

    ModelFileException refuse(String where, String reason) {
        return new ModelFileException(path(), where, reason);
    }

    int readInt(String where) throws ModelFileException {
        return next(Integer.BYTES, where).getInt();
    }

    long readLong(String where) throws ModelFileException {
        return next(Long.BYTES, where).getLong();
    }

    int readCount(String where, int most) throws ModelFileException {
        long count = readLong(where);
        if (count < 0 || count > most) {
            throw refuse(where, "%s is more than the %,d possible".formatted(Long.toUnsignedString(count), most));
        }
        return (int) count;
    }

    /** A dimension: 1 or more. */
    int readSize(String where) throws ModelFileException {
        long size = readLong(where);
        if (size < 1 || size > Shapes.MAX_VALUES) {
            throw refuse(where, "has a dimension of size " + Long.toUnsignedString(size));
        }
        return (int) size;
    }

    /** A name that can stand in a message: not empty, no control characters. */
    String readName(String where) throws ModelFileException {
        String name = readText(where, MAX_NAME);
        if (name.isEmpty() || name.codePoints().anyMatch(Character::isISOControl)) {
            throw refuse(where, "is empty or has control characters");
        }
        return name;
    }

    private String readText(String where, int most) throws ModelFileException {
        int length = readCount(where, most);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(next(length, where)).toString();
        } catch (CharacterCodingException e) {
            throw new ModelFileException(path(), where, "is not UTF-8", e);
        }
    }

    /** A metadata value: Long for all integers, Double, Boolean, String, or an array of one of them. */
    Object readValue(String key) throws ModelFileException {
        int type = readInt(key);
        return type == GgufValue.ARRAY ? readArray(key) : switch (type) {
            case GgufValue.STRING -> readText(key, MAX_TEXT);
            case GgufValue.BOOL -> readBoolean(key);
            case GgufValue.FLOAT32, GgufValue.FLOAT64 -> readDouble(key, type);
            default -> readInteger(key, type);
        };
    }

    private Object readArray(String key) throws ModelFileException {
        int type = readInt(key);
        int count = readCount(key, MAX_ARRAY);
        long least = (long) count * GgufValue.leastBytes(type).orElseThrow(() -> unknownType(key, type));
        if (least > size() - position) {
            throw refuse(key, "promises %,d elements, the file has no room for them".formatted(count));
        }
        return switch (type) {
            case GgufValue.STRING -> readTexts(key, count);
            case GgufValue.FLOAT32, GgufValue.FLOAT64 -> readDoubles(key, type, count);
            default -> readIntegers(key, type, count);
        };
    }

    private String[] readTexts(String key, int count) throws ModelFileException {
        String[] texts = new String[count];
        for (int i = 0; i < count; i++) {
            texts[i] = readText(key, MAX_TEXT);
        }
        return texts;
    }

    private double[] readDoubles(String key, int type, int count) throws ModelFileException {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = readDouble(key, type);
        }
        return values;
    }

    private long[] readIntegers(String key, int type, int count) throws ModelFileException {
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = type == GgufValue.BOOL ? readBoolean(key) ? 1 : 0 : readInteger(key, type);
        }
        return values;
    }

    private boolean readBoolean(String key) throws ModelFileException {
        byte value = next(1, key).get();
        if (value != 0 && value != 1) {
            throw refuse(key, "is no truth value: " + value);
        }
        return value == 1;
    }

    private double readDouble(String key, int type) throws ModelFileException {
        return type == GgufValue.FLOAT32 ? next(4, key).getFloat() : next(8, key).getDouble();
    }

    private long readInteger(String key, int type) throws ModelFileException {
        return switch (type) {
            case GgufValue.UINT8 -> Byte.toUnsignedLong(next(1, key).get());
            case GgufValue.INT8 -> next(1, key).get();
            case GgufValue.UINT16 -> Short.toUnsignedLong(next(2, key).getShort());
            case GgufValue.INT16 -> next(2, key).getShort();
            case GgufValue.UINT32 -> Integer.toUnsignedLong(next(4, key).getInt());
            case GgufValue.INT32 -> next(4, key).getInt();
            case GgufValue.UINT64 -> readUnsigned(key);
            case GgufValue.INT64 -> next(8, key).getLong();
            default -> throw unknownType(key, type);
        };
    }

    private long readUnsigned(String key) throws ModelFileException {
        long value = next(8, key).getLong();
        if (value < 0) {
            throw refuse(key, Long.toUnsignedString(value) + " is too large");
        }
        return value;
    }

    private ModelFileException unknownType(String key, int type) {
        return refuse(key, "has the unknown type " + Integer.toUnsignedString(type));
    }

    private ByteBuffer next(int length, String where) throws ModelFileException {
        byte[] bytes = file.bytes(position, length, where);
        position += length;
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}

package bankassistant.model.weights;

import bankassistant.model.ModelFileException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * How a tensor's values lie in a file: in blocks of little-endian bytes. The quantized layouts are ggml's
 * ({@code ggml-common.h}): a block of 32 values begins with its scale, and for the {@code _1} kinds its minimum, as
 * float16.
 */
enum TensorType {

    F32(0, 1, 4) {
        @Override
        boolean decode(byte[] from, float[] to) {
            boolean finite = true;
            for (int i = 0; i < to.length; i++) {
                to[i] = (float) FLOAT.get(from, 4 * i);
                finite &= Float.isFinite(to[i]);
            }
            return finite;
        }
    },
    F16(1, 1, 2) {
        @Override
        boolean decode(byte[] from, float[] to) {
            boolean finite = true;
            for (int i = 0; i < to.length; i++) {
                to[i] = half(from, 2 * i);
                finite &= Float.isFinite(to[i]);
            }
            return finite;
        }
    },
    Q4_0(2, 32, 18) {
        @Override
        boolean decode(byte[] from, float[] to) {
            boolean finite = true;
            for (int at = 0, out = 0; out < to.length; at += 18, out += 32) {
                float scale = half(from, at);
                finite &= Float.isFinite(scale);
                for (int i = 0; i < 16; i++) {
                    int pair = from[at + 2 + i];
                    to[out + i] = ((pair & 15) - 8) * scale;
                    to[out + 16 + i] = (((pair >> 4) & 15) - 8) * scale;
                }
            }
            return finite;
        }
    },
    Q4_1(3, 32, 20) {
        @Override
        boolean decode(byte[] from, float[] to) {
            boolean finite = true;
            for (int at = 0, out = 0; out < to.length; at += 20, out += 32) {
                float scale = half(from, at);
                float minimum = half(from, at + 2);
                finite &= Float.isFinite(scale) & Float.isFinite(minimum);
                for (int i = 0; i < 16; i++) {
                    int pair = from[at + 4 + i];
                    to[out + i] = (pair & 15) * scale + minimum;
                    to[out + 16 + i] = ((pair >> 4) & 15) * scale + minimum;
                }
            }
            return finite;
        }
    },
    Q5_0(6, 32, 22) {
        @Override
        boolean decode(byte[] from, float[] to) {
            boolean finite = true;
            for (int at = 0, out = 0; out < to.length; at += 22, out += 32) {
                float scale = half(from, at);
                finite &= Float.isFinite(scale);
                int high = (int) INT.get(from, at + 2);
                for (int i = 0; i < 16; i++) {
                    int pair = from[at + 6 + i];
                    to[out + i] = ((pair & 15 | (high >> i & 1) << 4) - 16) * scale;
                    to[out + 16 + i] = ((pair >> 4 & 15 | (high >> i + 16 & 1) << 4) - 16) * scale;
                }
            }
            return finite;
        }
    },
    Q5_1(7, 32, 24) {
        @Override
        boolean decode(byte[] from, float[] to) {
            boolean finite = true;
            for (int at = 0, out = 0; out < to.length; at += 24, out += 32) {
                float scale = half(from, at);
                float minimum = half(from, at + 2);
                finite &= Float.isFinite(scale) & Float.isFinite(minimum);
                int high = (int) INT.get(from, at + 4);
                for (int i = 0; i < 16; i++) {
                    int pair = from[at + 8 + i];
                    to[out + i] = (pair & 15 | (high >> i & 1) << 4) * scale + minimum;
                    to[out + 16 + i] = (pair >> 4 & 15 | (high >> i + 16 & 1) << 4) * scale + minimum;
                }
            }
            return finite;
        }
    },
    Q8_0(8, 32, 34) {
        @Override
        boolean decode(byte[] from, float[] to) {
            boolean finite = true;
            for (int at = 0, out = 0; out < to.length; at += 34, out += 32) {
                float scale = half(from, at);
                finite &= Float.isFinite(scale);
                for (int i = 0; i < 32; i++) {
                    to[out + i] = from[at + 2 + i] * scale;
                }
            }
            return finite;
        }
    },
    BF16(30, 1, 2) {
        @Override
        boolean decode(byte[] from, float[] to) {
            boolean finite = true;
            for (int i = 0; i < to.length; i++) {
                to[i] = Float.intBitsToFloat((short) SHORT.get(from, 2 * i) << 16);
                finite &= Float.isFinite(to[i]);
            }
            return finite;
        }
    };

    private static final VarHandle FLOAT = MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    private final int ggmlId;
    private final int blockValues;
    private final int blockBytes;

    TensorType(int ggmlId, int blockValues, int blockBytes) {
        this.ggmlId = ggmlId;
        this.blockValues = blockValues;
        this.blockBytes = blockBytes;
    }

    /** The type that GGUF files call by this number. */
    static Optional<TensorType> ofGgml(int id) {
        return Arrays.stream(values()).filter(type -> type.ggmlId == id).findFirst();
    }

    /** The type that safetensors files call by this name. */
    static Optional<TensorType> ofSafetensors(String name) {
        return switch (name) {
            case "F32" -> Optional.of(F32);
            case "F16" -> Optional.of(F16);
            case "BF16" -> Optional.of(BF16);
            default -> Optional.empty();
        };
    }

    int ggmlId() {
        return ggmlId;
    }

    /** Values in a block: the innermost dimension is a multiple of it. */
    int blockValues() {
        return blockValues;
    }

    /** Bytes that so many values take; a multiple of {@link #blockValues()}. */
    long bytes(long values) {
        return values / blockValues * blockBytes;
    }

    /**
     * Decodes as many values as {@code to} holds.
     *
     * @return whether all values (of the quantized kinds: all scales and minima) are finite
     */
    abstract boolean decode(byte[] from, float[] to);

    /**
     * The values of a tensor's bytes, in a new array.
     *
     * @throws ModelFileException naming file and tensor, if one is not finite
     */
    float[] finite(Path file, String tensor, byte[] from, int values) throws ModelFileException {
        float[] to = new float[values];
        if (!decode(from, to)) {
            throw new ModelFileException(file, tensor, "has values that are not finite");
        }
        return to;
    }

    private static float half(byte[] from, int at) {
        return Float.float16ToFloat((short) SHORT.get(from, at));
    }
}

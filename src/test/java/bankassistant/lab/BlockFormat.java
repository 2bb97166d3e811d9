package bankassistant.lab;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How llama.cpp stores values: in blocks of 32 with a scale, rounded as its reference does ({@code ggml-quants.c}). */
enum BlockFormat {

    F32(0, 1, 4) {
        @Override
        void encode(float[] values, int from, ByteBuffer to) {
            to.putFloat(values[from]);
        }
    },
    /** 4 bits: the value farthest from zero becomes -8. */
    Q4_0(2, 32, 18) {
        @Override
        void encode(float[] values, int from, ByteBuffer to) {
            float scale = farthest(values, from) / -8;
            float inverse = scale == 0 ? 0 : 1 / scale;
            to.putShort(Float.floatToFloat16(scale));
            for (int i = 0; i < 16; i++) {
                int low = quarterByte(values[from + i], inverse);
                int high = quarterByte(values[from + 16 + i], inverse);
                to.put((byte) (low | high << 4));
            }
        }

        private static int quarterByte(float value, float inverse) {
            return Math.clamp((int) (value * inverse + 8.5f), 0, 15);
        }
    },
    /** 8 bits: the value farthest from zero becomes 127 or -127. */
    Q8_0(8, 32, 34) {
        @Override
        void encode(float[] values, int from, ByteBuffer to) {
            float scale = Math.abs(farthest(values, from)) / 127;
            float inverse = scale == 0 ? 0 : 1 / scale;
            to.putShort(Float.floatToFloat16(scale));
            for (int i = 0; i < 32; i++) {
                float scaled = values[from + i] * inverse;
                // half away from zero, as roundf
                to.put((byte) (Math.signum(scaled) * (int) (Math.abs(scaled) + 0.5f)));
            }
        }
    };

    private final int ggmlId;
    private final int blockValues;
    private final int blockBytes;

    BlockFormat(int ggmlId, int blockValues, int blockBytes) {
        this.ggmlId = ggmlId;
        this.blockValues = blockValues;
        this.blockBytes = blockBytes;
    }

    /** The format's number in a GGUF file. */
    int ggmlId() {
        return ggmlId;
    }

    /** Bytes that so many values take; a multiple of a block's. */
    long bytes(long values) {
        return values / blockValues * blockBytes;
    }

    /** @param values a whole number of blocks */
    byte[] encode(float[] values) {
        ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(bytes(values.length))).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < values.length; from += blockValues) {
            encode(values, from, out);
        }
        return out.array();
    }

    abstract void encode(float[] values, int from, ByteBuffer to);

    /** The value with the largest magnitude in the block of 32, the first of equals. */
    private static float farthest(float[] values, int from) {
        float farthest = 0;
        for (int i = from; i < from + 32; i++) {
            if (Math.abs(values[i]) > Math.abs(farthest)) {
                farthest = values[i];
            }
        }
        return farthest;
    }
}

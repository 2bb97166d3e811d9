package bankassistant.model.weights;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Writes small GGUF files, sound ones and broken ones. */
public final class GgufBuilder {

    private final Map<String, byte[]> fields = new LinkedHashMap<>();
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private int version = 3;

    record Tensor(int type, long[] sizes, byte[] data, long offset) {}

    /** A decoder of one layer: width 8, two query heads of 4, one key-value head, 10 tokens; all tensors F32. */
    static GgufBuilder tinyLlama() {
        GgufBuilder gguf = new GgufBuilder().text("general.architecture", "llama").text("general.name", "tiny")
                .number("llama.block_count", 1).number("llama.context_length", 32).number("llama.embedding_length", 8)
                .number("llama.feed_forward_length", 12).number("llama.attention.head_count", 2)
                .number("llama.attention.head_count_kv", 1).real("llama.attention.layer_norm_rms_epsilon", 1e-5f)
                .number("llama.vocab_size", 10).number("llama.rope.dimension_count", 4);
        gguf.ramp("token_embd.weight", 10, 8).ramp("blk.0.attn_norm.weight", 8).ramp("blk.0.attn_q.weight", 8, 8)
                .ramp("blk.0.attn_k.weight", 4, 8).ramp("blk.0.attn_v.weight", 4, 8)
                .ramp("blk.0.attn_output.weight", 8, 8).ramp("blk.0.ffn_norm.weight", 8)
                .ramp("blk.0.ffn_gate.weight", 12, 8).ramp("blk.0.ffn_up.weight", 12, 8)
                .ramp("blk.0.ffn_down.weight", 8, 12).ramp("output_norm.weight", 8);
        return gguf;
    }

    GgufBuilder version(int number) {
        version = number;
        return this;
    }

    public GgufBuilder text(String key, String value) {
        return field(key, 8, out -> out.text(value));
    }

    GgufBuilder number(String key, long value) {
        return field(key, 4, out -> out.int32((int) value));
    }

    GgufBuilder real(String key, float value) {
        return field(key, 6, out -> out.int32(Float.floatToRawIntBits(value)));
    }

    public GgufBuilder texts(String key, String... values) {
        return field(key, 9, out -> {
            out.int32(8).int64(values.length);
            for (String value : values) {
                out.text(value);
            }
        });
    }

    public GgufBuilder numbers(String key, int... values) {
        return field(key, 9, out -> {
            out.int32(5).int64(values.length);
            for (int value : values) {
                out.int32(value);
            }
        });
    }

    GgufBuilder field(String key, int type, Consumer<Bytes> value) {
        Bytes out = new Bytes().int32(type);
        value.accept(out);
        fields.put(key, out.toArray());
        return this;
    }

    public GgufBuilder without(String name) {
        fields.remove(name);
        tensors.remove(name);
        return this;
    }

    /** F32 values 0, 1, 2, ...; sizes outermost first. */
    GgufBuilder ramp(String name, int... shape) {
        int values = 1;
        long[] sizes = new long[shape.length];
        for (int i = 0; i < shape.length; i++) {
            values *= shape[i];
            sizes[shape.length - 1 - i] = shape[i];
        }
        Bytes data = new Bytes();
        for (int i = 0; i < values; i++) {
            data.int32(Float.floatToRawIntBits(i));
        }
        return tensor(name, 0, sizes, data.toArray());
    }

    /** @param sizes innermost first, as in the file */
    GgufBuilder tensor(String name, int type, long[] sizes, byte[] data) {
        return tensorAt(name, type, sizes, data, -1);
    }

    GgufBuilder tensorAt(String name, int type, long[] sizes, byte[] data, long offset) {
        tensors.put(name, new Tensor(type, sizes, data, offset));
        return this;
    }

    byte[] build() {
        Bytes header = new Bytes().int32(0x46554747).int32(version).int64(tensors.size()).int64(fields.size());
        fields.forEach((key, value) -> header.text(key).raw(value));
        Bytes data = new Bytes();
        tensors.forEach((name, tensor) -> {
            data.align(32);
            header.text(name).int32(tensor.sizes().length);
            for (long size : tensor.sizes()) {
                header.int64(size);
            }
            header.int32(tensor.type()).int64(tensor.offset() < 0 ? data.size() : tensor.offset());
            data.raw(tensor.data());
        });
        return header.align(32).raw(data.toArray()).toArray();
    }

    public Path write(Path folder) throws IOException {
        return Files.write(folder.resolve("tiny.gguf"), build());
    }

    /** Little-endian bytes. */
    static final class Bytes {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Bytes int32(int value) {
            return raw(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
        }

        Bytes int64(long value) {
            return raw(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
        }

        Bytes half(float value) {
            short bits = Float.floatToFloat16(value);
            return raw(new byte[]{(byte) bits, (byte) (bits >> 8)});
        }

        Bytes text(String value) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            return int64(bytes.length).raw(bytes);
        }

        Bytes raw(byte... bytes) {
            out.writeBytes(bytes);
            return this;
        }

        Bytes align(int multiple) {
            while (out.size() % multiple != 0) {
                out.write(0);
            }
            return this;
        }

        int size() {
            return out.size();
        }

        byte[] toArray() {
            return out.toByteArray();
        }
    }
}

package bankassistant.model.weights;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes small ONNX graphs: float32 initializers 0, 1, 2, ... and nodes. */
final class OnnxBuilder {

    static final BertConfig TINY = new BertConfig(1, 4, 6, 2, 7, 5, 2, 1e-12);

    private final Message graph = new Message();

    /** An encoder as the exporter writes it: linear weights nameless and turned round. */
    static OnnxBuilder tinyBert() {
        OnnxBuilder onnx = new OnnxBuilder().ramp("embeddings.word_embeddings.weight", 7, 4)
                .ramp("embeddings.position_embeddings.weight", 5, 4)
                .ramp("embeddings.token_type_embeddings.weight", 2, 4).norm("embeddings.LayerNorm");
        String layer = "encoder.layer.0.";
        int number = 0;
        for (Map.Entry<String, int[]> linear : Map.of("attention.self.query", new int[]{4, 4}, "attention.self.key",
                new int[]{4, 4}, "attention.self.value", new int[]{4, 4}, "attention.output.dense",
                new int[]{4, 4}, "intermediate.dense", new int[]{4, 6}, "output.dense", new int[]{6, 4})
                .entrySet()) {
            onnx.linear(layer + linear.getKey(), "onnx::MatMul_" + number++, linear.getValue()[0],
                    linear.getValue()[1]);
        }
        return onnx.norm(layer + "attention.output.LayerNorm").norm(layer + "output.LayerNorm");
    }

    private OnnxBuilder norm(String name) {
        return ramp(name + ".weight", 4).ramp(name + ".bias", 4);
    }

    private OnnxBuilder linear(String name, String weight, int in, int out) {
        String product = weight + "_output";
        return node("MatMul", product, "x", weight).node("Add", product + "_sum", name + ".bias", product)
                .ramp(weight, in, out).ramp(name + ".bias", out);
    }

    OnnxBuilder ramp(String name, int... shape) {
        int values = 1;
        Message tensor = new Message();
        for (int size : shape) {
            values *= size;
            tensor.number(1, size);
        }
        GgufBuilder.Bytes data = new GgufBuilder.Bytes();
        for (int i = 0; i < values; i++) {
            data.int32(Float.floatToRawIntBits(i));
        }
        return initializer(tensor.number(2, 1).text(8, name).bytes(9, data.toArray()));
    }

    OnnxBuilder initializer(Message tensor) {
        graph.bytes(5, tensor.toArray());
        return this;
    }

    private OnnxBuilder node(String operation, String output, String... inputs) {
        Message node = new Message();
        for (String input : inputs) {
            node.text(1, input);
        }
        graph.bytes(1, node.text(2, output).text(4, operation).toArray());
        return this;
    }

    byte[] build() {
        return new Message().number(1, 6).text(2, "test").bytes(7, graph.toArray()).toArray();
    }

    /** A protobuf message. */
    static final class Message {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message number(int field, long value) {
            return varint(field << 3).varint(value);
        }

        Message text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message bytes(int field, byte... value) {
            varint(field << 3 | 2).varint(value.length);
            out.writeBytes(value);
            return this;
        }

        Message varint(long value) {
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                out.write((int) (rest & 0x7F | 0x80));
                rest >>>= 7;
            }
            out.write((int) rest);
            return this;
        }

        byte[] toArray() {
            return out.toByteArray();
        }
    }
}

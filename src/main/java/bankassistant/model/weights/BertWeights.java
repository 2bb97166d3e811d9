package bankassistant.model.weights;

import bankassistant.model.ModelFileException;
import bankassistant.model.weights.OnnxInitializers.Node;
import bankassistant.model.weights.OnnxInitializers.Tensor;
import bankassistant.model.Sha256;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The weights of a BERT encoder under their Hugging Face names ({@code encoder.layer.0.attention.self.query.weight}, a
 * linear layer being {@code [out, in]}), read from an ONNX file.
 *
 * <p>The exporter gives linear weights names of its own and turns them round to {@code [in, out]}: a weight is known by the
 * bias added to its product.
 */
public final class BertWeights {

    private static final int BLOCK = 1 << 16;

    private final BertConfig config;
    private final String sha256;
    private final Map<String, int[]> shapes;
    private final Map<String, float[]> values;

    private BertWeights(BertConfig config, String sha256, Map<String, int[]> shapes, Map<String, float[]> values) {
        this.config = config;
        this.sha256 = sha256;
        this.shapes = shapes;
        this.values = values;
    }

    /**
     * Reads an ONNX file to its end.
     *
     * @param file   names the stream in messages
     * @param stream stays open
     * @throws ModelFileException if a weight is missing or has another shape than the configuration asks for
     */
    public static BertWeights read(Path file, InputStream stream, BertConfig config) throws ModelFileException {
        MessageDigest digest = Sha256.digest();
        InputStream hashed = new DigestInputStream(stream, digest);
        OnnxInitializers onnx = OnnxInitializers.read(file, new BufferedInputStream(hashed, BLOCK));
        Map<String, int[]> shapes = shapes(config);
        Map<String, float[]> values = new LinkedHashMap<>();
        Map<String, String> products = weightsByBias(onnx);
        for (Map.Entry<String, int[]> entry : shapes.entrySet()) {
            values.put(entry.getKey(), values(file, onnx, products, entry.getKey(), entry.getValue()));
        }
        return new BertWeights(config, HexFormat.of().formatHex(digest.digest()), shapes, values);
    }

    /** For each bias that is added to a product with a weight: the weight's name in the file. */
    private static Map<String, String> weightsByBias(OnnxInitializers onnx) {
        Map<String, String> weightOfProduct = new HashMap<>();
        Map<String, String> weightOfBias = new HashMap<>();
        for (Node node : onnx.nodes()) {
            if (node.inputs().size() != 2 || node.outputs().size() != 1) {
                continue;
            }
            String left = node.inputs().get(0);
            String right = node.inputs().get(1);
            if (node.operation().equals("MatMul") && onnx.tensors().containsKey(right)) {
                weightOfProduct.put(node.outputs().getFirst(), right);
            } else if (node.operation().equals("Add") && weightOfProduct.containsKey(right)) {
                weightOfBias.put(left, weightOfProduct.get(right));
            } else if (node.operation().equals("Add") && weightOfProduct.containsKey(left)) {
                weightOfBias.put(right, weightOfProduct.get(left));
            }
        }
        return weightOfBias;
    }

    private static float[] values(Path file, OnnxInitializers onnx, Map<String, String> products, String name,
            int[] shape) throws ModelFileException {
        Tensor named = onnx.take(name);
        if (named != null) {
            Shapes.requireEqual(file, name, named.shape(), shape);
            return named.values();
        }
        String bias = name.substring(0, name.lastIndexOf('.')) + ".bias";
        Tensor product = onnx.take(products.getOrDefault(bias, name));
        if (product == null || shape.length != 2) {
            throw new ModelFileException(file, name, "is missing");
        }
        Shapes.requireEqual(file, name, product.shape(), shape[1], shape[0]);
        return transposed(product.values(), shape[1], shape[0]);
    }

    private static float[] transposed(float[] values, int rows, int columns) {
        float[] turned = new float[values.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                turned[column * rows + row] = values[row * columns + column];
            }
        }
        return turned;
    }

    private static Map<String, int[]> shapes(BertConfig config) {
        int width = config.width();
        Map<String, int[]> shapes = new LinkedHashMap<>();
        shapes.put("embeddings.word_embeddings.weight", new int[]{config.vocabulary(), width});
        shapes.put("embeddings.position_embeddings.weight", new int[]{config.positions(), width});
        shapes.put("embeddings.token_type_embeddings.weight", new int[]{config.types(), width});
        putNorm(shapes, "embeddings.LayerNorm", width);
        for (int i = 0; i < config.layers(); i++) {
            String layer = "encoder.layer." + i + ".";
            putLinear(shapes, layer + "attention.self.query", width, width);
            putLinear(shapes, layer + "attention.self.key", width, width);
            putLinear(shapes, layer + "attention.self.value", width, width);
            putLinear(shapes, layer + "attention.output.dense", width, width);
            putNorm(shapes, layer + "attention.output.LayerNorm", width);
            putLinear(shapes, layer + "intermediate.dense", config.intermediate(), width);
            putLinear(shapes, layer + "output.dense", width, config.intermediate());
            putNorm(shapes, layer + "output.LayerNorm", width);
        }
        return Collections.unmodifiableMap(shapes);
    }

    private static void putLinear(Map<String, int[]> shapes, String name, int out, int in) {
        shapes.put(name + ".weight", new int[]{out, in});
        shapes.put(name + ".bias", new int[]{out});
    }

    private static void putNorm(Map<String, int[]> shapes, String name, int width) {
        shapes.put(name + ".weight", new int[]{width});
        shapes.put(name + ".bias", new int[]{width});
    }

    public BertConfig config() {
        return config;
    }

    /** SHA-256 of the ONNX file, lower-case hexadecimal. */
    public String sha256() {
        return sha256;
    }

    public Set<String> names() {
        return shapes.keySet();
    }

    /** Dimensions, outermost first. */
    public int[] shape(String name) {
        return find(shapes, name).clone();
    }

    /** The values, row-major: the array held here, not to be changed. */
    public float[] floats(String name) {
        return find(values, name);
    }

    private static <T> T find(Map<String, T> map, String name) {
        T found = map.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no such weight: " + name);
        }
        return found;
    }
}

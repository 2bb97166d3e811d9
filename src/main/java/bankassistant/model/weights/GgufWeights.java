package bankassistant.model.weights;

import bankassistant.model.ModelFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A Llama decoder in a GGUF file. Opening refuses a file whose tensors are not exactly those its metadata asks for.
 *
 * <p>llama.cpp's converter reorders the rows of {@code attn_q} and {@code attn_k} so that the two halves of a rotated
 * pair are neighbours ({@code LlamaModel.permute} in {@code convert_hf_to_gguf.py}); here they come back in the order of
 * rotate-half RoPE.
 */
public final class GgufWeights implements WeightSource {

    private static final Map<String, String> OUTSIDE = Map.of(LlamaTensors.EMBEDDINGS, "token_embd.weight",
            "model.norm.weight", "output_norm.weight", LlamaTensors.OUTPUT, "output.weight");

    private static final Map<String, String> IN_BLOCK = blockNames();

    private static Map<String, String> blockNames() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("input_layernorm.weight", "attn_norm.weight");
        names.put("self_attn.q_proj.weight", "attn_q.weight");
        names.put("self_attn.k_proj.weight", "attn_k.weight");
        names.put("self_attn.v_proj.weight", "attn_v.weight");
        names.put("self_attn.o_proj.weight", "attn_output.weight");
        names.put("post_attention_layernorm.weight", "ffn_norm.weight");
        names.put("mlp.gate_proj.weight", "ffn_gate.weight");
        names.put("mlp.up_proj.weight", "ffn_up.weight");
        names.put("mlp.down_proj.weight", "ffn_down.weight");
        return names;
    }

    private final GgufFile file;
    private final LlamaConfig config;
    private final String name;
    private final Map<String, int[]> shapes;
    private final Supplier<String> sha256;

    private GgufWeights(GgufFile file, LlamaConfig config, String name, Map<String, int[]> shapes,
            Supplier<String> sha256) {
        this.file = file;
        this.config = config;
        this.name = name;
        this.shapes = shapes;
        this.sha256 = sha256;
    }

    public static GgufWeights open(Path path) throws ModelFileException {
        GgufFile file = GgufFile.open(path);
        return open(file, file::sha256);
    }

    /** @param sha256 of the file, as it was just verified: it is not computed again */
    public static GgufWeights open(Path path, String sha256) throws ModelFileException {
        return open(GgufFile.open(path), () -> sha256);
    }

    private static GgufWeights open(GgufFile file, Supplier<String> sha256) throws ModelFileException {
        try {
            LlamaConfig config = GgufConfig.read(file);
            Map<String, int[]> shapes = LlamaTensors.of(config, !file.tensorNames().contains("output.weight"));
            checkTensors(file, shapes);
            return new GgufWeights(file, config, name(file), shapes, sha256);
        } catch (ModelFileException | RuntimeException | Error e) {
            file.close();
            throw e;
        }
    }

    private static String name(GgufFile file) throws ModelFileException {
        String name = file.field("general.name", String.class).orElse("").replaceAll("\\p{C}", "").strip();
        return name.isEmpty() ? file.path().getFileName().toString() : name.substring(0, Math.min(100, name.length()));
    }

    private static void checkTensors(GgufFile file, Map<String, int[]> shapes) throws ModelFileException {
        Set<String> unknown = new HashSet<>(file.tensorNames());
        for (Map.Entry<String, int[]> expected : shapes.entrySet()) {
            String name = ggufName(expected.getKey());
            Shapes.requireEqual(file.path(), name, file.shape(name), expected.getValue());
            unknown.remove(name);
        }
        if (!unknown.isEmpty()) {
            throw new ModelFileException(file.path(), unknown.iterator().next(), "is no tensor of a llama model");
        }
    }

    private static String ggufName(String name) {
        if (OUTSIDE.containsKey(name)) {
            return OUTSIDE.get(name);
        }
        String[] parts = name.split("\\.", 4);
        return "blk." + parts[2] + "." + IN_BLOCK.get(parts[3]);
    }

    /** The file itself, for the tokenizer in its metadata. */
    public GgufFile file() {
        return file;
    }

    @Override
    public LlamaConfig config() {
        return config;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String sha256() {
        return sha256.get();
    }

    @Override
    public Set<String> names() {
        return shapes.keySet();
    }

    @Override
    public int[] shape(String name) throws ModelFileException {
        return find(name).clone();
    }

    @Override
    public float[] floats(String name) throws ModelFileException {
        int[] shape = find(name);
        float[] values = file.floats(ggufName(name));
        return isReordered(name) ? splitHalves(values, shape[0], shape[1]) : values;
    }

    @Override
    public float[] rows(String name, int from, int count) throws ModelFileException {
        find(name);
        return isReordered(name) ? WeightSource.super.rows(name, from, count) : file.rows(ggufName(name), from, count);
    }

    private static boolean isReordered(String name) {
        return name.endsWith("self_attn.q_proj.weight") || name.endsWith("self_attn.k_proj.weight");
    }

    private int[] find(String name) throws ModelFileException {
        int[] shape = shapes.get(name);
        if (shape == null) {
            throw new ModelFileException(file.path(), name, "is missing");
        }
        return shape;
    }

    /** Rows 2i and 2i+1 of a head become its rows i and half + i. */
    private float[] splitHalves(float[] paired, int rows, int columns) {
        float[] halves = new float[paired.length];
        int half = config.headSize() / 2;
        for (int row = 0; row < rows; row++) {
            int inHead = row % config.headSize();
            int target = row - inHead + inHead / 2 + (inHead % 2) * half;
            System.arraycopy(paired, row * columns, halves, target * columns, columns);
        }
        return halves;
    }

    @Override
    public void close() {
        file.close();
    }
}

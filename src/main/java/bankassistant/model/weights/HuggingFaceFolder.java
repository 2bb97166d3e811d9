package bankassistant.model.weights;

import bankassistant.model.ModelFileException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A Llama decoder in a folder as Hugging Face lays it out: {@code config.json} and {@code model.safetensors}, or several
 * safetensors files with {@code model.safetensors.index.json}.
 *
 * <p>The hash covers {@code config.json}, then the safetensors files in the order of their names.
 */
public final class HuggingFaceFolder implements WeightSource {

    private static final long MAX_CONFIG = 1 << 20;
    private static final long MAX_INDEX = 16 << 20;
    private static final String SINGLE = "model.safetensors";
    private static final String INDEX = "model.safetensors.index.json";

    private final Path folder;
    private final List<MappedFile> opened = new ArrayList<>();
    private final LlamaConfig config;
    private final Map<String, int[]> shapes;
    private final Map<String, SafetensorsFile> files;
    private final FileHash hash;

    private HuggingFaceFolder(Path folder) throws ModelFileException {
        this.folder = folder;
        try {
            MappedFile configFile = MappedFile.open(folder.resolve("config.json"));
            opened.add(configFile);
            HuggingFaceConfig json = new HuggingFaceConfig(JsonFile.read(configFile, MAX_CONFIG));
            this.config = json.read();
            this.shapes = LlamaTensors.of(config, json.tied());
            Map<String, SafetensorsFile> shards = openShards();
            this.files = locate(shards);
            this.hash = new FileHash(opened);
        } catch (ModelFileException | RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    public static HuggingFaceFolder open(Path folder) throws ModelFileException {
        return new HuggingFaceFolder(folder);
    }

    private Map<String, SafetensorsFile> openShards() throws ModelFileException {
        Set<String> names = new TreeSet<>();
        if (Files.exists(folder.resolve(INDEX))) {
            names.addAll(shardNames());
        } else {
            names.add(SINGLE);
        }
        Map<String, SafetensorsFile> shards = new TreeMap<>();
        for (String name : names) {
            SafetensorsFile shard = SafetensorsFile.open(folder.resolve(name));
            opened.add(shard.file());
            shards.put(name, shard);
        }
        return shards;
    }

    private Set<String> shardNames() throws ModelFileException {
        JsonFile index = JsonFile.read(folder.resolve(INDEX), MAX_INDEX);
        Set<String> names = new TreeSet<>();
        for (JsonNode name : index.root().path("weight_map")) {
            if (!name.isTextual() || !name.textValue().matches("[A-Za-z0-9_][A-Za-z0-9._-]{0,100}\\.safetensors")) {
                throw index.refuse("weight_map", "names %s, not a safetensors file in this folder".formatted(name));
            }
            names.add(name.textValue());
        }
        if (names.isEmpty()) {
            throw index.refuse("weight_map", "is empty");
        }
        return names;
    }

    /** Which file has which tensor; refuses missing, doubled, misshapen and unknown ones. */
    private Map<String, SafetensorsFile> locate(Map<String, SafetensorsFile> shards) throws ModelFileException {
        Map<String, SafetensorsFile> located = new LinkedHashMap<>();
        for (SafetensorsFile shard : shards.values()) {
            for (String tensor : shard.names()) {
                if (isDerived(tensor)) {
                    continue;
                }
                if (!shapes.containsKey(tensor)) {
                    throw new ModelFileException(shard.path(), tensor, "is no tensor of this model");
                }
                Shapes.requireEqual(shard.path(), tensor, shard.shape(tensor), shapes.get(tensor));
                if (located.put(tensor, shard) != null) {
                    throw new ModelFileException(shard.path(), tensor, "is in another file, too");
                }
            }
        }
        for (String tensor : shapes.keySet()) {
            if (!located.containsKey(tensor)) {
                throw new ModelFileException(folder, tensor, "is missing");
            }
        }
        return located;
    }

    /** Old checkpoints carry the rotary frequencies, and tied ones the embeddings once more. */
    private boolean isDerived(String tensor) {
        return tensor.endsWith(".rotary_emb.inv_freq")
                || tensor.equals(LlamaTensors.OUTPUT) && !shapes.containsKey(LlamaTensors.OUTPUT);
    }

    @Override
    public LlamaConfig config() {
        return config;
    }

    @Override
    public String name() {
        return folder.toAbsolutePath().normalize().getFileName().toString();
    }

    @Override
    public String sha256() {
        return hash.hex();
    }

    @Override
    public Set<String> names() {
        return shapes.keySet();
    }

    @Override
    public int[] shape(String name) throws ModelFileException {
        return find(name).shape(name);
    }

    @Override
    public float[] floats(String name) throws ModelFileException {
        return find(name).floats(name);
    }

    private SafetensorsFile find(String name) throws ModelFileException {
        SafetensorsFile file = files.get(name);
        if (file == null) {
            throw new ModelFileException(folder, name, "is missing");
        }
        return file;
    }

    @Override
    public void close() {
        opened.forEach(MappedFile::close);
    }
}

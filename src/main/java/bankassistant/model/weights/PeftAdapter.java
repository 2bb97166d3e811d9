package bankassistant.model.weights;

import bankassistant.model.ModelFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A LoRA adapter in PEFT's layout: {@code adapter_config.json} with {@code adapter_model.safetensors} or
 * {@code adapter_model.bin}; with both, the safetensors file is read. It is held in memory, no file stays open.
 */
public final class PeftAdapter {

    private static final long MAX_CONFIG = 1 << 20;
    private static final String CONFIG = "adapter_config.json";
    private static final String SAFETENSORS = "adapter_model.safetensors";
    private static final String TORCH = "adapter_model.bin";
    private static final String PREFIX = "base_model.model.";
    private static final String A = ".lora_A.weight";
    private static final String B = ".lora_B.weight";

    private final Path file;
    private final PeftConfig config;
    private final Map<String, LoraPair> pairs;
    private final String sha256;

    private PeftAdapter(Path file, PeftConfig config, Map<String, LoraPair> pairs, String sha256) {
        this.file = file;
        this.config = config;
        this.pairs = pairs;
        this.sha256 = sha256;
    }

    /** Whether a folder holds any file of an adapter: one of which a file is missing is refused when it is opened. */
    static boolean isIn(Path folder) {
        return Stream.of(CONFIG, SAFETENSORS, TORCH).anyMatch(name -> Files.exists(folder.resolve(name)));
    }

    public static PeftAdapter open(Path folder) throws ModelFileException {
        Path safetensors = folder.resolve(SAFETENSORS);
        boolean safe = Files.exists(safetensors);
        Path weights = safe ? safetensors : folder.resolve(TORCH);
        try (MappedFile configFile = MappedFile.open(folder.resolve(CONFIG));
                TensorFile tensors = safe ? SafetensorsFile.open(weights) : TorchFile.open(weights);
                MappedFile weightFile = MappedFile.open(weights)) {
            PeftConfig config = new PeftConfig(JsonFile.read(configFile, MAX_CONFIG));
            Map<String, LoraPair> pairs = readPairs(config, tensors);
            String hash = new FileHash(List.of(configFile, weightFile)).hex();
            return new PeftAdapter(weights, config, pairs, hash);
        }
    }

    private static Map<String, LoraPair> readPairs(PeftConfig config, TensorFile tensors) throws ModelFileException {
        Set<String> modules = new HashSet<>();
        for (String name : tensors.names()) {
            if (!name.startsWith(PREFIX) || !name.endsWith(A) && !name.endsWith(B)) {
                throw new ModelFileException(tensors.path(), printable(name), "is no LoRA tensor");
            }
            modules.add(name.substring(PREFIX.length(), name.length() - A.length()));
        }
        Map<String, LoraPair> pairs = new LinkedHashMap<>();
        for (String module : modules.stream().sorted().toList()) {
            if (!config.targets(module)) {
                throw new ModelFileException(tensors.path(), printable(module), "is not among the target_modules");
            }
            pairs.put(module + ".weight", readPair(config, tensors, module));
        }
        for (String target : config.targets()) {
            if (modules.stream().noneMatch(module -> module.equals(target) || module.endsWith("." + target))) {
                throw new ModelFileException(tensors.path(), printable(target), "is a target module without tensors");
            }
        }
        return pairs;
    }

    private static LoraPair readPair(PeftConfig config, TensorFile tensors, String module) throws ModelFileException {
        int rank = config.rank(module);
        int[] a = tensors.shape(PREFIX + module + A);
        int[] b = tensors.shape(PREFIX + module + B);
        if (a.length != 2 || b.length != 2 || a[0] != rank || b[1] != rank) {
            throw new ModelFileException(tensors.path(), module, "has tensors that don't fit the rank " + rank);
        }
        return new LoraPair(b[0], a[1], rank, tensors.floats(PREFIX + module + A), tensors.floats(PREFIX + module + B),
                config.scale(module));
    }

    private static String printable(String name) {
        return name.substring(0, Math.min(200, name.length())).replaceAll("\\p{C}", "?");
    }

    /** SHA-256 over {@code adapter_config.json}, then the file with the weights; lower-case hexadecimal. */
    public String sha256() {
        return sha256;
    }

    /** The weights it changes, by their Hugging Face names. */
    public Set<String> names() {
        return pairs.keySet();
    }

    Optional<LoraPair> pair(String weight) {
        return Optional.ofNullable(pairs.get(weight));
    }

    /** Refuses an adapter that was made for a base of another shape, or lacks a layer it should adapt. */
    void requireFit(WeightSource base) throws ModelFileException {
        for (Map.Entry<String, LoraPair> entry : pairs.entrySet()) {
            if (!base.names().contains(entry.getKey())) {
                throw new ModelFileException(file, printable(entry.getKey()), "is no weight of the base model");
            }
            Shapes.requireEqual(file, entry.getKey(),
                    new int[]{entry.getValue().out(), entry.getValue().in()}, base.shape(entry.getKey()));
        }
        for (String name : base.names()) {
            String module = name.substring(0, name.length() - ".weight".length());
            if (config.targets(module) && !pairs.containsKey(name)) {
                throw new ModelFileException(file, name, "should be adapted but has no tensors");
            }
        }
    }
}

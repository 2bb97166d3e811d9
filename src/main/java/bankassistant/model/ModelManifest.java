package bankassistant.model;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The SHA-256 of every model file, as {@code manifest.json} in the folder of models states it:
 * {@code {"base/tokenizer.json": "9ca9…", …}}, with paths relative to that folder and {@code /} between their parts.
 */
public final class ModelManifest {

    public static final String FILE = "manifest.json";

    private final Path models;
    private final SortedMap<String, String> hashes;

    private ModelManifest(Path models, Map<String, String> hashes) {
        this.models = models;
        this.hashes = new TreeMap<>(hashes);
    }

    /**
     * Reads the manifest of a folder of models.
     *
     * @throws ModelFileException if it is missing or is not what is described above
     */
    public static ModelManifest read(Path models) throws IOException {
        Path file = models.resolve(FILE);
        try (InputStream in = Files.newInputStream(file)) {
            Map<String, String> hashes = new ObjectMapper().readValue(in, new TypeReference<>() {
            });
            for (var entry : hashes.entrySet()) {
                if (!isInside(models, entry.getKey()) || !isSha256(entry.getValue())) {
                    throw new ModelFileException(file, entry.getKey(), "not a path below the folder with its SHA-256");
                }
            }
            return new ModelManifest(models, hashes);
        } catch (NoSuchFileException e) {
            throw new ModelFileException(file, "", "missing from " + models, e);
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new ModelFileException(file, "", "not a JSON object of paths and hashes", e);
        }
    }

    private static boolean isInside(Path models, String path) {
        return !path.isBlank() && models.resolve(path).normalize().startsWith(models.normalize());
    }

    private static boolean isSha256(String hash) {
        return hash != null && hash.matches("[0-9a-f]{64}");
    }

    /** Hashes all files of a folder of models; its manifest is not among them. */
    public static ModelManifest compute(Path models) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (String path : filesIn(models)) {
            hashes.put(path, sha256(models.resolve(path)));
        }
        return new ModelManifest(models, hashes);
    }

    /** Writes the manifest into its folder. */
    public void write() throws IOException {
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        Files.writeString(models.resolve(FILE), json.writeValueAsString(hashes) + "\n");
    }

    /** The files stated, in the order of their paths, with their SHA-256 in lower-case hexadecimal. */
    public SortedMap<String, String> hashes() {
        return new TreeMap<>(hashes);
    }

    /**
     * Refuses a file that is not the one stated.
     *
     * @param path as in the manifest
     * @return the file
     * @throws ModelFileException if the file is not stated, is missing or has another hash
     */
    public Path verified(String path) throws IOException {
        Path file = models.resolve(path);
        String expected = hashes.get(path);
        if (expected == null) {
            throw new ModelFileException(file, path, "not in " + FILE);
        }
        if (!Files.isRegularFile(file)) {
            throw new ModelFileException(file, path, "missing");
        }
        String actual = sha256(file);
        if (!actual.equals(expected)) {
            throw new ModelFileException(file, path,
                    "its SHA-256 is " + actual + " where " + FILE + " states " + expected);
        }
        return file;
    }

    /** Files that lie in the folder and are not stated. */
    public List<String> unknownFiles() throws IOException {
        List<String> unknown = new ArrayList<>(filesIn(models));
        unknown.removeAll(hashes.keySet());
        return unknown;
    }

    private static List<String> filesIn(Path models) throws IOException {
        try (Stream<Path> files = Files.walk(models)) {
            return files.filter(Files::isRegularFile).map(file -> models.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !path.equals(FILE)).sorted().toList();
        }
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}

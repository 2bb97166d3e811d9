package bankassistant.app;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The file with {@link AuditSettings}, {@code audit-settings.json} in the data folder: {@code {"witnesses": ["/media/stick"],
 * "retention_months": 60}}. Anybody with access to the folder can edit it; whatever it says is recorded when the log is next opened.
 */
public final class AuditSettingsFile {

    private static final String NAME = "audit-settings.json";
    private static final String WITNESSES = "witnesses";
    private static final String RETENTION = "retention_months";

    private final Path file;
    private final ObjectMapper mapper = new ObjectMapper();

    /** @param folder where data are kept */
    public AuditSettingsFile(Path folder) {
        file = folder.resolve(NAME);
    }

    /**
     * The settings; the usual ones where there is no file.
     *
     * @throws RefusedException if the file holds something else; nothing is guessed
     */
    public AuditSettings read() throws IOException {
        if (!Files.exists(file)) {
            return AuditSettings.USUAL;
        }
        try {
            JsonNode json = mapper.readTree(Files.readAllBytes(file));
            List<Path> witnesses = new ArrayList<>();
            for (JsonNode folder : json.path(WITNESSES)) {
                witnesses.add(Path.of(folder.textValue()));
            }
            if (!json.isObject() || json.size() != 2 || !json.path(WITNESSES).isArray()
                    || !json.path(RETENTION).isInt() || !witnesses.stream().allMatch(Path::isAbsolute)) {
                throw new IllegalArgumentException("not the settings");
            }
            return new AuditSettings(witnesses, json.path(RETENTION).intValue());
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new RefusedException(
                    "The settings in " + file + " can't be read. They are {\"witnesses\": [\"/folder\"],"
                            + " \"retention_months\": 60}; without the file the usual ones hold.",
                    e);
        }
    }

    public void write(AuditSettings settings) throws IOException {
        ObjectNode json = mapper.createObjectNode();
        ArrayNode witnesses = json.putArray(WITNESSES);
        settings.witnesses().forEach(folder -> witnesses.add(folder.toString()));
        json.put(RETENTION, settings.retentionMonths());
        Path partial = Files.createTempFile(file.getParent(), NAME, ".tmp");
        try {
            Files.write(partial, mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }
}

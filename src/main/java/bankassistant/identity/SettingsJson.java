package bankassistant.identity;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The settings file's form: {@code {"format": 2, "idle_lock_minutes": 5, "witnesses": ["/media/stick"], "retention_months": 60,
 * "unrecorded": []}}. Before, the first and the last stood in a file of format 1, and the others in one of their own.
 */
final class SettingsJson {

    private static final int FORMAT = 2;
    private static final int APART = 1;
    private static final String IDLE_LOCK = Settings.IDLE_LOCK;
    private static final String WITNESSES = "witnesses";
    private static final String RETENTION = "retention_months";
    private static final String UNRECORDED = "unrecorded";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SettingsJson() {}

    /**
     * What a file says.
     *
     * @param minutes until the lock
     * @param audit   empty where it says nothing that can be understood
     * @param waiting changes that are not recorded yet
     */
    record State(int minutes, Optional<AuditSettings> audit, List<Settings.Change> waiting) {

        static final State USUAL = new State((int) IdleLock.USUAL.toMinutes(), Optional.of(AuditSettings.USUAL),
                List.of());

        State {
            waiting = List.copyOf(waiting);
        }

        State of(Optional<AuditSettings> chosen) {
            return new State(minutes, chosen, waiting);
        }
    }

    /** Whether all settings stand in this one file. */
    static boolean isWhole(byte[] bytes) {
        return tree(bytes).path("format").asInt() == FORMAT;
    }

    /** What cannot be understood of the lock and of changes counts as usual; of the audit log, as nothing. */
    static State read(byte[] bytes) {
        JsonNode json = tree(bytes);
        int format = json.path("format").asInt();
        Optional<AuditSettings> audit = format == FORMAT
                ? audit(json, Set.of("format", IDLE_LOCK, WITNESSES, RETENTION, UNRECORDED))
                : format == APART ? Optional.of(AuditSettings.USUAL) : Optional.empty();
        int minutes = json.path(IDLE_LOCK).asInt();
        if (format != FORMAT && format != APART || minutes < Settings.LEAST_MINUTES
                || minutes > Settings.MOST_MINUTES) {
            return State.USUAL.of(audit);
        }
        try {
            List<Settings.Change> waiting = new ArrayList<>();
            for (JsonNode change : json.path(UNRECORDED)) {
                waiting.add(change(change));
            }
            return new State(minutes, audit, waiting);
        } catch (DateTimeException e) {
            return State.USUAL.of(audit);
        }
    }

    /** What the file said that held nothing but the settings of the audit log; empty where it can't be understood. */
    static Optional<AuditSettings> audit(byte[] bytes) {
        return audit(tree(bytes), Set.of(WITNESSES, RETENTION));
    }

    private static Optional<AuditSettings> audit(JsonNode json, Set<String> names) {
        Iterator<String> found = json.fieldNames();
        while (found.hasNext()) {
            if (!names.contains(found.next())) {
                return Optional.empty();
            }
        }
        if (!json.path(WITNESSES).isArray() || !json.path(RETENTION).isInt()) {
            return Optional.empty();
        }
        try {
            List<Path> witnesses = new ArrayList<>();
            for (JsonNode folder : json.path(WITNESSES)) {
                witnesses.add(Path.of(folder.textValue()));
            }
            return Optional.of(new AuditSettings(witnesses, json.path(RETENTION).intValue()));
        } catch (IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }

    private static JsonNode tree(byte[] bytes) {
        try {
            return Optional.ofNullable(MAPPER.readTree(bytes)).orElseGet(MAPPER::missingNode);
        } catch (IOException e) {
            return MAPPER.missingNode();
        }
    }

    private static Settings.Change change(JsonNode json) {
        return new Settings.Change(json.path("id").asText(), Instant.parse(json.path("at").asText()),
                new SignedIn(json.path("by").asText(), Role.ADMINISTRATOR, json.path("session").asText()),
                json.path("setting").asText(), json.path("from").asText(), json.path("to").asText());
    }

    static byte[] bytes(int minutes, AuditSettings audit, List<Settings.Change> waiting) {
        ObjectNode json = MAPPER.createObjectNode().put("format", FORMAT).put(IDLE_LOCK, minutes);
        ArrayNode witnesses = json.putArray(WITNESSES);
        audit.witnesses().forEach(folder -> witnesses.add(folder.toString()));
        json.put(RETENTION, audit.retentionMonths());
        ArrayNode changes = json.putArray(UNRECORDED);
        waiting.forEach(change -> changes.addObject().put("id", change.id()).put("at", change.at().toString())
                .put("by", change.by().user()).put("session", change.by().session()).put("setting", change.setting())
                .put("from", change.from()).put("to", change.to()));
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
        } catch (JacksonException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }
}

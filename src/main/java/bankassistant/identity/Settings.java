package bankassistant.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What an administrator sets for everybody, in a file beside the users'. The file is not signed: who can write in the folder can
 * change it unnoticed, within the bounds. Changes wait there until somebody comes who can record them.
 */
public final class Settings {

    /** As records name it; in minutes. */
    public static final String IDLE_LOCK = "idle_lock_minutes";
    public static final int LEAST_MINUTES = 1;
    public static final int MOST_MINUTES = 60;

    private static final int FORMAT = 1;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final LockedFile file;
    private final InstantSource clock;

    Settings(Path folder, InstantSource clock) {
        this.file = new LockedFile(folder.resolve("settings.json"));
        this.clock = clock;
    }

    /**
     * A change that is not recorded yet.
     *
     * @param id tells it from every other
     * @param by an administrator, as signed in then
     */
    public record Change(String id, Instant at, SignedIn by, String setting, String from, String to) {}

    /** After which idleness sessions are locked. A file that can't be understood says nothing. */
    public Duration idleLock() throws IOException {
        return Duration.ofMinutes(read().minutes);
    }

    /**
     * @param minutes from {@link #LEAST_MINUTES} to {@link #MOST_MINUTES}; holds for who signs in from now on
     * @throws NotPermittedException if the person may not change settings
     * @throws IdentityException     if it is out of bounds
     */
    public void idleLock(Session administrator, int minutes) throws IOException {
        administrator.require(Permission.CHANGE_SETTINGS);
        if (minutes < LEAST_MINUTES || minutes > MOST_MINUTES) {
            throw new IdentityException("The assistant locks after " + LEAST_MINUTES + " to " + MOST_MINUTES
                    + " minutes.");
        }
        file.alone(() -> {
            State state = read();
            if (state.minutes != minutes) {
                List<Change> waiting = new ArrayList<>(state.waiting);
                waiting.add(new Change(UUID.randomUUID().toString(), clock.instant(), administrator.who(), IDLE_LOCK,
                        String.valueOf(state.minutes), String.valueOf(minutes)));
                write(new State(minutes, waiting));
            }
            return null;
        });
    }

    /** Changes that are not in the records yet, oldest first. */
    public List<Change> unrecorded() throws IOException {
        return read().waiting;
    }

    /** Forgets what is in the records now. */
    public void recorded(List<Change> changes) throws IOException {
        file.alone(() -> {
            State state = read();
            write(new State(state.minutes,
                    state.waiting.stream().filter(change -> !changes.contains(change)).toList()));
            return null;
        });
    }

    private State read() throws IOException {
        byte[] bytes = file.read().orElse(new byte[0]);
        try {
            JsonNode json = MAPPER.readTree(bytes);
            int minutes = json.path(IDLE_LOCK).asInt();
            if (json.path("format").asInt() != FORMAT || minutes < LEAST_MINUTES || minutes > MOST_MINUTES) {
                return State.USUAL;
            }
            List<Change> waiting = new ArrayList<>();
            for (JsonNode change : json.path("unrecorded")) {
                waiting.add(change(change));
            }
            return new State(minutes, waiting);
        } catch (JsonProcessingException | DateTimeException e) {
            return State.USUAL;
        }
    }

    private static Change change(JsonNode json) {
        return new Change(json.path("id").asText(), Instant.parse(json.path("at").asText()),
                new SignedIn(json.path("by").asText(), Role.ADMINISTRATOR, json.path("session").asText()),
                json.path("setting").asText(), json.path("from").asText(), json.path("to").asText());
    }

    private void write(State state) throws IOException {
        ObjectNode json = MAPPER.createObjectNode().put("format", FORMAT).put(IDLE_LOCK, state.minutes);
        ArrayNode waiting = json.putArray("unrecorded");
        state.waiting.forEach(change -> waiting.addObject().put("id", change.id()).put("at", change.at().toString())
                .put("by", change.by().user()).put("session", change.by().session()).put("setting", change.setting())
                .put("from", change.from()).put("to", change.to()));
        file.write(MAPPER.writeValueAsBytes(json));
    }

    private record State(int minutes, List<Change> waiting) {

        private static final State USUAL = new State((int) IdleLock.USUAL.toMinutes(), List.of());

        private State {
            waiting = List.copyOf(waiting);
        }
    }
}

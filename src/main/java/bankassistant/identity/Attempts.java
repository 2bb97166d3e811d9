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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Failed sign-ins and refused acts, kept in a file so that neither a restart nor another process forgets them. An attempt counts as failed before
 * its password is looked at, and is taken back when it was right: who ends the process meanwhile gains nothing. The file is not
 * signed, for who fails holds no key; who can write in the folder can delete it, which the records show.
 */
final class Attempts {

    private static final int FORMAT = 1;
    private static final int FREE = 3;
    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);
    private static final int MOST_NOTES = 1_000;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final LockedFile file;
    private final InstantSource clock;

    Attempts(Path folder, InstantSource clock) {
        this.file = new LockedFile(folder.resolve("sign-in.json"));
        this.clock = clock;
    }

    /** How long one waits after so many failures in a row. */
    static Duration delay(int failures) {
        if (failures < FREE) {
            return Duration.ZERO;
        }
        Duration grown = FIRST_DELAY.multipliedBy(1L << Math.min(failures - FREE, 20));
        return grown.compareTo(LONGEST_DELAY) < 0 ? grown : LONGEST_DELAY;
    }

    /**
     * Counts an attempt as failed.
     *
     * @param key  whose attempts are counted together
     * @param user the user, as events name them
     * @throws SignInException if one has to wait; then it is not counted
     */
    void begin(String key, String user, Optional<Role> role) throws IOException {
        Duration wait = file.alone(() -> {
            State state = read();
            Instant now = clock.instant();
            Tally tally = state.tallies.getOrDefault(key, new Tally(0, now));
            Duration remaining = remaining(tally, now);
            if (remaining.isPositive()) {
                if (tally.last.isAfter(now)) {
                    // the clock was set back: the wait begins anew, rather than lasting until that time comes again
                    state.tallies.put(key, new Tally(tally.failures, now));
                    write(state);
                }
                return remaining;
            }
            state.tallies.put(key, new Tally(tally.failures + 1, now));
            state.failed(now, user, role);
            write(state);
            return Duration.ZERO;
        });
        if (wait.isPositive()) {
            throw new SignInException(SignInException.Reason.WAIT, wait);
        }
    }

    /**
     * Takes the count of an attempt back, and those before it: the password was right.
     *
     * @param note whose sign-in is to be noted; empty where it is recorded otherwise
     */
    void succeeded(String key, String user, Optional<SignedIn> note) throws IOException {
        file.alone(() -> {
            State state = read();
            state.tallies.remove(key);
            state.takeBack(user);
            note.ifPresent(who -> state.add(clock.instant(), IdentityEvent.Kind.SIGNED_IN, who, Optional.empty(), 1));
            write(state);
            return null;
        });
    }

    /** Notes that somebody tried what they may not do. */
    void refused(SignedIn who, Permission tried) throws IOException {
        file.alone(() -> {
            State state = read();
            state.refused(clock.instant(), who, tried);
            write(state);
            return null;
        });
    }

    /** What is not in the records yet, oldest first. */
    List<IdentityEvent> notes() throws IOException {
        return file.alone(() -> List.copyOf(read().notes));
    }

    /** Forgets what is in the records now. Repetitions that came meanwhile stay. */
    void recorded(List<IdentityEvent> recorded) throws IOException {
        file.alone(() -> {
            State state = read();
            state.notes.removeAll(recorded);
            write(state);
            return null;
        });
    }

    private static Duration remaining(Tally tally, Instant now) {
        Duration passed = tally.last.isAfter(now) ? Duration.ZERO : Duration.between(tally.last, now);
        return delay(tally.failures).minus(passed);
    }

    private State read() throws IOException {
        Optional<byte[]> bytes = file.read();
        if (bytes.isEmpty()) {
            return new State(UUID.randomUUID().toString(), 0, new LinkedHashMap<>(), new ArrayList<>());
        }
        try {
            return parse(MAPPER.readTree(bytes.get()));
        } catch (JsonProcessingException | RosterJson.InvalidException | DateTimeException
                | IllegalArgumentException e) {
            State anew = new State(UUID.randomUUID().toString(), 0, new LinkedHashMap<>(), new ArrayList<>());
            anew.add(clock.instant(), IdentityEvent.Kind.ATTEMPTS_LOST, IdentityEvent.UNKNOWN, Optional.empty(), 1);
            return anew;
        }
    }

    private static State parse(JsonNode json) throws RosterJson.InvalidException {
        if (json == null || json.path("format").asInt() != FORMAT) {
            throw new RosterJson.InvalidException();
        }
        Map<String, Tally> tallies = new LinkedHashMap<>();
        json.path("failures").properties().forEach(entry -> tallies.put(entry.getKey(), new Tally(
                Math.max(0, entry.getValue().path("times").asInt()),
                Instant.parse(entry.getValue().path("last").asText()))));
        return new State(json.path("id").asText(), json.path("next").asLong(), tallies,
                new ArrayList<>(RosterJson.events(json.get("notes"))));
    }

    private void write(State state) throws IOException {
        ObjectNode json = MAPPER.createObjectNode().put("format", FORMAT).put("id", state.id).put("next", state.next);
        ObjectNode failures = json.putObject("failures");
        state.tallies.forEach((key, tally) -> failures.putObject(key).put("times", tally.failures)
                .put("last", tally.last.toString()));
        ArrayNode notes = json.putArray("notes");
        state.notes.forEach(note -> notes.add(RosterJson.json(note)));
        file.write(MAPPER.writeValueAsBytes(json));
    }

    private record Tally(int failures, Instant last) {}

    /** What the file holds. */
    private static final class State {

        private final String id;
        private long next;
        private final Map<String, Tally> tallies;
        private final List<IdentityEvent> notes;

        State(String id, long next, Map<String, Tally> tallies, List<IdentityEvent> notes) {
            this.id = id;
            this.next = next;
            this.tallies = tallies;
            this.notes = notes;
        }

        /** Failures of one user in a row are one note, so that whoever keeps failing can't push others out. */
        void failed(Instant at, String user, Optional<Role> role) {
            int times = 1;
            if (!notes.isEmpty() && isFailureOf(notes.getLast(), user)) {
                times += notes.removeLast().times();
            }
            add(at, IdentityEvent.Kind.SIGN_IN_FAILED, user, role, times);
        }

        /** The same in one session, such as at each key that is pressed, is one note. */
        void refused(Instant at, SignedIn who, Permission tried) {
            int times = 1;
            for (int i = notes.size() - 1; i >= 0; i--) {
                IdentityEvent note = notes.get(i);
                if (note.session().equals(who.session()) && note.tried().equals(Optional.of(tried))) {
                    times += notes.remove(i).times();
                }
            }
            add(at, IdentityEvent.Kind.REFUSED, who, Optional.of(tried), times);
        }

        void add(Instant at, IdentityEvent.Kind kind, String user, Optional<Role> role, int times) {
            add(new IdentityEvent(newId(), at, kind, user, user, role, times, ""));
        }

        void add(Instant at, IdentityEvent.Kind kind, SignedIn who, Optional<Permission> tried, int times) {
            add(new IdentityEvent(newId(), at, kind, who.user(), who.user(), Optional.of(who.role()), times,
                    who.session(), tried));
        }

        private String newId() {
            return "sign-in-" + id + "-" + next++;
        }

        private void add(IdentityEvent note) {
            notes.add(note);
            while (notes.size() > MOST_NOTES) {
                notes.removeFirst();
            }
        }

        void takeBack(String user) {
            for (int i = notes.size() - 1; i >= 0; i--) {
                IdentityEvent note = notes.get(i);
                if (isFailureOf(note, user)) {
                    if (note.times() == 1) {
                        notes.remove(i);
                    } else {
                        notes.set(i, note.times(note.times() - 1));
                    }
                    return;
                }
            }
        }

        private static boolean isFailureOf(IdentityEvent note, String user) {
            return note.kind() == IdentityEvent.Kind.SIGN_IN_FAILED && note.user().equals(user);
        }
    }
}

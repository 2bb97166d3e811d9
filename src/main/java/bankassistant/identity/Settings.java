package bankassistant.identity;

import bankassistant.identity.SettingsJson.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What an administrator sets for everybody, in one file beside the users'. The file is not signed: anybody with access to the folder
 * can edit it; whatever it says is recorded when the log is next opened. Changes that an administrator makes here wait in it, with their
 * name, until somebody comes who can record them.
 */
public final class Settings {

    /** As records name them; in minutes, in lines, in months. */
    public static final String IDLE_LOCK = "idle_lock_minutes";
    public static final String WITNESSES = "audit.witnesses";
    public static final String RETENTION = "audit.retention_months";

    public static final int LEAST_MINUTES = 1;
    public static final int MOST_MINUTES = 60;

    private final Path path;
    private final LockedFile file;
    /** Held what concerns the audit log, before there was one file for all. */
    private final Path apart;
    private final InstantSource clock;

    /** @param folder of the users; an older file with the audit log's settings lies beside it */
    public Settings(Path folder, InstantSource clock) {
        this.path = folder.resolve("settings.json");
        this.file = new LockedFile(path);
        this.apart = folder.resolveSibling("audit-settings.json");
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
        return Duration.ofMinutes(read().minutes());
    }

    /**
     * @param minutes from {@link #LEAST_MINUTES} to {@link #MOST_MINUTES}; holds for who signs in from now on
     * @throws NotPermittedException if the person may not change settings
     * @throws IdentityException     if it is out of bounds, or the file can't be understood
     */
    public void idleLock(Session administrator, int minutes) throws IOException {
        administrator.require(Permission.CHANGE_SETTINGS);
        if (minutes < LEAST_MINUTES || minutes > MOST_MINUTES) {
            throw new IdentityException("The assistant locks after " + LEAST_MINUTES + " to " + MOST_MINUTES
                    + " minutes.");
        }
        file.alone(() -> {
            State state = read();
            List<Change> waiting = new ArrayList<>(state.waiting());
            change(IDLE_LOCK, state.minutes(), minutes, administrator).ifPresent(waiting::add);
            write(minutes, understood(state), waiting);
            return null;
        });
    }

    /**
     * What is chosen of the audit log.
     *
     * @throws IdentityException if the file can't be understood; nothing is guessed
     */
    public AuditSettings audit() throws IOException {
        if (Files.exists(apart) && !isWhole()) {
            file.alone(() -> {
                State state = read();
                write(state.minutes(), understood(state), state.waiting());
                return null;
            });
        }
        return understood(read());
    }

    /**
     * Chooses what concerns the audit log; holds from its next opening on.
     *
     * @param change makes what is chosen of what was
     * @throws NotPermittedException if the person may not change settings
     * @throws IdentityException     if the file can't be understood
     */
    public void audit(Session administrator, UnaryOperator<AuditSettings> change) throws IOException {
        administrator.require(Permission.CHANGE_SETTINGS);
        file.alone(() -> {
            State state = read();
            AuditSettings before = understood(state);
            AuditSettings chosen = change.apply(before);
            List<Change> waiting = new ArrayList<>(state.waiting());
            change(WITNESSES, words(before.witnesses()), words(chosen.witnesses()), administrator)
                    .ifPresent(waiting::add);
            change(RETENTION, before.retentionMonths(), chosen.retentionMonths(), administrator)
                    .ifPresent(waiting::add);
            write(state.minutes(), chosen, waiting);
            return null;
        });
    }

    private Optional<Change> change(String setting, Object from, Object to, Session by) {
        return from.equals(to)
                ? Optional.empty()
                : Optional.of(new Change(UUID.randomUUID().toString(), clock.instant(), by.who(), setting,
                        from.toString(), to.toString()));
    }

    /** Folders as records name them. */
    public static String words(List<Path> folders) {
        return folders.stream().map(Path::toString).collect(Collectors.joining("\n"));
    }

    /** Changes that are not in the records yet, oldest first. */
    public List<Change> unrecorded() throws IOException {
        return read().waiting();
    }

    /** Forgets what is in the records now. */
    public void recorded(List<Change> changes) throws IOException {
        file.alone(() -> {
            State state = read();
            write(state.minutes(), understood(state),
                    state.waiting().stream().filter(change -> !changes.contains(change)).toList());
            return null;
        });
    }

    private boolean isWhole() throws IOException {
        return file.read().map(SettingsJson::isWhole).orElse(false);
    }

    private State read() throws IOException {
        Optional<byte[]> bytes = file.read();
        State state = bytes.map(SettingsJson::read).orElse(State.USUAL);
        return bytes.map(SettingsJson::isWhole).orElse(false) || !Files.exists(apart)
                ? state
                : state.of(SettingsJson.audit(Files.readAllBytes(apart)));
    }

    private AuditSettings understood(State state) throws IOException {
        return state.audit().orElseThrow(() -> new IdentityException("The settings in "
                + (Files.exists(apart) ? apart : path) + " can't be read. The audit log's are \"witnesses\":"
                + " [\"/folder\"] and \"retention_months\": 60; without the file the usual ones hold."));
    }

    /** The file of before is gone once the new one is on the disk. */
    private void write(int minutes, AuditSettings audit, List<Change> waiting) throws IOException {
        file.write(SettingsJson.bytes(minutes, audit, waiting));
        Files.deleteIfExists(apart);
    }
}

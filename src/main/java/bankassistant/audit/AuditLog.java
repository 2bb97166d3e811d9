package bankassistant.audit;

import bankassistant.audit.AuditException.Problem;
import bankassistant.audit.note.Checkpoint;
import bankassistant.audit.note.ExportStatement;
import bankassistant.audit.note.SignedCheckpoint;
import bankassistant.audit.note.SignedExport;
import bankassistant.audit.note.SigningKey;
import bankassistant.audit.note.VerifyingKey;
import bankassistant.audit.record.AuditQuery;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import bankassistant.audit.record.RecordFormat;
import bankassistant.audit.store.DerivedKey;
import bankassistant.audit.store.Periods;
import bankassistant.audit.store.RecordStore;
import bankassistant.audit.store.RecordStore.StoredCheckpoint;
import bankassistant.audit.store.Row;
import bankassistant.audit.tree.Frontier;
import bankassistant.audit.tree.Hash;
import bankassistant.audit.tree.Nodes;
import bankassistant.audit.tree.Proofs;
import bankassistant.identity.FileKey;
import bankassistant.identity.Permission;
import bankassistant.identity.Permissions;
import bankassistant.identity.SignedIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit log. What {@link #append} was given is on the disk when it returns; nothing can be changed, and what records say
 * is erased by {@link Retention} only. The log compares itself
 * with its newest checkpoints when it is opened, and is not written on where they disagree.
 *
 * <p>Safe for several threads. One process at a time has it open.
 */
public final class AuditLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);

    private static final String NAME = "banking-assistant-";
    private static final int NAME_BYTES = 6;
    private static final int SCANNED = 1_000;

    private final AuditPlace place;
    private final Station station;
    private final Clock clock;
    private final RecordFormat format = new RecordFormat();
    private final SecureRandom random = new SecureRandom();
    private final RecordStore store;
    private final List<Witness> witnesses;
    private final Set<Path> unreached = new LinkedHashSet<>();
    private final RecordSearch search;
    private Frontier tree = new Frontier();
    /** Records that are on the disk, for who does not wait for an append. */
    private volatile long known;
    private Instant lastTime = Instant.EPOCH;
    private long checkpointed;
    private boolean started;
    /** Why nothing can be recorded. */
    private Optional<AuditException> refusal = Optional.empty();

    private AuditLog(AuditPlace place, FileKey key, Station station, Clock clock) {
        this.place = place;
        this.station = station;
        this.clock = clock;
        store = RecordStore.open(place.folder(), key, () -> newKey(place));
        search = new RecordSearch(store, this::read, this::glance, place.folder().resolve("search"),
                new SecretKeySpec(DerivedKey.of(key, "audit search"), "AES"), () -> known);
        witnesses = witnesses(place);
        try {
            Files.createDirectories(place.checkpoints());
        } catch (IOException e) {
            // copies beside the store are a help, and it is told that they are missing
            LOG.warn("The folder {} can't be made ({})", place.checkpoints(), e.getClass().getSimpleName());
        }
    }

    /**
     * Opens the log, or makes it where there is none, and records the start.
     *
     * @throws AuditException if it can't be opened or is not as it was left; the message is for the person
     */
    public static AuditLog open(AuditPlace place, FileKey key, Station station, Clock clock) {
        AuditLog log = openWhereSound(place, key, station, clock);
        log.refusal.ifPresent(reason -> {
            log.store.close();
            throw reason;
        });
        return log;
    }

    /**
     * Opens the log and records the start; where it is not as it was left, it can be looked into and nothing can be recorded.
     *
     * @throws AuditException if it can't be opened
     */
    public static AuditLog openWhereSound(AuditPlace place, FileKey key, Station station, Clock clock) {
        AuditLog log = openToRead(place, key, station, clock);
        try {
            if (log.refusal.isEmpty()) {
                new Retention(log).finish();
                log.tellOfGoneCopies();
                log.recordStart();
                log.search.catchUp();
            }
            return log;
        } catch (RuntimeException e) {
            log.store.close();
            throw e;
        }
    }

    /**
     * Opens the log without recording a start, even where it is not as it was left; then nothing can be recorded.
     *
     * @throws AuditException if it can't be opened
     */
    static AuditLog openToRead(AuditPlace place, FileKey key, Station station, Clock clock) {
        AuditLog log = new AuditLog(place, key, station, clock);
        try {
            log.resume();
        } catch (AuditException e) {
            log.refusal = Optional.of(e);
        } catch (RuntimeException e) {
            log.store.close();
            throw e;
        }
        return log;
    }

    private static SigningKey newKey(AuditPlace place) {
        if (new Witness(place.checkpoints()).knowsAny()) {
            throw new AuditException(Problem.ALTERED, "The audit log in " + place.folder()
                    + " is gone; its checkpoints are there. Restore the newest backup.");
        }
        byte[] name = new byte[NAME_BYTES];
        new SecureRandom().nextBytes(name);
        return SigningKey.random(NAME + HexFormat.of().formatHex(name));
    }

    private static List<Witness> witnesses(AuditPlace place) {
        return Stream.concat(Stream.of(place.checkpoints()), place.witnesses().stream()).map(Witness::new).toList();
    }

    /** Where the log left off, if it agrees with its newest checkpoints. Takes O(log n). */
    private void resume() {
        RecordStore.Extent extent = store.extent();
        if (extent.rows() != extent.size()) {
            throw altered("records are missing");
        }
        tree = Frontier.of(extent.size(), store::node);
        known = tree.size();
        if (tree.size() > 0) {
            Row last = store.row(tree.size() - 1).orElseThrow(() -> altered("the last record is missing"));
            AuditRecord record = read(last).filter(said -> format.leaf(said).equals(last.leaf()))
                    .orElseThrow(() -> altered("the last record was edited"));
            lastTime = record.time();
        }
        Optional<SignedCheckpoint> own = store.lastCheckpoint().map(stored -> SignedCheckpoint.parse(stored.note())
                .orElseThrow(() -> altered("its checkpoint was edited")));
        own.ifPresent(this::compare);
        checkpointed = own.map(note -> note.checkpoint().size()).orElse(0L);
        List<AuditRecord> restored = restored();
        witnesses.forEach(witness -> witness.newest(name(), note -> !isGivenUp(note, restored))
                .ifPresent(this::compare));
    }

    private List<AuditRecord> restored() {
        return new Retention(this).forGood().filter(record -> record.entry() instanceof Entry.Restored).toList();
    }

    /** Whether a checkpoint speaks of records that were given up when two persons agreed to restore an older backup. */
    boolean isGivenUp(SignedCheckpoint note) {
        return isGivenUp(note, restored());
    }

    private static boolean isGivenUp(SignedCheckpoint note, List<AuditRecord> restored) {
        long size = note.checkpoint().size();
        return restored.stream().anyMatch(record -> record.entry() instanceof Entry.Restored agreed
                && agreed.acceptedBy().size() == 2 && size > agreed.records() && size <= agreed.knownSize()
                && !note.checkpoint().time().isAfter(record.time()));
    }

    private void compare(SignedCheckpoint note) {
        Checkpoint checkpoint = note.checkpoint();
        if (!note.isSignedBy(store.key().verifying())) {
            throw altered("a checkpoint is not signed with its key");
        }
        if (checkpoint.size() > tree.size()) {
            throw altered("it has " + tree.size() + " records, and a checkpoint of " + checkpoint.time() + " speaks of "
                    + checkpoint.size());
        }
        if (!Frontier.of(checkpoint.size(), store::node).root().equals(checkpoint.root())) {
            throw altered("its records are not those of the checkpoint of " + checkpoint.time());
        }
    }

    private AuditException altered(String what) {
        return new AuditException(Problem.ALTERED,
                "The audit log in " + place.folder() + " is not as it was left: " + what
                        + ". Nothing is answered without it. `assistant audit verify` tells more; tell your auditor.");
    }

    private synchronized void recordStart() {
        List<Entry> entries = new ArrayList<>();
        if (tree.size() > 0) {
            store.row(tree.size() - 1).flatMap(this::read)
                    .filter(last -> !(last.entry() instanceof Entry.Stopped))
                    .ifPresent(last -> entries.add(new Entry.UncleanStop(last.sequence(), last.time())));
        }
        entries.add(new Entry.Started(System.getProperty("java.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch")));
        started = true;
        append(Optional.empty(), entries);
    }

    /**
     * Records what happened.
     *
     * @param who whose doing it is; empty for the application's own
     * @return when the record is on the disk
     * @throws AuditException if it may not be; what was to be recorded then must not happen
     */
    public Receipt append(Optional<SignedIn> who, Entry entry) {
        return append(who, List.of(entry)).getLast();
    }

    /** Records several things that happened: all of them, or none. */
    public List<Receipt> append(Optional<SignedIn> who, List<Entry> entries) {
        return appendAll(entries.stream().map(entry -> new Act(who, Optional.empty(), entry)).toList());
    }

    /** Records several things that happened before now, each under who did it: all of them, or none. */
    public List<Receipt> appendBelated(List<Belated> acts) {
        return acts.isEmpty()
                ? List.of()
                : appendAll(acts.stream().map(act -> new Act(act.who(),
                        Optional.of(act.at().truncatedTo(ChronoUnit.MILLIS)), act.entry())).toList());
    }

    /** @param happened where it was before it is recorded */
    private record Act(Optional<SignedIn> who, Optional<Instant> happened, Entry entry) {}

    private synchronized List<Receipt> appendAll(List<Act> acts) {
        requireSound();
        if (!started) {
            throw new IllegalStateException("opened to be read");
        }
        Frontier grown = tree.copy();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Act> all = new ArrayList<>(acts);
        if (now.isBefore(lastTime)) {
            all.addFirst(new Act(acts.getFirst().who(), Optional.empty(), new Entry.ClockSetBack(lastTime)));
        }
        List<Row> rows = all.stream().map(act -> row(act, now, grown)).toList();
        try {
            store.insert(rows);
        } catch (AuditException e) {
            // whether the rows are there shows at the next opening only
            refusal = Optional.of(e);
            throw e;
        }
        tree = grown;
        known = tree.size();
        lastTime = now;
        if (tree.size() - checkpointed >= place.checkpointEvery()) {
            checkpoint();
        }
        return rows.subList(all.size() - acts.size(), rows.size()).stream()
                .map(row -> new Receipt(row.sequence(), row.leaf())).toList();
    }

    private void requireSound() {
        refusal.ifPresent(reason -> {
            throw new AuditException(reason.problem(), reason.getMessage(), reason);
        });
    }

    private Row row(Act act, Instant now, Frontier grown) {
        long sequence = grown.size();
        byte[] content = format.bytes(new AuditRecord(sequence, now, station.workstation(), station.application(),
                act.who(), act.entry(), RecordFormat.salt(random), act.happened()));
        Hash leaf = Hash.ofLeaf(content);
        return new Row(sequence, leaf, grown.add(leaf), Retention.period(act.entry(), now), content);
    }

    /** What a row says; for an erased one that it is. Empty if it can't be read. */
    Optional<AuditRecord> read(Row row) {
        return row.isErased() ? Optional.of(erased(row)) : row.content().flatMap(format::read);
    }

    private Optional<AuditRecord> glance(Row row) {
        return row.isErased() ? Optional.of(erased(row)) : row.content().flatMap(format::glance);
    }

    private static AuditRecord erased(Row row) {
        return AuditRecord.erased(row.sequence(), Periods.month(row.period()), row.leaf());
    }

    RecordStore store() {
        return store;
    }

    /** By the workstation's clock. */
    public Instant now() {
        return clock.instant();
    }

    /**
     * Signs the log as it is now, keeps the checkpoint in the store and copies it to each witness that can be reached.
     *
     * @throws AuditException if nothing can be recorded: a log that is not as it was left is not signed
     */
    public synchronized SignedCheckpoint checkpoint() {
        requireSound();
        SignedCheckpoint note = store.key().sign(new Checkpoint(name(), tree.size(), tree.root(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        // first, so that a process that ends in between leaves one copy too many, and none too few
        boolean copied = keep(witnesses.getFirst(), note);
        try {
            store.insertCheckpoint(tree.size(), note.text(), copied);
        } catch (AuditException e) {
            refusal = Optional.of(e);
            throw e;
        }
        checkpointed = tree.size();
        search.catchUp();
        witnesses.stream().skip(1).forEach(witness -> keep(witness, note));
        return note;
    }

    private boolean keep(Witness witness, SignedCheckpoint note) {
        try {
            witness.keep(note);
            unreached.remove(witness.folder());
            return true;
        } catch (IOException e) {
            if (unreached.add(witness.folder())) {
                LOG.warn("Checkpoints can't be copied to {} ({})", witness, e.getClass().getSimpleName());
            }
            return false;
        }
    }

    /** Checkpoints whose copies beside the store are gone. */
    private List<SignedCheckpoint> gone() {
        return Witness.without(
                store.checkpoints().stream().filter(StoredCheckpoint::copied)
                        .flatMap(stored -> SignedCheckpoint.parse(stored.note()).stream()).toList(),
                beside());
    }

    private List<SignedCheckpoint> beside() {
        return witnesses.getFirst().all(name());
    }

    /** The files are counted and not read, since that takes time. */
    private void tellOfGoneCopies() {
        long copied = store.copied();
        int there = witnesses.getFirst().count(name());
        if (there < copied) {
            LOG.warn(
                    "{} of {} copies of checkpoints beside the audit log are gone; `assistant audit verify` tells more",
                    copied - there, copied);
        }
    }

    /**
     * Writes the copies of checkpoints again that are gone beside the store. A record says so first.
     *
     * @return how many
     * @throws IOException if one can't be written
     */
    public synchronized int copyAgain(SignedIn who) throws IOException {
        Permissions.require(who, Permission.VERIFY_RECORDS);
        List<SignedCheckpoint> gone = gone();
        if (!gone.isEmpty()) {
            append(Optional.of(who),
                    new Entry.SettingsChanged("checkpoint_copies", gone.size() + " gone", "written again"));
            for (SignedCheckpoint note : gone) {
                witnesses.getFirst().keep(note);
            }
        }
        return gone.size();
    }

    /** Signs what is said of a file that records were exported to. */
    public SignedExport sign(ExportStatement statement) {
        return store.key().sign(statement);
    }

    /** The records of expiries, in order: they say whose contents were erased. */
    public List<AuditRecord> expiries() {
        return new Retention(this).forGood().filter(record -> record.entry() instanceof Entry.Expired).toList();
    }

    /** The store's name, which stands in its checkpoints. */
    public String name() {
        return store.key().verifying().name();
    }

    /** The key that checks this log's checkpoints. */
    public VerifyingKey key() {
        return store.key().verifying();
    }

    /** What a setting was changed to last; empty if it never was. */
    public Optional<String> setting(String name) {
        return new Retention(this).forGood().map(AuditRecord::entry).filter(Entry.SettingsChanged.class::isInstance)
                .map(Entry.SettingsChanged.class::cast).filter(changed -> changed.setting().equals(name))
                .map(Entry.SettingsChanged::to).reduce((_, last) -> last);
    }

    /** Witness places that the newest checkpoint could not be copied to. */
    public synchronized List<Path> unreached() {
        return List.copyOf(unreached);
    }

    /** Places outside that checkpoints are copied to, each as it is now. */
    public List<WitnessPlace> witnessPlaces() {
        long signed = store.lastCheckpoint().map(RecordStore.StoredCheckpoint::size).orElse(0L);
        return place.witnesses().stream().map(folder -> {
            Optional<SignedCheckpoint> newest = new Witness(folder).newest(name(), _ -> true);
            WitnessPlace.Standing standing = !Files.isDirectory(folder)
                    ? WitnessPlace.Standing.AWAY
                    : newest.filter(note -> note.checkpoint().size() >= signed).isPresent()
                            ? WitnessPlace.Standing.UP_TO_DATE
                            : WitnessPlace.Standing.BEHIND;
            return new WitnessPlace(folder, standing, newest);
        }).toList();
    }

    /** Stores that were there before backups were restored, oldest first. */
    public List<OldStore> oldStores() {
        return OldStore.in(place.folder());
    }

    /** Whether the search index, which is made in the background, has all records but a few. */
    public boolean isIndexed() {
        return search.isReady();
    }

    /** Records so far. */
    public synchronized long size() {
        return tree.size();
    }

    /** Why nothing can be recorded; empty if all is well. */
    public synchronized Optional<AuditException> refusal() {
        return refusal;
    }

    /** The hash of a record's leaf; empty if there is no such record. */
    public Optional<Hash> leaf(long sequence) {
        return store.row(sequence).map(Row::leaf);
    }

    /** A record; empty if there is none with that number or it can't be read. */
    public Optional<AuditRecord> record(long sequence) {
        return store.row(sequence).flatMap(this::read);
    }

    /**
     * Records before one, newest first.
     *
     * @param before a record's sequence, or {@link Long#MAX_VALUE} for the newest
     * @param limit  the most records to give
     */
    public Page page(AuditQuery query, long before, int limit) {
        List<AuditRecord> found = new ArrayList<>();
        long from = before;
        while (true) {
            List<AuditRecord> records = search.some(query, from, limit + 1);
            for (AuditRecord record : records) {
                if (found.size() == limit) {
                    return new Page(found, OptionalLong.of(found.getLast().sequence()));
                }
                found.add(record);
            }
            if (records.isEmpty()) {
                return new Page(found, OptionalLong.empty());
            }
            from = records.getLast().sequence();
        }
    }

    /** Erases contents, and what the index said of them before. */
    void erase(List<Integer> keys, List<Long> except, List<Long> released) {
        search.forgetAnd(() -> store.erase(keys, except, released));
    }

    /** That a record stands in the log as a checkpoint speaks of it. @param size of the checkpoint, at most the log's */
    public List<Hash> inclusion(long sequence, long size) {
        return Proofs.inclusion(sequence, size, store::node);
    }

    /** That the log has grown from one checkpoint to another by adding records only. */
    public List<Hash> consistency(long first, long second) {
        return Proofs.consistency(first, second, store::node);
    }

    /**
     * Calls for every record with a smaller sequence that is asked for, in order.
     *
     * @throws AuditException if a record can't be read
     */
    public void each(AuditQuery query, long before, Consumer<AuditRecord> action) {
        long from = 0;
        while (from < before) {
            List<Row> rows = store.ascending(from, (int) Math.min(SCANNED, before - from));
            if (rows.isEmpty()) {
                return;
            }
            for (Row row : rows) {
                AuditRecord record = read(row)
                        .orElseThrow(() -> altered("record " + row.sequence() + " can't be read"));
                if (query.matches(record)) {
                    action.accept(record);
                }
            }
            from = rows.getLast().sequence() + 1;
        }
    }

    /** The hashes of the tree. */
    public Nodes nodes() {
        return store::node;
    }

    /** Checkpoints in the store, by size, at most so many of the newest. */
    public List<SignedCheckpoint> checkpoints(int most) {
        return store.checkpoints(most).stream().flatMap(stored -> SignedCheckpoint.parse(stored.note()).stream())
                .toList();
    }

    /** Checkpoints that the witnesses hold for this log. */
    public List<SignedCheckpoint> witnessed() {
        return witnesses.stream().flatMap(witness -> witness.all(name()).stream()).distinct().toList();
    }

    /**
     * Recomputes the whole log and compares it with its own checkpoints, the witnesses' and the given ones.
     *
     * @param external checkpoints held elsewhere
     * @throws java.util.concurrent.CancellationException if the progress said so
     */
    public Verdict verify(List<SignedCheckpoint> external, Verification.Progress progress) {
        return verify(external, Optional.of(beside()), progress);
    }

    /** The same of a store that was just unpacked and has no copies of checkpoints beside it. */
    Verdict verifyAlone(List<SignedCheckpoint> external) {
        return verify(external, Optional.empty(), Verification.Progress.NONE);
    }

    private Verdict verify(List<SignedCheckpoint> external, Optional<List<SignedCheckpoint>> beside,
            Verification.Progress progress) {
        List<SignedCheckpoint> outside = Stream.concat(place.witnesses().stream()
                .flatMap(folder -> new Witness(folder).all(name()).stream()), external.stream()).distinct().toList();
        List<AuditRecord> restored = store.keptForGood().stream().flatMap(row -> read(row).stream())
                .filter(record -> record.entry() instanceof Entry.Restored)
                .sorted(Comparator.comparingLong(AuditRecord::sequence)).toList();
        Predicate<SignedCheckpoint> counts = note -> !isGivenUp(note, restored);
        Verdict verdict = new Verification(store, format).run(outside.stream().filter(counts).toList(),
                beside.stream().flatMap(List::stream).filter(counts).toList(), beside, progress);
        return verdict.givingUp(outside.stream().filter(counts.negate()).count(),
                restored.stream().flatMap(record -> GivenUp.of(record).stream()).toList());
    }

    /** Copies the log as it is now into a new zip file, encrypted as it is. */
    public void backUp(Path zip) {
        store.backUp(zip);
    }

    /** Records the stop, signs the log and closes it. */
    @Override
    public synchronized void close() {
        try {
            if (started && refusal.isEmpty()) {
                append(Optional.empty(), new Entry.Stopped());
                checkpoint();
            }
        } finally {
            search.close();
            store.close();
        }
    }
}

package bankassistant.ui.audit;

import bankassistant.audit.AuditException;
import bankassistant.audit.AuditLog;
import bankassistant.audit.Hold;
import bankassistant.audit.Page;
import bankassistant.audit.Retention;
import bankassistant.audit.Verdict;
import bankassistant.audit.Verification;
import bankassistant.audit.export.Exporter;
import bankassistant.audit.export.Selection;
import bankassistant.audit.note.SignedCheckpoint;
import bankassistant.audit.record.AuditQuery;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import bankassistant.identity.AuditSettings;
import bankassistant.identity.SignedIn;
import bankassistant.policy.Policy;
import bankassistant.policy.PolicyLibrary;
import bankassistant.policy.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The audit log as the auditor's screen reads it. What the auditor does is recorded wherever the log can still be written. */
public final class LogRecords implements AuditRecords {

    /** Records looked at for one slice: some tens of milliseconds. */
    private static final int LOOKED_AT = 1_000;
    private static final Set<String> TALK = Set.of("question", "answer");

    private final AuditLog log;
    private final SignedIn auditor;
    private final Supplier<PolicyLibrary> policies;
    private final Supplier<Optional<AuditSettings>> settings;
    private final InstantSource clock;
    private final Collection<String> intents;
    private final Set<String> pii = new ConcurrentSkipListSet<>();
    private final Conversations conversations;
    private final LogProofs proofs;
    private final Set<String> users = new ConcurrentSkipListSet<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * @param log      open while this is used
     * @param policies as they are now
     * @param settings as they are now; empty where they can't be read
     * @param intents  all there are, as records name them
     * @param pii      types of personal data, as records name them
     */
    public LogRecords(AuditLog log, SignedIn auditor, Supplier<PolicyLibrary> policies,
            Supplier<Optional<AuditSettings>> settings, InstantSource clock, Collection<String> intents,
            Collection<String> pii) {
        this.log = log;
        this.auditor = auditor;
        this.policies = policies;
        this.settings = settings;
        this.clock = clock;
        this.intents = List.copyOf(intents);
        this.pii.addAll(pii);
        conversations = new Conversations(log, this::size);
        proofs = new LogProofs(log);
    }

    @Override
    public Optional<String> alarm() {
        return log.refusal().map(AuditException::getMessage);
    }

    @Override
    public long size() {
        // a log that is not as it was left does not count its records; they are shown all the same
        return log.refusal().isEmpty()
                ? log.size()
                : log.page(AuditQuery.ALL, Long.MAX_VALUE, 1).records().stream()
                        .mapToLong(record -> record.sequence() + 1).max().orElse(0);
    }

    @Override
    public void listed(RecordQuery query) {
        record(new Entry.RecordsListed(query.words(), Optional.empty(), Optional.empty()));
    }

    @Override
    public List<AuditRecord> read(List<Long> sequences) {
        if (sequences.isEmpty()) {
            return List.of();
        }
        long first = sequences.getFirst();
        List<AuditRecord> read = first - sequences.getLast() == sequences.size() - 1
                ? log.page(AuditQuery.ALL, first + 1, sequences.size()).records().stream()
                        .filter(record -> record.sequence() >= sequences.getLast()).toList()
                : sequences.stream().map(log::record).flatMap(Optional::stream).toList();
        know(read);
        return read;
    }

    @Override
    public Slice before(RecordQuery query, long before) {
        Page page = log.page(query.query(), before, LOOKED_AT);
        List<AuditRecord> looked = page.records();
        know(looked);
        return new Slice(looked.stream().filter(query::matches).toList(), page.next(),
                looked.isEmpty() ? Optional.empty() : Optional.of(looked.getLast().time()));
    }

    private void know(List<AuditRecord> records) {
        for (AuditRecord record : records) {
            if (!record.user().isEmpty()) {
                users.add(record.user());
            }
            if (record.entry() instanceof Entry.Question question) {
                pii.addAll(question.pii().keySet());
            }
        }
    }

    @Override
    public List<Proof> proofs(List<AuditRecord> records) {
        return proofs.of(records);
    }

    @Override
    public RecordDetail open(AuditRecord record) {
        Conversations.Found found = TALK.contains(record.kind()) ? conversations.around(record) : Conversations.NONE;
        record(new Entry.RecordViewed(record.sequence(), 1, found.conversation()));
        List<RecordDetail.SourceText> sources = found.turns().stream().flatMap(turn -> turn.answer().stream())
                .flatMap(answer -> ((Entry.Answer) answer.entry()).sources().stream()).distinct().map(this::text)
                .toList();
        return new RecordDetail(record, proofs.of(List.of(record)).getFirst(), found.turns(), found.cut(), sources);
    }

    /** The text counts as the one that was cited only where the file's hash is the one that was recorded. */
    private RecordDetail.SourceText text(Entry.Source source) {
        Optional<Policy> policy = Optional.ofNullable(policies.get())
                .flatMap(library -> library.policy(source.policy()));
        Optional<Section> section = policy.flatMap(known -> known.section(source.section()));
        return new RecordDetail.SourceText(source, policy.map(Policy::title).orElse(source.policy()),
                section.map(Section::title).orElse(source.section()),
                policy.filter(known -> known.sha256().equals(source.sha256())).flatMap(_ -> section)
                        .map(Section::text));
    }

    @Override
    public LogState state() {
        Retention retention = new Retention(log);
        List<AuditRecord> expiries = retention.expiries();
        Optional<Integer> months = settings.get().map(AuditSettings::retentionMonths);
        return new LogState(clock.instant(), size(),
                log.checkpoints(1).stream().map(SignedCheckpoint::checkpoint).findFirst(), log.witnessPlaces(), months,
                expiries.stream().flatMap(LogRecords::erased).toList(),
                expiries.stream().mapToLong(record -> ((Entry.Expired) record.entry()).released().size()).sum(),
                months.map(kept -> retention.due(kept).months().stream().map(month -> YearMonth.parse(month.month()))
                        .toList()).orElse(List.of()),
                retention.holds(), log.oldStores());
    }

    private static Stream<LogState.ErasedMonth> erased(AuditRecord record) {
        return ((Entry.Expired) record.entry()).months().stream().map(month -> new LogState.ErasedMonth(
                YearMonth.parse(month.month()), month.records() - month.kept().size(), month.kept().size(),
                record.time()));
    }

    @Override
    public void hold(String reference, Hold.Scope scope) {
        new Retention(log).hold(auditor, reference, scope);
    }

    @Override
    public void lift(Hold hold, String reference) {
        new Retention(log).lift(auditor, hold.name(), reference);
    }

    @Override
    public Choices choices() {
        // who stands in the newest records; others join as they are read
        before(RecordQuery.ALL, Long.MAX_VALUE);
        Map<String, String> titles = Optional.ofNullable(policies.get())
                .map(library -> library.policies().stream().collect(Collectors.toMap(Policy::id, Policy::title)))
                .orElse(Map.of());
        return new Choices(new ArrayList<>(users), List.copyOf(intents), titles, List.copyOf(pii));
    }

    @Override
    public Verdict verify(Verification.Progress progress) {
        Verdict verdict = log.verify(List.of(), progress);
        record(new Entry.Verified(
                verdict.finding().map(finding -> finding.change().name().toLowerCase(Locale.ROOT)).orElse("verified"),
                verdict.records(), verdict.root().hex(), verdict.external()));
        return verdict;
    }

    @Override
    public long export(RecordQuery query, ExportFormat format, Path file, Verification.Progress progress)
            throws IOException {
        Exporter exporter = new Exporter(log, auditor);
        // the dialog has asked whether a file that is there is to be replaced
        return (Files.exists(file) ? exporter.replacing() : exporter).write(
                new Selection(query.query(), query::matches, query.words(), progress),
                Exporter.Format.valueOf(format.name()),
                List.of(), file);
    }

    private void record(Entry entry) {
        if (log.refusal().isEmpty()) {
            log.append(Optional.of(auditor), entry);
        }
    }
}

package bankassistant.ui.audit;

import bankassistant.audit.AuditLog;
import bankassistant.audit.Verdict;
import bankassistant.audit.Verification;
import bankassistant.audit.export.Exporter;
import bankassistant.audit.record.AuditQuery;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import bankassistant.identity.SignedIn;
import bankassistant.policy.Policy;
import bankassistant.policy.PolicyLibrary;
import bankassistant.policy.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The audit log as the auditor's screen reads it. What the auditor does is recorded wherever the log can still be written. */
public final class LogRecords implements AuditRecords {

    /** Records looked at for one slice: some tens of milliseconds. */
    private static final int LOOKED_AT = 1_000;
    /** Later records may carry earlier times where a clock was set back. */
    private static final long GRACE_SECONDS = 86_400;
    private static final Set<String> TALK = Set.of("question", "answer");

    private final AuditLog log;
    private final SignedIn auditor;
    private final Supplier<PolicyLibrary> policies;
    private final Collection<String> intents;
    private final Collection<String> pii;
    private final Conversations conversations;
    private final LogProofs proofs;
    private final Set<String> users = new ConcurrentSkipListSet<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * @param log      open while this is used
     * @param policies as they are now
     * @param intents  all there are, as records name them
     * @param pii      types of personal data, as records name them
     */
    public LogRecords(AuditLog log, SignedIn auditor, Supplier<PolicyLibrary> policies, Collection<String> intents,
            Collection<String> pii) {
        this.log = log;
        this.auditor = auditor;
        this.policies = policies;
        this.intents = List.copyOf(intents);
        this.pii = List.copyOf(pii);
        conversations = new Conversations(log);
        proofs = new LogProofs(log);
    }

    @Override
    public long size() {
        return log.size();
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
        long end = Math.min(Math.min(before, log.size()), query.query().to().map(this::start).orElse(Long.MAX_VALUE));
        long start = Math.max(0, end - LOOKED_AT);
        List<AuditRecord> looked = log.page(AuditQuery.ALL, end, LOOKED_AT).records().stream()
                .filter(record -> record.sequence() >= start).toList();
        know(looked);
        return new Slice(looked.stream().filter(query::matches).toList(),
                start == 0 ? OptionalLong.empty() : OptionalLong.of(start),
                looked.isEmpty() ? Optional.empty() : Optional.of(looked.getLast().time()));
    }

    /** The record behind the last one that may be earlier than that: times grow with sequences but for a day's grace. */
    private long start(Instant to) {
        Instant late = to.plusSeconds(GRACE_SECONDS);
        long low = 0;
        long high = log.size();
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (log.record(middle).map(record -> record.time().isBefore(late)).orElse(true)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private void know(List<AuditRecord> records) {
        records.stream().map(AuditRecord::user).filter(user -> !user.isEmpty()).forEach(users::add);
    }

    @Override
    public List<Proof> proofs(List<AuditRecord> records) {
        return proofs.of(records);
    }

    @Override
    public RecordDetail open(AuditRecord record) {
        record(new Entry.RecordViewed(record.sequence(), 1));
        Conversations.Found found = TALK.contains(record.kind())
                ? conversations.around(record)
                : new Conversations.Found(List.of(), false);
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
    public Choices choices() {
        // names that stand in the newest records; others join as they are read
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
        return new Exporter(log, auditor).write(query.query(), switch (format) {
            case JSONL -> Exporter.Format.JSONL;
            case CSV -> Exporter.Format.CSV;
            case PDF -> throw new UnsupportedOperationException("PDF");
        }, List.of(), file);
    }

    private void record(Entry entry) {
        if (log.refusal().isEmpty()) {
            log.append(Optional.of(auditor), entry);
        }
    }
}

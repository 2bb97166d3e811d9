package bankassistant.ui.audit;

import bankassistant.audit.AuditException;
import bankassistant.audit.Finding;
import bankassistant.audit.GivenUp;
import bankassistant.audit.Hold;
import bankassistant.audit.Verdict;
import bankassistant.audit.Verification;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import bankassistant.audit.tree.Hash;
import bankassistant.identity.Role;
import bankassistant.identity.SignedIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** A log of any size whose records are made when they are read: a day of 400 records, each second one the answer to the one before. */
public class FakeRecords implements AuditRecords {

    static final Instant END = Instant.parse("2026-11-23T15:30:00Z");
    static final String LONG_NAME = "Friederike-Charlotte von Schlotterstein-Hohenlohe-Langenburg";
    static final List<String> USERS = List.of("ana.petrova", "ben.okafor", LONG_NAME, "Jürgen Großkreutz", "mia.li");
    private static final int DAY = 400;
    private static final int LOOKED_AT = 1_000;
    private static final int CONVERSATION = 6;
    private static final List<String> INTENTS = List.of("lost_or_stolen_card", "atm_fees", "direct_deposit_timing",
            "transfer_fee_charged", "verify_source_of_funds", "card_payment_fee_charged", "exchange_rate");
    private static final List<String> QUESTIONS = List.of(
            "The customer's card [CARD_1] was stolen on Sunday. How long does she have to report it?",
            "What does a withdrawal at another bank's ATM cost?", "When will my salary deposit arrive?",
            "Why was I charged a fee for the transfer to [IBAN_1] that I made on the phone with [PHONE_1] last Thursday evening?",
            "Which papers do we need to verify where a deposit of $12,000 comes from?",
            "Is there a fee when I pay by card?", "What is the weather in Rome?");

    final long size;
    final Set<Long> unreadable = ConcurrentHashMap.newKeySet();
    final Set<Long> broken = ConcurrentHashMap.newKeySet();
    final List<String> held = new CopyOnWriteArrayList<>();
    final List<String> lifted = new CopyOnWriteArrayList<>();
    volatile LogState state = new LogState(END, 0, Optional.empty(), List.of(), Optional.of(60), List.of(), 0,
            List.of(), List.of(), List.of());
    final List<String> listed = new CopyOnWriteArrayList<>();
    final List<Long> opened = new CopyOnWriteArrayList<>();
    final AtomicInteger reads = new AtomicInteger();
    volatile boolean failing;
    volatile Optional<String> alarm = Optional.empty();
    volatile Optional<Finding> finding = Optional.empty();
    volatile List<GivenUp> givenUp = List.of();

    public FakeRecords(long size) {
        this.size = size;
    }

    AuditRecord record(long sequence) {
        long turn = sequence / 2;
        String user = USERS.get((int) (turn / CONVERSATION % USERS.size()));
        long age = size - 1 - sequence;
        Instant time = END.minus(Duration.ofDays(age / DAY)).minusSeconds(age % DAY * 60);
        boolean banking = turn % 7 != 6;
        Optional<Entry.Meaning> meaning = Optional.of(new Entry.Meaning(banking,
                banking ? Optional.of(INTENTS.get((int) (turn % 6))) : Optional.empty(), banking ? 9_412 : 0));
        if (sequence % 50 == 0) {
            return new AuditRecord(sequence, time, "PC-7", "1.0.0",
                    Optional.of(new SignedIn(user, Role.TELLER, "s-" + turn / 25)), new Entry.SignIn(1));
        }
        Entry entry = sequence % 2 == 0
                ? new Entry.Question("c-" + turn / CONVERSATION, "t-" + turn, QUESTIONS.get((int) (turn % 7)),
                        turn % 7 == 0
                                ? Map.of("CREDIT_CARD", 1)
                                : turn % 7 == 3 ? Map.of("IBAN_CODE", 1, "PHONE_NUMBER", 1) : Map.of(),
                        meaning)
                : answer(sequence, turn, meaning);
        return new AuditRecord(sequence, time, "PC-7", "1.0.0",
                Optional.of(new SignedIn(user, Role.TELLER, "s-" + turn / 25)), entry);
    }

    private static Entry answer(long sequence, long turn, Optional<Entry.Meaning> meaning) {
        String form = turn % 7 == 6
                ? "out_of_scope"
                : turn % 11 == 0 ? "withheld" : turn % 13 == 0 ? "hand_over" : turn % 3 == 0 ? "quoted" : "written";
        boolean failed = turn % 29 == 5;
        boolean cites = form.equals("written") || form.equals("quoted");
        return new Entry.Answer(sequence - 1, failed ? Entry.Outcome.FAILED : Entry.Outcome.GIVEN, failed ? "" : form,
                failed
                        ? ""
                        : cites
                                ? "Report it within 2 business days after learning of the loss: then the customer loses at"
                                        + " most $50. After that it can be up to $500."
                                : form.equals("out_of_scope")
                                        ? "I'm specialized in banking services only. I can help with accounts, transactions,"
                                                + " fees, loans, and cards. Please ask a banking question."
                                        : "The policies hold nothing that answers this. Please ask the deposits desk.",
                meaning,
                cites && !failed
                        ? List.of(new Entry.Source("cards", "reporting-lost-card", turn % 4 == 0 ? "2025.4" : "2026.1",
                                (turn % 4 == 0 ? "cd" : "ab").repeat(32)))
                        : List.of(),
                Optional.of(new Entry.Checks(form.equals("written"), true,
                        turn % 9 == 4 ? List.of("$75") : List.of(), turn % 9 == 4 ? List.of("figure") : List.of())),
                Map.of("mask", 180L, "understand", 21_400L, "find", 18_300L, "first_token", 96_000L, "write",
                        410_000L + turn % 40 * 9_000, "check", 2_100L, "record", 3_900L, "total",
                        456_000L + turn % 40 * 9_000),
                Map.of("base/SmolLM2-135M-Instruct.Q4_1.gguf", "1f".repeat(32),
                        "banking_llm_lora/adapter_model.safetensors", "2e".repeat(32)),
                312, 48, failed ? Optional.of("7KQ2:M0XA") : Optional.empty());
    }

    private void mayFail() {
        if (failing) {
            throw new AuditException(AuditException.Problem.FAILED,
                    "The audit log can't be read: the drive that holds it is gone.");
        }
    }

    @Override
    public Optional<String> alarm() {
        return alarm;
    }

    @Override
    public long size() {
        mayFail();
        return size;
    }

    @Override
    public void listed(RecordQuery query) {
        mayFail();
        listed.add(query.words());
    }

    @Override
    public LogState state() {
        mayFail();
        return state;
    }

    @Override
    public void hold(String reference, Hold.Scope scope) {
        held.add(reference + " " + scope);
    }

    @Override
    public void lift(Hold hold, String reference) {
        lifted.add(hold.name() + " " + reference);
    }

    @Override
    public List<AuditRecord> read(List<Long> sequences) {
        mayFail();
        reads.incrementAndGet();
        return sequences.stream().filter(sequence -> !unreadable.contains(sequence)).map(this::record).toList();
    }

    @Override
    public Slice before(RecordQuery query, long before) {
        mayFail();
        long end = Math.min(before, size);
        long start = Math.max(0, end - LOOKED_AT);
        List<AuditRecord> found = LongStream.range(start, end).map(i -> end - 1 - (i - start))
                .filter(sequence -> !unreadable.contains(sequence)).mapToObj(this::record).filter(query::matches)
                .toList();
        return new Slice(found, start == 0 ? OptionalLong.empty() : OptionalLong.of(start),
                end == 0 ? Optional.empty() : Optional.of(record(start).time()));
    }

    @Override
    public List<Proof> proofs(List<AuditRecord> records) {
        mayFail();
        return records.stream().map(record -> proof(record.sequence())).toList();
    }

    private Proof proof(long sequence) {
        long signed = Math.max(0, size - 20);
        Proof.Standing standing = broken.contains(sequence)
                ? Proof.Standing.BROKEN
                : sequence >= signed ? Proof.Standing.NOT_YET_SIGNED : Proof.Standing.PROVEN;
        return new Proof(standing, Optional.of(Hash.ofLeaf(Long.toString(sequence).getBytes(StandardCharsets.UTF_8))),
                signed, signed == 0 ? Optional.empty() : Optional.of(END.minusSeconds(1_200)));
    }

    @Override
    public RecordDetail open(AuditRecord record) {
        mayFail();
        opened.add(record.sequence());
        boolean talk = record.entry() instanceof Entry.Question || record.entry() instanceof Entry.Answer;
        long first = record.sequence() / 2 / CONVERSATION * CONVERSATION * 2;
        List<RecordDetail.Turn> turns = new ArrayList<>();
        for (long question = first; talk && question < Math.min(size - 1, first + 2 * CONVERSATION); question += 2) {
            if (record(question).entry() instanceof Entry.Question) {
                turns.add(new RecordDetail.Turn(record(question), Optional.of(record(question + 1))));
            }
        }
        List<RecordDetail.SourceText> sources = turns.stream().flatMap(turn -> turn.answer().stream())
                .flatMap(answer -> ((Entry.Answer) answer.entry()).sources().stream()).distinct()
                .map(FakeRecords::text).toList();
        return new RecordDetail(record, proof(record.sequence()), turns, false, sources);
    }

    private static RecordDetail.SourceText text(Entry.Source source) {
        return new RecordDetail.SourceText(source, "Cards and unauthorized transfers",
                "Reporting a lost or stolen card",
                source.version().equals("2026.1")
                        ? Optional.of(
                                "Tell us at once if a card is lost or stolen. A customer who reports it within 2 business"
                                        + " days after learning of the loss loses at most $50. After that it can be up to $500. A"
                                        + " statement that shows a transfer the customer did not make must be reported within 60 days.")
                        : Optional.empty());
    }

    @Override
    public Choices choices() {
        return new Choices(USERS, INTENTS,
                Map.of("cards", "Cards and unauthorized transfers", "funds-availability", "Funds availability"),
                List.of("CREDIT_CARD", "IBAN_CODE", "PHONE_NUMBER"));
    }

    @Override
    public Verdict verify(Verification.Progress progress) {
        mayFail();
        for (long checked = 0; checked < size; checked += Math.max(1, size / 10)) {
            if (!progress.at(checked)) {
                throw new CancellationException();
            }
        }
        return new Verdict(finding, finding.map(Finding::first).orElse(size), 0, Hash.EMPTY_TREE, 12, 3, 0,
                finding.isPresent() ? 0 : size - 20, givenUp);
    }

    @Override
    public long export(RecordQuery query, ExportFormat format, Path file, Verification.Progress progress)
            throws IOException {
        mayFail();
        List<String> lines = LongStream.range(0, Math.min(size, 1_000)).mapToObj(this::record)
                .filter(query::matches).map(AuditRecord::toString).toList();
        if (!progress.at(lines.size())) {
            throw new CancellationException();
        }
        Files.write(file, lines);
        return lines.size();
    }
}

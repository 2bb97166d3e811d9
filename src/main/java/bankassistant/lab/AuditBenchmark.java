package bankassistant.lab;

import bankassistant.audit.AuditLog;
import bankassistant.audit.AuditPlace;
import bankassistant.audit.Station;
import bankassistant.audit.Verdict;
import bankassistant.audit.Verification;
import bankassistant.audit.record.AuditQuery;
import bankassistant.audit.record.Entry;
import bankassistant.identity.FileKey;
import bankassistant.identity.Role;
import bankassistant.identity.SignedIn;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Measures an audit log of many records: made-up questions and answers of the usual lengths, of fifty users over a year. */
public final class AuditBenchmark {

    private static final int BATCH = 10_000;
    private static final int PAGE = 100;
    private static final int PAGES = 40;
    private static final int APPENDS = 1_000;
    private static final int USERS = 50;
    private static final int INTENTS = 77;
    private static final int POLICIES = 10;
    private static final List<String> WORDS = List.of("card", "account", "deposit", "fee", "transfer", "stolen",
            "limit",
            "interest", "overdraft", "check", "cash", "report", "branch", "customer", "business", "days", "owes",
            "most",
            "within", "funds", "available", "hold", "policy", "section", "statement", "insured", "joint", "owner");

    private final Path folder;
    private final long records;
    private final Random random = new Random(1);

    /** @param folder an empty one, on the disk that is to be measured */
    public AuditBenchmark(Path folder, long records) {
        this.folder = folder;
        this.records = records;
    }

    /**
     * Times in milliseconds unless the name says otherwise.
     *
     * @param indexSeconds from the last record until the index in the background had them all
     */
    public record Result(long records, double fillSeconds, double indexSeconds, double appendP50, double appendP95,
            double openMs,
            double firstSearchMs, double pageP95, double filteredPageP95, double textPageP95, double verifySeconds,
            boolean verified, double bytesPerRecord) {}

    /** @param progress hears how many records there are while the log is filled */
    public Result run(LongConsumer progress) throws IOException {
        FileKey key = FileKey.random(new SecureRandom());
        double filled;
        double indexed;
        double[] appends;
        try (AuditLog log = open(key)) {
            filled = millis(() -> fill(log, progress)) / 1000;
            indexed = millis(() -> awaitIndex(log)) / 1000;
            appends = appends(log);
        }
        double bytes = size() / (double) records;
        long before = System.nanoTime();
        try (AuditLog log = open(key)) {
            double opened = (System.nanoTime() - before) / 1e6;
            double first = millis(() -> log.page(AuditQuery.ALL.holding("stolen"), Long.MAX_VALUE, PAGE));
            double[] pages = pages(log, List.of(AuditQuery.ALL));
            double[] filtered = pages(log, filters());
            double[] texts = pages(log, texts());
            Verdict[] verdict = new Verdict[1];
            double verification = millis(() -> verdict[0] = log.verify(List.of(), Verification.Progress.NONE)) / 1000;
            return new Result(log.size(), filled, indexed, percentile(appends, 0.5), percentile(appends, 0.95), opened,
                    first,
                    percentile(pages, 0.95), percentile(filtered, 0.95), percentile(texts, 0.95), verification,
                    verdict[0].verified(), bytes);
        } finally {
            key.close();
        }
    }

    private AuditLog open(FileKey key) {
        return AuditLog.open(new AuditPlace(folder, List.of()), key, new Station("bench", "1.0.0"),
                Clock.systemUTC());
    }

    private void fill(AuditLog log, LongConsumer progress) {
        while (log.size() < records) {
            List<Entry> batch = new ArrayList<>();
            SignedIn who = new SignedIn("user" + random.nextInt(USERS), Role.TELLER, "s-" + random.nextInt());
            while (batch.size() < Math.min(BATCH, records - log.size())) {
                long question = log.size() + batch.size();
                batch.add(question());
                batch.add(answer(question));
            }
            log.append(Optional.of(who), batch);
            progress.accept(log.size());
        }
    }

    private static void awaitIndex(AuditLog log) {
        try {
            while (!log.isIndexed()) {
                Thread.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private double[] appends(AuditLog log) {
        Optional<SignedIn> who = Optional.of(new SignedIn("user0", Role.TELLER, "s-0"));
        double[] times = new double[APPENDS];
        for (int i = 0; i < APPENDS; i++) {
            Entry entry = i % 2 == 0 ? question() : answer(log.size() - 1);
            times[i] = millis(() -> log.append(who, entry));
        }
        return times;
    }

    private Entry question() {
        return new Entry.Question("c" + random.nextInt(1000), "c-1", text(14), Map.of("PERSON", 1),
                Optional.of(meaning()));
    }

    private Entry answer(long question) {
        return new Entry.Answer(question, Entry.Outcome.GIVEN, "written", text(35), Optional.of(meaning()),
                List.of(new Entry.Source("policy" + random.nextInt(POLICIES), "section" + random.nextInt(20), "2026.1",
                        "ab".repeat(32))),
                Optional.of(new Entry.Checks(true, true, List.of(), List.of())),
                Map.of("mask", 900L, "understand", 21_000L, "find", 33_000L, "write", 410_000L, "check", 500L, "total",
                        470_000L),
                Map.of("base", "cd".repeat(32)), 300, 60, Optional.empty());
    }

    private Entry.Meaning meaning() {
        return new Entry.Meaning(random.nextInt(10) > 0, Optional.of("intent" + random.nextInt(INTENTS)),
                random.nextInt(10_000));
    }

    private String text(int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        return text.append("number").append(random.nextInt(100_000)).toString();
    }

    private List<AuditQuery> filters() {
        return List.of(AuditQuery.ALL.ofKinds(Set.of("question")), AuditQuery.ALL.ofUsers(Set.of("user7")),
                AuditQuery.ALL.ofIntents(Set.of("intent5")).citing("policy3"),
                AuditQuery.ALL.ofUsers(Set.of("user7")).ofIntents(Set.of("intent5")).inScope(false),
                AuditQuery.ALL.ofKinds(Set.of("started")));
    }

    private static List<AuditQuery> texts() {
        return List.of(AuditQuery.ALL.holding("stolen"), AuditQuery.ALL.holding("number4711"),
                AuditQuery.ALL.holding("overdraft insured joint owner"),
                AuditQuery.ALL.holding("stolen cash").ofIntents(Set.of("intent5")).citing("policy3"));
    }

    /** Pages from the newest on and from the middle. */
    private double[] pages(AuditLog log, List<AuditQuery> queries) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < PAGES; i++) {
            AuditQuery query = queries.get(i % queries.size());
            long from = i < PAGES / 2 ? Long.MAX_VALUE : random.nextLong(records);
            times.add(millis(() -> log.page(query, from, PAGE)));
        }
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double millis(Runnable work) {
        long before = System.nanoTime();
        work.run();
        return (System.nanoTime() - before) / 1e6;
    }

    private static double percentile(double[] times, double part) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(part * sorted.length) - 1];
    }

    private long size() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    /** Deletes what was measured. */
    public void delete() throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

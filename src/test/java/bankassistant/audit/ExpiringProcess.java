package bankassistant.audit;

import bankassistant.audit.record.Entries;
import bankassistant.audit.record.Entry;
import bankassistant.identity.Role;
import bankassistant.identity.SignedIn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A process that records, sets and lifts holds and erases month after month until it is killed. Says {@code expired MONTH} behind
 * each month that is erased.
 */
final class ExpiringProcess {

    private static final SignedIn AUDITOR = new SignedIn("aud", Role.AUDITOR, "s-9");
    private static final Optional<SignedIn> BEN = Optional.of(new SignedIn("ben", Role.TELLER, "s-2"));
    private static final int KEPT_MONTHS = 2;

    private ExpiringProcess() {}

    /** @param arguments the log's folder, and the day on which to begin */
    public static void main(String[] arguments) {
        Days days = new Days(Long.parseLong(arguments[1]));
        try (AuditLog log = AuditLog.open(new AuditPlace(Path.of(arguments[0]), List.of(), 7), Logs.key(1),
                Logs.STATION, days)) {
            Retention retention = new Retention(log);
            System.out.println("open");
            for (int month = 0;; month++) {
                days.passed += 31;
                log.append(Logs.TELLER, Entries.question("of ana"));
                log.append(BEN, Entries.question("of ben"));
                if (month % 3 == 1) {
                    retention.holds().forEach(hold -> retention.lift(AUDITOR, hold.name(), "closed"));
                } else if (retention.holds().isEmpty()) {
                    retention.hold(AUDITOR, "case " + month, new Hold.Scope(Optional.of("ben"), Optional.empty(),
                            Optional.empty(), Optional.empty()));
                }
                for (Entry.ExpiredMonth erased : retention.expire(AUDITOR, KEPT_MONTHS).months()) {
                    System.out.println("expired " + erased.month());
                }
            }
        } catch (AuditException e) {
            System.out.println(e.problem());
        }
    }

    static Process start(Path folder, long day, Path said) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                ExpiringProcess.class.getName(), folder.toString(), Long.toString(day))
                .redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(said.toFile()).start();
    }

    /** A clock that goes by days, when it is told to. */
    private static final class Days extends Clock {

        private long passed;

        Days(long passed) {
            this.passed = passed;
        }

        @Override
        public Instant instant() {
            return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(passed * 86_400);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

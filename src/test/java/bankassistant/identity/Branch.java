package bankassistant.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A branch whose administrator is Ada and whose auditor is Otto, at a clock that a test moves. */
final class Branch implements InstantSource {

    static final String ADMINISTRATOR = "ada";
    static final String AUDITOR = "otto";
    static final String TELLER = "tilda";
    static final String COLLEAGUE = "theo";
    static final String ADAS = "quiet harbour lantern";
    static final String OTTOS = "seven rivers uphill";
    static final String TILDAS = "copper kettle drizzle";
    static final String THEOS = "walnut bicycle thunder";

    final Path folder;
    Identity identity;
    RecoveryKey recovery;
    private Instant now = Instant.parse("2026-11-02T09:00:00Z");

    Branch(Path folder) {
        this.folder = folder;
        restart();
    }

    /** As after a new start of the program. */
    Branch restart() {
        identity = new Identity(folder, this, new SecureRandom());
        return this;
    }

    Branch setUp() throws IOException {
        recovery = identity.setUp(ADMINISTRATOR, password(ADAS), AUDITOR, password(OTTOS), PasswordCost.FLOOR);
        return this;
    }

    /** As {@link #setUp} and then {@link #withTeller}, from a copy: passwords are slow on purpose. */
    static Branch readyMade(Path folder) throws IOException {
        Ready ready = Ready.MADE.get();
        Files.write(folder.resolve("users.json"), ready.users());
        Files.write(folder.resolve("sign-in.json"), ready.attempts());
        Branch branch = new Branch(folder);
        branch.recovery = RecoveryKey.parse(ready.recovery());
        return branch;
    }

    /** With Tilda, a teller. */
    Branch withTeller() throws IOException {
        enrol(TELLER, Role.TELLER, TILDAS);
        return this;
    }

    void enrol(String name, Role role, String chosen) throws IOException {
        OneTimePassword oneTime = add(name, role);
        if (role == Role.ADMINISTRATOR) {
            identity.enrolment().ofAdministrator(name, oneTime.password(), password(chosen));
        } else {
            identity.enrolment().byRecoveryKey(name, oneTime.password(), password(chosen), recovery);
        }
    }

    OneTimePassword add(String name, Role role) throws IOException {
        try (Session ada = administrator()) {
            return identity.administration(ada).add(name, role);
        }
    }

    Session administrator() throws IOException {
        return signIn(ADMINISTRATOR, ADAS);
    }

    Session auditor() throws IOException {
        return signIn(AUDITOR, OTTOS);
    }

    Session teller() throws IOException {
        return signIn(TELLER, TILDAS);
    }

    Session signIn(String name, String password) throws IOException {
        return identity.signIn(name, password(password));
    }

    static Password password(String text) {
        return Password.of(text.toCharArray());
    }

    Path usersFile() {
        return folder.resolve("users.json");
    }

    Path attemptsFile() {
        return folder.resolve("sign-in.json");
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** The files of a branch with a teller. */
    private record Ready(byte[] users, byte[] attempts, char[] recovery) {

        private static final Supplier<Ready> MADE = new Supplier<>() {

            private Ready made;

            @Override
            public synchronized Ready get() {
                if (made == null) {
                    made = make();
                }
                return made;
            }
        };

        private static Ready make() {
            try {
                Path folder = Files.createTempDirectory("branch");
                Branch branch = new Branch(folder).setUp().withTeller();
                Ready ready = new Ready(Files.readAllBytes(branch.usersFile()), Files.readAllBytes(
                        branch.attemptsFile()), branch.recovery.text());
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        Files.delete(file);
                    }
                }
                Files.delete(folder);
                return ready;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

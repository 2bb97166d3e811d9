package bankassistant.app;

import bankassistant.identity.Identity;
import bankassistant.identity.OneTimePassword;
import bankassistant.identity.Password;
import bankassistant.identity.PasswordCost;
import bankassistant.identity.RecoveryKey;
import bankassistant.identity.Role;
import bankassistant.identity.Session;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The demo bank's users. Their passwords are no secret: they stand here, and in a file in the demo's folder. */
final class DemoUsers {

    /** Lists the users with their passwords, in the folder of users. */
    static final String FILE = "demo-users.txt";

    private static final List<DemoUser> ALL = List.of(
            new DemoUser("teller", Role.TELLER, "copper kettle by the window"),
            new DemoUser("presenter", Role.PRESENTER, "green umbrella in the hall"),
            new DemoUser("auditor", Role.AUDITOR, "seven owls count the stars"),
            new DemoUser("administrator", Role.ADMINISTRATOR, "an old lighthouse blinks twice"));

    private DemoUsers() {}

    /** One of them. */
    record DemoUser(String name, Role role, String password) {}

    static DemoUser of(Role role) {
        return ALL.stream().filter(user -> user.role() == role).findAny().orElseThrow();
    }

    static Optional<DemoUser> named(String name) {
        return ALL.stream().filter(user -> user.name().equals(name)).findAny();
    }

    /** Names with passwords, in the order of the list. */
    static Map<String, String> passwords() {
        Map<String, String> all = new LinkedHashMap<>();
        ALL.forEach(user -> all.put(user.name(), user.password()));
        return all;
    }

    /** Makes the folder of users where it is missing; whole, or not at all. */
    static void prepare(Path folder) throws IOException {
        if (Files.exists(folder)) {
            return;
        }
        Path fresh = Files.createTempDirectory(folder.getParent(), "identity-");
        try {
            make(new Identity(fresh, InstantSource.system(), new SecureRandom()), fresh);
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            OwnedFolder.delete(fresh);
            if (!Files.exists(folder)) {
                throw e;
            }
            // another process was quicker, and its users are as good
        }
    }

    private static void make(Identity identity, Path folder) throws IOException {
        try (Password administrators = password(Role.ADMINISTRATOR);
                Password auditors = password(Role.AUDITOR);
                RecoveryKey recovery = identity.setUp(of(Role.ADMINISTRATOR).name(), administrators,
                        of(Role.AUDITOR).name(), auditors, PasswordCost.FLOOR);
                Session administrator = identity.signIn(of(Role.ADMINISTRATOR).name(), administrators)) {
            enrol(identity, administrator, of(Role.TELLER), recovery);
            enrol(identity, administrator, of(Role.PRESENTER), recovery);
            Files.writeString(folder.resolve(FILE), list(recovery));
        }
    }

    private static void enrol(Identity identity, Session administrator, DemoUser user, RecoveryKey recovery)
            throws IOException {
        try (OneTimePassword given = identity.administration(administrator).add(user.name(), user.role());
                Password oneTime = given.password();
                Password own = password(user.role())) {
            identity.enrolment().byRecoveryKey(user.name(), oneTime, own, recovery);
        }
    }

    private static Password password(Role role) {
        return Password.of(of(role).password().toCharArray());
    }

    private static String list(RecoveryKey recovery) {
        StringBuilder text = new StringBuilder("The demo bank's users and their passwords, which are no secret.\n\n");
        ALL.forEach(user -> text.append("%-14s %s%n".formatted(user.name(), user.password())));
        char[] key = recovery.text();
        text.append("\nrecovery key   ").append(key).append('\n');
        Arrays.fill(key, '\0');
        return text.toString();
    }
}

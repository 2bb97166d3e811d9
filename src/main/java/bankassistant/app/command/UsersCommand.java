package bankassistant.app.command;

import bankassistant.app.Parts;
import bankassistant.app.SignInRequest;
import bankassistant.app.Streams;
import bankassistant.identity.Identity;
import bankassistant.identity.OneTimePassword;
import bankassistant.identity.Password;
import bankassistant.identity.Permission;
import bankassistant.identity.RecoveryKey;
import bankassistant.identity.Role;
import bankassistant.identity.Session;
import bankassistant.identity.UserAdministration;
import bankassistant.identity.UserStatus;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Adds, lists, disables, enables and resets users; lets users enrol and change their passwords. */
@Command(name = "users", mixinStandardHelpOptions = true, description = "Manages users, and lets them enrol and change their passwords.")
final class UsersCommand implements Runnable {

    private static final String JSON = "Prints one JSON object a line.";

    @ParentCommand
    private RootCommand root;

    @Spec
    private CommandSpec spec;

    private final Streams streams;
    private final Secrets secrets;

    UsersCommand(Streams streams) {
        this.streams = streams;
        this.secrets = new Secrets(streams);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "Say what to do: " + String.join(", ", spec.subcommands().keySet()) + ".");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the users (administrator).")
    int list(@Option(names = "--json", description = JSON) boolean json) throws IOException {
        return administer(administration -> administration.list().forEach(user -> print(user, json)));
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Adds a user and prints a one-time password to enrol with (administrator).")
    int add(@Parameters(paramLabel = "NAME") String name,
            @Option(names = "--role", required = true, paramLabel = "teller|presenter|auditor|administrator", converter = RoleName.class, description = "What the user is there for.") Role role,
            @Option(names = "--json", description = JSON) boolean json) throws IOException {
        return administer(administration -> {
            try (OneTimePassword password = administration.add(name, role)) {
                print(name, password, json);
            }
        });
    }

    @Command(name = "reset", mixinStandardHelpOptions = true, description = "Takes a user's password and prints a one-time password to enrol with (administrator).")
    int reset(@Parameters(paramLabel = "NAME") String name,
            @Option(names = "--json", description = JSON) boolean json) throws IOException {
        return administer(administration -> {
            try (OneTimePassword password = administration.reset(name)) {
                print(name, password, json);
            }
        });
    }

    @Command(name = "disable", mixinStandardHelpOptions = true, description = "Lets a user sign in no more (administrator).")
    int disable(@Parameters(paramLabel = "NAME") String name) throws IOException {
        return administer(administration -> administration.disable(name));
    }

    @Command(name = "enable", mixinStandardHelpOptions = true, description = "Lets a disabled user sign in again (administrator).")
    int enable(@Parameters(paramLabel = "NAME") String name) throws IOException {
        return administer(administration -> administration.enable(name));
    }

    @Command(name = "password", mixinStandardHelpOptions = true, description = "Changes the password of who signs in.")
    int password(
            @Option(names = "--new-password-file", paramLabel = "FILE", description = "Holds the new password.") Path chosenFile,
            @Option(names = "--present-password-file", paramLabel = "FILE", description = "Holds the present one, which is asked for again.") Path presentFile)
            throws IOException {
        try (Parts parts = root.open()) {
            Session session = root.signIn(parts, Permission.CHANGE_OWN_PASSWORD, Role.TELLER);
            try (Password present = secrets.password(presentFile, "Present password once more");
                    Password chosen = secrets.chosen(chosenFile, "New password, at least 12 characters")) {
                parts.identity().changePassword(session, present, chosen);
            }
            streams.err().println("The password of " + session.who().user() + " was changed.");
            return 0;
        }
    }

    @Command(name = "enrol", mixinStandardHelpOptions = true, description = "Gives a user who has a one-time password one of their own, and the key: by the recovery key, or with a teller who is present.")
    int enrol(@Parameters(paramLabel = "NAME") String name,
            @Option(names = "--with", paramLabel = "TELLER", description = "Who vouches, instead of the recovery key.") String colleague,
            @Option(names = "--with-password-file", paramLabel = "FILE", description = "Holds that teller's password.") Path colleaguesFile,
            @Option(names = "--recovery-key-file", paramLabel = "FILE", description = "Holds the recovery key.") Path recoveryFile,
            @Option(names = "--administrator", description = "The user is an administrator, who needs neither.") boolean administrator,
            @Option(names = "--one-time-file", paramLabel = "FILE", description = "Holds the one-time password.") Path oneTimeFile,
            @Option(names = "--new-password-file", paramLabel = "FILE", description = "Holds the password of their own.") Path chosenFile)
            throws IOException {
        try (Parts parts = root.open();
                Password oneTime = secrets.password(oneTimeFile, "One-time password of " + name);
                Password chosen = secrets.chosen(chosenFile, "Password of your own, at least 12 characters")) {
            Identity identity = parts.identity();
            if (administrator) {
                identity.enrolment().ofAdministrator(name, oneTime, chosen);
            } else if (colleague == null) {
                try (RecoveryKey recovery = secrets.recoveryKey(recoveryFile)) {
                    identity.enrolment().byRecoveryKey(name, oneTime, chosen, recovery);
                }
            } else {
                Session vouching = parts
                        .signIn(new SignInRequest(Optional.of(colleague), Optional.ofNullable(colleaguesFile),
                                Role.TELLER, streams.prompt(), root.isDemo()));
                identity.enrolment().byColleague(name, oneTime, chosen, vouching);
            }
            streams.err().println(name + " is enrolled and can sign in.");
            return 0;
        }
    }

    @Command(name = "recover", mixinStandardHelpOptions = true, description = "Gives an administrator who forgot the password another one, by the recovery key.")
    int recover(@Parameters(paramLabel = "NAME") String name,
            @Option(names = "--recovery-key-file", paramLabel = "FILE", description = "Holds the recovery key.") Path recoveryFile,
            @Option(names = "--new-password-file", paramLabel = "FILE", description = "Holds the new password.") Path chosenFile)
            throws IOException {
        try (Parts parts = root.open();
                RecoveryKey recovery = secrets.recoveryKey(recoveryFile);
                Password chosen = secrets.chosen(chosenFile, "New password, at least 12 characters")) {
            parts.identity().enrolment().recoverAdministrator(name, recovery, chosen);
            streams.err().println(name + " has a new password.");
            return 0;
        }
    }

    private int administer(Act act) throws IOException {
        try (Parts parts = root.open()) {
            Session session = root.signIn(parts, Permission.MANAGE_USERS, Role.ADMINISTRATOR);
            act.by(parts.identity().administration(session));
            return 0;
        }
    }

    private void print(UserStatus user, boolean json) {
        String role = lower(user.role());
        String state = lower(user.state());
        streams.out().line(json
                ? object().put("user", user.name()).put("role", role).put("state", state).toString()
                : "%-13s  %-9s  %s".formatted(role, state, user.name()));
    }

    private void print(String name, OneTimePassword password, boolean json) {
        char[] text = password.text();
        String shown = new String(text);
        Arrays.fill(text, '\0');
        streams.err().println("Hand this one-time password to " + name + ", who enrols with `assistant users enrol`:");
        streams.out().line(json ? object().put("user", name).put("one_time_password", shown).toString() : shown);
    }

    private static ObjectNode object() {
        return new ObjectMapper().createObjectNode();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Something an administrator does. */
    @FunctionalInterface
    private interface Act {

        void by(UserAdministration administration) throws IOException;
    }

    /** Roles by their lower-case names. */
    static final class RoleName implements ITypeConverter<Role> {

        @Override
        public Role convert(String value) {
            return Stream.of(Role.values()).filter(role -> lower(role).equals(value)).findAny()
                    .orElseThrow(() -> new TypeConversionException(
                            "expected teller, presenter, auditor or administrator but was '" + value + "'"));
        }
    }
}

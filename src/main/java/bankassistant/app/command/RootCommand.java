package bankassistant.app.command;

import bankassistant.app.Options;
import bankassistant.app.Parts;
import bankassistant.app.SignInRequest;
import bankassistant.app.Streams;
import bankassistant.identity.Permission;
import bankassistant.identity.Role;
import bankassistant.identity.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The options before every command; without a command, the window or the terminal chat. */
@Command(name = "assistant", mixinStandardHelpOptions = true, version = "BankingAssistant-v1.0", sortOptions = false, description = "Answers banking questions of branch staff from the bank's policies, on this machine only.", footer = "%nWithout a command the window opens; where there is no display, a chat in the terminal.")
final class RootCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--demo", description = "Uses the demo bank, in a folder of its own. Works before any command.")
    private boolean demo;

    @Option(names = "--fresh", description = "With --demo: makes the demo folder anew.")
    private boolean fresh;

    @Option(names = "--data", paramLabel = "DIR", description = "Keeps data in DIR instead of the usual folder.")
    private Path data;

    @Option(names = "--device", paramLabel = "auto|cpu|gpu", defaultValue = "auto", converter = DeviceName.class, description = "Where the language model computes (${DEFAULT-VALUE}).")
    private Options.Device device;

    @Option(names = "--user", paramLabel = "NAME", description = "Who signs in; asked for where it is not given.")
    private String user;

    @Option(names = "--password-file", paramLabel = "FILE", description = "Holds the password in its first line; asked for where it is not given.")
    private Path passwordFile;

    private final Streams streams;
    private final Parts.Opener opener;
    private final FrontDoor frontDoor;

    RootCommand(Streams streams, Parts.Opener opener, FrontDoor frontDoor) {
        this.streams = streams;
        this.opener = opener;
        this.frontDoor = frontDoor;
    }

    @Override
    public Integer call() throws Exception {
        try (Parts parts = open()) {
            return frontDoor.enter(parts, request(Role.TELLER));
        }
    }

    /** Devices by their lower-case names, which the message of a wrong one lists as well. */
    static final class DeviceName implements ITypeConverter<Options.Device> {

        @Override
        public Options.Device convert(String value) {
            return Stream.of(Options.Device.values()).filter(device -> device.name().equalsIgnoreCase(value)).findAny()
                    .orElseThrow(() -> new TypeConversionException(
                            "expected auto, cpu or gpu but was '" + value + "'"));
        }
    }

    /**
     * Signs in who works with the parts from now on.
     *
     * @param needed what the command does; nothing is done by who may not do it
     * @param usual  the role in which the demo is signed in
     */
    Session signIn(Parts parts, Permission needed, Role usual) throws IOException {
        Session session = parts.signIn(request(usual));
        session.require(needed);
        return session;
    }

    private SignInRequest request(Role usual) {
        return request(Optional.ofNullable(user), Optional.ofNullable(passwordFile), usual);
    }

    SignInRequest request(Optional<String> name, Optional<Path> file, Role usual) {
        return new SignInRequest(name, file, usual, streams.prompt(), demo);
    }

    boolean isDemo() {
        return demo;
    }

    /** Opens the application's parts for these options. The caller closes them. */
    Parts open() {
        if (fresh && !demo) {
            throw new CommandLine.ParameterException(spec.commandLine(),
                    "--fresh empties the demo folder and needs --demo.");
        }
        return opener.open(new Options(demo, fresh, Optional.ofNullable(data), device));
    }
}

package bankassistant.app;

import bankassistant.app.command.CommandLines;
import bankassistant.app.terminal.EditedLines;
import bankassistant.app.terminal.Lines;
import bankassistant.app.terminal.LockingLines;
import bankassistant.app.terminal.PipedLines;
import bankassistant.app.terminal.TerminalChat;
import bankassistant.identity.IdleLock;
import bankassistant.identity.Permission;
import bankassistant.identity.Session;
import bankassistant.ui.NoDisplayException;
import bankassistant.ui.WindowLauncher;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Starts the application. */
public final class Main {

    private final Streams streams;
    private final Surroundings surroundings;

    private Main(Streams streams, Surroundings surroundings) {
        this.streams = streams;
        this.surroundings = surroundings;
    }

    public static void main(String[] arguments) {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Output out = new Output(new FileOutputStream(FileDescriptor.out));
        // standard output is for results: what a library prints goes elsewhere
        System.setOut(err);
        Surroundings surroundings = Surroundings.ofThisProcess();
        boolean interactive = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        boolean coloured = interactive && surroundings.variable("NO_COLOR").isEmpty()
                && !surroundings.variable("TERM").equals(Optional.of("dumb"));
        Prompt prompt = interactive ? new ConsolePrompt(System.console()) : Prompt.NOBODY;
        Streams streams = new Streams(System.in, out, err, interactive, coloured, prompt);
        Thread.setDefaultUncaughtExceptionHandler((_, thrown) -> err.println(Failures.of(thrown).message()));
        System.exit(new Main(streams, surroundings).run(arguments));
    }

    private int run(String[] arguments) {
        return CommandLines.run(arguments, streams, options -> new Wiring(options, surroundings, Installation.find()),
                Installation::find,
                this::enter);
    }

    /** The window, or the chat in the terminal where none can be shown. */
    private int enter(Parts parts, SignInRequest request) throws IOException {
        Optional<String> reason = Display.missing(surroundings);
        if (reason.isEmpty()) {
            try {
                WindowLauncher.run(new WindowDesks(parts, Installation::find), WindowAccess.of(parts, request));
                return 0;
            } catch (NoDisplayException e) {
                reason = Optional.of("The display can't be used.");
            }
        }
        streams.err().println(reason.get() + " The chat in the terminal starts instead.");
        Session session = parts.signIn(request);
        session.require(Permission.ASK);
        try (Lines lines = lines(parts, session, request)) {
            return new TerminalChat(streams, parts).run(lines);
        }
    }

    private Lines lines(Parts parts, Session session, SignInRequest request) throws IOException {
        if (!streams.interactive()) {
            return new PipedLines(streams.in());
        }
        Lines typed = new EditedLines();
        if (request.demo()) {
            return typed;
        }
        Duration limit = parts.identity().settings().idleLock();
        return new LockingLines(typed, session, parts.identity(), streams.prompt(), streams.err(),
                lock -> new IdleLock(limit, InstantSource.system(), System::nanoTime, lock));
    }
}

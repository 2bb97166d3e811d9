package bankassistant.app.command;

import bankassistant.app.Failures;
import bankassistant.app.Installation;
import bankassistant.app.Output;
import bankassistant.app.Parts;
import bankassistant.app.Streams;
import bankassistant.privacy.Masker;
import bankassistant.privacy.Placeholders;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Puts the commands together and runs one. */
public final class CommandLines {

    private CommandLines() {}

    /**
     * Runs a command line.
     *
     * @param frontDoor what opens without a command
     * @return the exit code
     */
    public static int run(String[] arguments, Streams streams, Parts.Opener opener,
            Supplier<Installation> installation, FrontDoor frontDoor) {
        // picocli answers a failure to print with a stack trace: it prints into memory
        StringWriter help = new StringWriter();
        try {
            int code = commandLine(streams, opener, installation, frontDoor).setOut(new PrintWriter(help))
                    .execute(arguments);
            if (!help.toString().isEmpty()) {
                streams.out().print(help.toString());
            }
            return code;
        } catch (Output.ClosedException e) {
            return Failures.REFUSED;
        } catch (RuntimeException | Error e) {
            return failed(e, streams);
        }
    }

    private static CommandLine commandLine(Streams streams, Parts.Opener opener, Supplier<Installation> installation,
            FrontDoor frontDoor) {
        CommandLine commandLine = new CommandLine(new RootCommand(streams, opener, frontDoor))
                .addSubcommand(new AskCommand(streams)).addSubcommand(new ModelCommand(streams, installation))
                .addSubcommand(new BenchCommand(streams, installation))
                .addSubcommand(new CommandLine(new EvalCommand(streams)).addSubcommand(new EvalFoldsCommand(streams)))
                .addSubcommand(new MaskCommand(streams))
                .addSubcommand(new CommandLine(new AuditCommand())
                        .addSubcommand(new AuditListCommand(streams, installation))
                        .addSubcommand(new AuditShowCommand(streams)).addSubcommand(new AuditVerifyCommand(streams))
                        .addSubcommand(new AuditExportCommand(streams, installation))
                        .addSubcommand(new AuditViewCommand(installation))
                        .addSubcommand(new AuditCheckpointCommand(streams))
                        .addSubcommand(new AuditBackupCommand(streams))
                        .addSubcommand(new AuditRestoreCommand(streams))
                        .addSubcommand(new AuditExpireCommand(streams)).addSubcommand(new AuditHoldCommand(streams))
                        .addSubcommand(new AuditWitnessCommand(streams))
                        .addSubcommand(new AuditRetentionCommand(streams)))
                .addSubcommand(new SetUpCommand(streams)).addSubcommand(new UsersCommand(streams))
                .addSubcommand(new CommandLine(new TrainCommand()).addSubcommand(new TrainIntentsCommand(streams))
                        .addSubcommand(new TrainScopeCommand(streams))
                        .addSubcommand(new TrainPiiCommand(streams, installation))
                        .addSubcommand(new TrainEvidenceCommand(streams))
                        .addSubcommand(new TrainAnswersCommand(streams)));
        commandLine.setExpandAtFiles(false);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(streams.coloured() ? Ansi.ON : Ansi.OFF));
        commandLine.setErr(new PrintWriter(streams.err(), true));
        commandLine.setParameterExceptionHandler((exception, _) -> wrongUse(exception, streams));
        commandLine.setExecutionExceptionHandler((exception, _, _) -> failed(exception, streams));
        return commandLine;
    }

    private static int wrongUse(CommandLine.ParameterException exception, Streams streams) {
        // it repeats what was typed
        streams.err().println(Masker.ofForms().mask(exception.getMessage(), new Placeholders()).value());
        streams.err()
                .println("`" + exception.getCommandLine().getCommandSpec().qualifiedName() + " --help` tells more.");
        return Failures.WRONG_USE;
    }

    private static int failed(Throwable thrown, Streams streams) {
        if (thrown instanceof Output.ClosedException) {
            return Failures.REFUSED;
        }
        Failures.Failure failure = Failures.of(thrown);
        streams.err().println(failure.message());
        return failure.exitCode();
    }
}

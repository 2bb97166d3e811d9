package bankassistant.app.command;

import bankassistant.app.Parts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Trains a part of the product; each part is a command below this one. */
@Command(name = "train", mixinStandardHelpOptions = true, description = "Trains a part of the assistant on this machine.")
final class TrainCommand implements Runnable {

    @ParentCommand
    private RootCommand root;

    @Spec
    private CommandSpec spec;

    /** The application's parts, for the commands below this one. */
    Parts open() {
        return root.open();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "Say what to train: " + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}

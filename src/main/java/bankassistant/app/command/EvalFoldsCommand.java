package bankassistant.app.command;

import bankassistant.app.Streams;
import bankassistant.lab.heads.CrossFitted;
import bankassistant.lab.heads.LabelledTexts;
import bankassistant.policy.BankingIntents;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells how good an ensemble for intents is by what its members said in cross-validation. */
@Command(name = "folds", mixinStandardHelpOptions = true, description = {
        "Averages what members of an ensemble for intents said in cross-validation,",
        "and tells how often that is right and how sure it should be."})
final class EvalFoldsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "FILE", required = true, description = "The data of the cross-validation.")
    private Path data;

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "The members' folders of fold-N.csv, as train intents --folds writes them.")
    private List<Path> members;

    private final Streams streams;

    EvalFoldsCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        CrossFitted known = CrossFitted.read(members, LabelledTexts.read(data, BankingIntents.names(), "category"));
        try {
            known.requireWhole();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
        double temperature = known.temperature();
        streams.out().line("all: " + known.accuracy().told());
        streams.out().line(String.format(Locale.ROOT,
                "mean over the classes: %.2f %%; at a temperature of %.2f: log loss %.3f, calibration error %.1f %%",
                100 * known.balancedAccuracy(), temperature, known.logLoss(temperature),
                100 * known.calibrationError(temperature)));
        return 0;
    }
}

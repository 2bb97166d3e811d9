package bankassistant.app.command;

import bankassistant.app.Failures;
import bankassistant.app.Installation;
import bankassistant.app.Streams;
import bankassistant.model.ModelFileException;
import bankassistant.model.ModelManifest;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells about the model files that are shipped, and checks them. */
@Command(name = "model", mixinStandardHelpOptions = true, description = "Lists, checks or seals the model files.")
final class ModelCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    private final Streams streams;
    private final Supplier<Installation> installation;
    private final ObjectMapper mapper = new ObjectMapper();

    ModelCommand(Streams streams, Supplier<Installation> installation) {
        this.streams = streams;
        this.installation = installation;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: list, verify or seal.");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the model files with size and SHA-256.")
    int list(@Option(names = "--json", description = "Prints one JSON object a line.") boolean json)
            throws IOException {
        Path models = installation.get().models();
        for (Map.Entry<String, String> entry : ModelManifest.read(models).hashes().entrySet()) {
            Path file = models.resolve(entry.getKey());
            long bytes = Files.isRegularFile(file) ? Files.size(file) : 0;
            streams.out().line(json
                    ? object(entry.getKey()).put("bytes", bytes).put("sha256", entry.getValue()).toString()
                    : "%,14d  %s  %s".formatted(bytes, entry.getValue().substring(0, 12), entry.getKey()));
        }
        return 0;
    }

    @Command(name = "verify", mixinStandardHelpOptions = true, description = "Compares every model file with the manifest.")
    int verify(@Option(names = "--json", description = "Prints one JSON object a line.") boolean json)
            throws IOException {
        ModelManifest manifest = ModelManifest.read(installation.get().models());
        boolean allGood = true;
        for (String path : manifest.hashes().keySet()) {
            allGood &= verify(manifest, path, json);
        }
        for (String path : manifest.unknownFiles()) {
            allGood = false;
            report(path, "not in " + ModelManifest.FILE, json);
        }
        return allGood ? 0 : Failures.REFUSED;
    }

    @Command(name = "seal", mixinStandardHelpOptions = true, description = "States the hashes of all model files as they are now, after a training.")
    int seal() throws IOException {
        ModelManifest manifest = ModelManifest.compute(installation.get().models());
        manifest.write();
        streams.out().line(manifest.hashes().size() + " files stated in " + ModelManifest.FILE);
        return 0;
    }

    private boolean verify(ModelManifest manifest, String path, boolean json) throws IOException {
        try {
            manifest.verified(path);
            if (json) {
                streams.out().line(object(path).put("verified", true).toString());
            } else {
                streams.out().line("good     " + path);
            }
            return true;
        } catch (ModelFileException e) {
            report(path, e.reason(), json);
            return false;
        }
    }

    private void report(String path, String reason, boolean json) {
        streams.out().line(json
                ? object(path).put("verified", false).put("reason", reason).toString()
                : "REFUSED  " + path + ": " + reason);
    }

    private ObjectNode object(String path) {
        return mapper.createObjectNode().put("file", path);
    }
}

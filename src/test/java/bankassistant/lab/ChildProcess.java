package bankassistant.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Runs main classes of this class path, each in a Java process of its own: a crash there ends nothing here, and the
 * contenders' thread pools never meet. A process that takes too long is ended.
 */
final class ChildProcess {

    private final Path folder;

    /** @param folder for temporary files and logs; must exist */
    ChildProcess(Path folder) {
        this.folder = folder;
    }

    /**
     * Runs a main class and reads the JSON object that is the last one it prints.
     *
     * @param waiting how its OpenMP threads wait for work
     * @param limit   after which it is ended
     * @throws IOException if it fails or takes too long; the message names its log
     */
    JsonNode run(Class<?> main, List<String> arguments, ThreadWaiting waiting, Duration limit)
            throws IOException, InterruptedException {
        Path log = log(main);
        Process process = start(main, arguments, waiting, log);
        try {
            if (!process.waitFor(limit)) {
                throw new IOException("%s took longer than %s, see %s".formatted(main, limit, log));
            }
        } finally {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        String output = output(main);
        if (process.exitValue() != 0) {
            throw new IOException("%s ended with %d: %s".formatted(main, process.exitValue(), output));
        }
        return new ObjectMapper().readTree(output.lines().filter(line -> line.startsWith("{"))
                .reduce((_, last) -> last)
                .orElseThrow(() -> new IOException(main + " printed no figures, see " + log)));
    }

    /** The lines that its last run printed and that match, each once, joined by semicolons. */
    String said(Class<?> main, String pattern) throws IOException {
        return output(main).lines().filter(line -> line.matches(pattern)).map(String::strip).distinct()
                .collect(Collectors.joining("; "));
    }

    private String output(Class<?> main) throws IOException {
        return Files.readString(log(main), StandardCharsets.ISO_8859_1);
    }

    private Path log(Class<?> main) {
        return folder.resolve(main.getSimpleName() + ".log");
    }

    private Process start(Class<?> main, List<String> arguments, ThreadWaiting waiting, Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-Dai.djl.offline=true",
                "-DOPT_OUT_TRACKING=true", "-Djava.io.tmpdir=" + folder, "-cp", System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        waiting.apply(builder.environment());
        return builder.start();
    }
}

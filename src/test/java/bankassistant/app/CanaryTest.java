package bankassistant.app;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.privacy.Canaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Personal data leaves the question box on no way: after thousands of messages, some of which meet failures, no byte that
 * the process wrote anywhere holds any of it.
 */
class CanaryTest {

    private static final int KEY = 4;

    @TempDir
    private Path temp;

    @Test
    void nothing_that_was_written_holds_personal_data() throws Exception {
        runInAProcessOfItsOwn();

        Traces traces = new Traces();
        Canaries.messages(CanaryRun.SEED, CanaryRun.MESSAGES).forEach(message -> message.traces().forEach(traces::add));
        List<String> found = new ArrayList<>();
        for (Path file : written()) {
            traces.in(file).forEach(trace -> found.add(temp.relativize(file) + " holds " + trace));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void what_looks_for_traces_finds_them() throws IOException {
        Traces traces = new Traces();
        traces.add("4111 1111 1111 1111");

        assertThat(traces.in(Files.writeString(temp.resolve("a"), "x".repeat(2_000_000) + "4111 1111 1111 1111")))
                .hasSize(1);
        assertThat(traces.in(Files.writeString(temp.resolve("b"), "a4111 1111 1111 1111", StandardCharsets.UTF_16LE)))
                .hasSize(1);
        assertThat(traces.in(Files.writeString(temp.resolve("c"), "4111 1111 1111 1112"))).isEmpty();
    }

    private void runInAProcessOfItsOwn() throws IOException, InterruptedException {
        Path work = Files.createDirectories(temp.resolve("work"));
        Path home = Files.createDirectories(temp.resolve("home"));
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g", "-XX:-UsePerfData", "-Duser.home=" + home, "-Djava.io.tmpdir=" + work,
                "-Djava.awt.headless=true",
                "-Dglass.platform=Headless", "-Dai.djl.offline=true", "-DOPT_OUT_TRACKING=true",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                CanaryRun.class.getName(),
                work.toString()).redirectOutput(temp.resolve("out").toFile())
                .redirectError(temp.resolve("err").toFile());
        builder.environment().put("HOME", home.toString());
        Process process = builder.start();
        boolean ended = process.waitFor(300, TimeUnit.SECONDS);
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        assertThat(ended).as("ended by itself").isTrue();
        assertThat(process.exitValue()).as(() -> read(temp.resolve("err"))).isZero();
        assertThat(Files.size(temp.resolve("out"))).as("answers were printed").isGreaterThan(200_000);
        assertThat(temp.resolve("work/logs/assistant.log")).as("failures were logged").isNotEmptyFile();
        assertThat(temp.resolve("work/stage-4.txt")).as("stages were reached").isNotEmptyFile();
        assertThat(temp.resolve("work/data/index")).as("the shipped models answered").isDirectory();
    }

    private List<Path> written() throws IOException {
        try (Stream<Path> files = Files.walk(temp)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks for many byte sequences at once: by their first four bytes. */
    private static final class Traces {

        private final Map<Integer, List<byte[]>> byBeginning = new HashMap<>();

        void add(String trace) {
            for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
                byte[] bytes = trace.getBytes(charset);
                byBeginning.computeIfAbsent(ByteBuffer.wrap(bytes).getInt(), _ -> new ArrayList<>()).add(bytes);
            }
        }

        List<String> in(Path file) throws IOException {
            try (FileChannel channel = FileChannel.open(file)) {
                ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
                List<String> found = new ArrayList<>();
                int beginning = 0;
                for (int at = 0; at < bytes.limit(); at++) {
                    beginning = beginning << 8 | bytes.get(at) & 0xFF;
                    List<byte[]> candidates = at < KEY - 1 ? null : byBeginning.get(beginning);
                    if (candidates != null) {
                        int start = at - KEY + 1;
                        candidates.stream().filter(trace -> stands(trace, bytes, start))
                                .forEach(trace -> found.add(new String(trace, StandardCharsets.UTF_8)));
                    }
                }
                return found;
            }
        }

        private static boolean stands(byte[] trace, ByteBuffer bytes, int start) {
            return start + trace.length <= bytes.limit()
                    && bytes.slice(start, trace.length).equals(ByteBuffer.wrap(trace));
        }
    }
}

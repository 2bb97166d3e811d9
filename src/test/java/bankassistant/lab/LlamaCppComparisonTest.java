package bankassistant.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Speed side by side with llama.cpp on the same weights and threads: {@code mvn -B verify -Pcompare}. The contenders take
 * turns, so that what else the machine does hits all alike. Figures of a busy machine are worth little: the report says
 * how busy it was between the rounds. It fails if something does not run, not if a target is missed.
 */
@Tag("compare")
class LlamaCppComparisonTest {

    private static final Path SHIPPED = Path.of("models/base/SmolLM2-135M-Instruct.Q4_1.gguf").toAbsolutePath();
    private static final Path TOKENIZER = SHIPPED.resolveSibling("tokenizer.json");
    private static final Path TEXT = Path.of("src/test/resources/bankassistant/model/policy-text.md").toAbsolutePath();
    private static final Path FOLDER = Path.of("target/compare").toAbsolutePath();
    /** Several times what a round takes on a quiet machine. */
    private static final Duration LIMIT = Duration.ofSeconds(120);
    /** Native libraries are unpacked and weights prepared. */
    private static final Duration FIRST_LOAD_LIMIT = Duration.ofMinutes(3);
    private static final int THREADS = 2;
    /** How threads wait in each round. */
    private static final List<ThreadWaiting> ROUNDS = List.of(ThreadWaiting.SHIPPED, ThreadWaiting.DEFAULT,
            ThreadWaiting.SHIPPED, ThreadWaiting.SHIPPED);
    private static final int RUNS = 3;

    private final ObjectMapper mapper = new ObjectMapper();

    private record Contender(String name, Class<?> main, List<String> arguments) {}

    @Test
    void the_engine_is_measured_beside_llama_cpp() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        ChildProcess processes = new ChildProcess(FOLDER);
        List<Contender> contenders = contenders();
        processes.run(MeasureEngine.class, engineArguments(0), ThreadWaiting.SHIPPED, FIRST_LOAD_LIMIT);

        Map<ThreadWaiting, Map<String, List<SpeedFigures>>> figures = new EnumMap<>(ThreadWaiting.class);
        double busy = 0;
        for (ThreadWaiting waiting : ROUNDS) {
            busy = Math.max(busy, busyWithOtherThings());
            for (Contender contender : contenders) {
                JsonNode measured = processes.run(contender.main(), contender.arguments(), waiting, LIMIT);
                figures.computeIfAbsent(waiting, _ -> new LinkedHashMap<>())
                        .computeIfAbsent(contender.name(), _ -> new ArrayList<>())
                        .add(mapper.treeToValue(measured, SpeedFigures.class));
            }
            // after each round: what was measured stays if a later one fails
            report(figures, busy, processes.said(MeasureLlamaCpp.class, "(build|system_info):.*"));
        }

        assertThat(figures.values()).allSatisfy(rounds -> assertThat(rounds.values()).hasSameSizeAs(contenders)
                .allSatisfy(round -> assertThat(round).isNotEmpty().allMatch(LlamaCppComparisonTest::isWhole)));
    }

    private static ComparisonReport report(Map<ThreadWaiting, Map<String, List<SpeedFigures>>> figures, double busy,
            String llamaCpp) throws IOException {
        ComparisonReport report = new ComparisonReport(
                "%s, %d processors, %d threads used, at most %.0f %% busy between the rounds"
                        .formatted(processor(), Runtime.getRuntime().availableProcessors(), THREADS, 100 * busy),
                llamaCpp);
        figures.forEach(report::add);
        report.write(FOLDER.resolveSibling("compare.json"));
        System.out.println(report.text());
        return report;
    }

    private static boolean isWhole(SpeedFigures figures) {
        return Stream.of(figures.prefill128(), figures.prefill384(), figures.decode(), figures.decodeDrafted(),
                figures.answerP50Ms(), figures.answerP95Ms()).allMatch(value -> value > 0 && Double.isFinite(value));
    }

    private static List<Contender> contenders() throws IOException {
        List<Contender> contenders = new ArrayList<>();
        contenders.add(new Contender(ComparisonReport.OURS, MeasureEngine.class, engineArguments(RUNS)));
        contenders.add(llamaCpp("Q4_1", SHIPPED));
        for (BlockFormat format : List.of(BlockFormat.Q4_0, BlockFormat.Q8_0)) {
            Path file = FOLDER.resolve("model." + format + ".gguf");
            Requantizer.requantize(SHIPPED, file, format);
            contenders.add(llamaCpp(format.name(), file));
        }
        return contenders;
    }

    private static List<String> engineArguments(int runs) {
        return List.of(SHIPPED.toString(), TOKENIZER.toString(), FOLDER.resolve("weights").toString(), TEXT.toString(),
                "" + THREADS, "" + runs);
    }

    private static Contender llamaCpp(String name, Path model) {
        return new Contender(name, MeasureLlamaCpp.class,
                List.of(model.toString(), TEXT.toString(), "" + THREADS, "" + RUNS));
    }

    /** The processor's name and which 8-bit and vector instructions it has, where the system tells. */
    private static String processor() throws IOException {
        Path file = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(file)) {
            return System.getProperty("os.arch");
        }
        List<String> lines = Files.readAllLines(file);
        String name = value(lines, "model name");
        List<String> flags = List.of(value(lines, "flags").split(" "));
        return "%s (family %s, model %s; %s)".formatted(name, value(lines, "cpu family"), value(lines, "model"),
                String.join(" ", Stream.of("avx2", "fma", "f16c", "avx512f", "avx_vnni", "avx512_vnni")
                        .map(flag -> (flags.contains(flag) ? "" : "no ") + flag).toList()));
    }

    private static String value(List<String> lines, String key) {
        return lines.stream().filter(line -> line.split(":")[0].strip().equals(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst().orElse("unknown");
    }

    /** The share of the processors' time that others take while this waits for a second. */
    private static double busyWithOtherThings() throws InterruptedException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        system.getCpuLoad();
        Thread.sleep(1000);
        return system.getCpuLoad();
    }
}

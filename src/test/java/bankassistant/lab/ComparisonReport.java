package bankassistant.lab;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The product's engine beside llama.cpp: medians over the rounds, and ratios to llama.cpp's best in each figure. */
final class ComparisonReport {

    static final String OURS = "ours";

    private final String machine;
    private final String llamaCpp;
    private final Map<ThreadWaiting, Map<String, SpeedFigures>> medians = new EnumMap<>(ThreadWaiting.class);

    /** What is compared, and the least ratio the product must reach; 0 for none. */
    enum Figure {
        PREFILL_128("prefill 128, tokens/s", SpeedFigures::prefill128, true, 2),
        PREFILL_384("prefill 384, tokens/s", SpeedFigures::prefill384, true, 2),
        DECODE("decode at 300, tokens/s", SpeedFigures::decode, true, 1),
        /** With drafts on an answer that copies its prompt; llama.cpp decodes plainly. */
        DECODE_DRAFTED("with drafts, tokens/s", SpeedFigures::decodeDrafted, true, 1),
        ANSWER("answer 300+60 p50, ms", SpeedFigures::answerP50Ms, false, 0),
        ANSWER_P95("answer 300+60 p95, ms", SpeedFigures::answerP95Ms, false, 0);

        private final String label;
        private final ToDoubleFunction<SpeedFigures> value;
        private final boolean moreIsBetter;
        private final double target;

        Figure(String label, ToDoubleFunction<SpeedFigures> value, boolean moreIsBetter, double target) {
            this.label = label;
            this.value = value;
            this.moreIsBetter = moreIsBetter;
            this.target = target;
        }

        /** How many times as fast as the fastest of the others. */
        double ratio(SpeedFigures ours, Stream<SpeedFigures> others) {
            return others.mapToDouble(
                    other -> moreIsBetter
                            ? value.applyAsDouble(ours) / value.applyAsDouble(other)
                            : value.applyAsDouble(other) / value.applyAsDouble(ours))
                    .min().orElseThrow();
        }

        private String verdict(double ratio) {
            return target == 0 ? "" : "%s (%.0fx)".formatted(ratio >= target ? "met" : "missed", target);
        }
    }

    /**
     * @param machine  for people: processor, threads, load
     * @param llamaCpp what llama.cpp says about its build
     */
    ComparisonReport(String machine, String llamaCpp) {
        this.machine = machine;
        this.llamaCpp = llamaCpp;
    }

    /** @param rounds of each contender, the product's being {@link #OURS}; in the order of the columns */
    void add(ThreadWaiting waiting, Map<String, List<SpeedFigures>> rounds) {
        Map<String, SpeedFigures> figures = new LinkedHashMap<>();
        rounds.forEach((name, values) -> figures.put(name, SpeedFigures.ofRounds(values)));
        medians.put(waiting, figures);
    }

    /**
     * Times as fast as llama.cpp's best when its threads wait as {@code others} says, or in any way if that is {@code null}.
     */
    double ratio(Figure figure, ThreadWaiting ours, ThreadWaiting others) {
        return figure.ratio(medians.get(ours).get(OURS),
                medians.entrySet().stream().filter(entry -> others == null || entry.getKey() == others)
                        .flatMap(entry -> entry.getValue().entrySet().stream())
                        .filter(entry -> !entry.getKey().equals(OURS)).map(Map.Entry::getValue));
    }

    /** Markdown. */
    String text() {
        List<String> lines = new ArrayList<>(List.of(machine, "llama.cpp: " + llamaCpp, ""));
        medians.forEach((waiting, figures) -> {
            lines.add("OpenMP threads wait, " + waiting + ":");
            lines.add("");
            lines.add(row("figure", figures.keySet().stream(), "ours / best of llama.cpp", "target"));
            lines.add(row("---", figures.keySet().stream().map(_ -> "---:"), "---:", "---"));
            for (Figure figure : Figure.values()) {
                double ratio = ratio(figure, waiting, waiting);
                lines.add(row(figure.label, figures.values().stream()
                        .map(value -> "%.1f".formatted(figure.value.applyAsDouble(value))), "%.2f".formatted(ratio),
                        figure.verdict(ratio)));
            }
            lines.add("");
        });
        lines.add("Ours as shipped to the best of llama.cpp with either setting:");
        for (Figure figure : Figure.values()) {
            double ratio = ratio(figure, ThreadWaiting.SHIPPED, null);
            lines.add("- %s: %.2f %s".formatted(figure.label.strip(), ratio, figure.verdict(ratio)).strip());
        }
        return String.join("\n", lines) + "\n";
    }

    private static String row(String label, Stream<String> values, String ratio, String verdict) {
        return "| %-22s | %s | %8s | %s |".formatted(label,
                values.map(value -> "%8s".formatted(value)).collect(Collectors.joining(" | ")), ratio, verdict);
    }

    void write(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode().put("machine", machine).put("llama_cpp", llamaCpp);
        medians.forEach((waiting, figures) -> {
            ObjectNode node = root.putObject("omp_wait_policy_" + name(waiting));
            figures.forEach((contender, values) -> node.set(contender, mapper.valueToTree(values)));
            node.set("ratios", ratios(mapper, waiting, waiting));
        });
        root.set("ratios_as_shipped_to_best_of_all", ratios(mapper, ThreadWaiting.SHIPPED, null));
        mapper.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }

    private ObjectNode ratios(ObjectMapper mapper, ThreadWaiting ours, ThreadWaiting others) {
        ObjectNode ratios = mapper.createObjectNode();
        for (Figure figure : Figure.values()) {
            ratios.put(name(figure), Math.round(1000 * ratio(figure, ours, others)) / 1000.0);
        }
        return ratios;
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

package bankassistant.app.command;

import bankassistant.app.Installation;
import bankassistant.app.Parts;
import bankassistant.app.Streams;
import bankassistant.chat.Details;
import bankassistant.identity.Permission;
import bankassistant.identity.Role;
import bankassistant.lab.AnswerBenchmark;
import bankassistant.lab.AuditBenchmark;
import bankassistant.lab.ModelBenchmark;
import bankassistant.lab.ProcessMemory;
import bankassistant.lab.QuestionColumn;
import bankassistant.lab.training.TrainingSpeed;
import bankassistant.model.LanguageModel;
import bankassistant.model.torch.TrainableDecoder;
import bankassistant.model.training.LowRank;
import bankassistant.policy.BankingIntents;
import bankassistant.policy.Policy;
import bankassistant.policy.PolicyException;
import bankassistant.policy.PolicyFolder;
import bankassistant.policy.PolicyReader;
import bankassistant.policy.Section;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Measures the shipped model on this machine. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Measures speed and memory on this machine.")
final class BenchCommand implements Callable<Integer> {

    private static final LowRank ALL_LINEAR = new LowRank(32, 64,
            Set.of("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"));
    /** Which tokens are trained on changes no time. */
    private static final int TRAINING_VOCABULARY = 40_000;

    @ParentCommand
    private RootCommand root;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Option(names = "--runs", defaultValue = "9", description = "Runs of each measurement (${DEFAULT-VALUE}).")
    private int runs;

    @Option(names = "--training", description = "Measures the training of adapters instead: rank 32 on all linear layers.")
    private boolean training;

    @Option(names = "--recompute", description = "With --training: keeps less of each pass and computes it again (gradient checkpointing).")
    private boolean recompute;

    @Option(names = "--audit", paramLabel = "RECORDS", arity = "0..1", fallbackValue = "1000000", description = "Measures an audit log of so many records instead (${FALLBACK-VALUE}).")
    private Long audit;

    @Option(names = "--in", paramLabel = "DIR", description = "With --audit: where to make that log, instead of the system's folder for temporary files.")
    private Path place;

    @Option(names = "--answers", paramLabel = "FILE.csv", description = "Measures whole answers instead, to the questions in the column question.")
    private Path questions;

    private final Streams streams;
    private final Supplier<Installation> installation;

    BenchCommand(Streams streams, Supplier<Installation> installation) {
        this.streams = streams;
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        if (runs < 1) {
            throw new ParameterException(spec.commandLine(), "--runs must be at least 1, not " + runs + ".");
        }
        if (training) {
            return training();
        }
        if (audit != null) {
            return audit();
        }
        if (questions != null) {
            return answers();
        }
        try (Parts parts = root.open()) {
            parts.unrecordedChat(streams.err()::println);
            double ready = (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()) / 1000.0;
            LanguageModel model = parts.model(streams.err()::println);
            ModelBenchmark.Result result = new ModelBenchmark(model, policyText(), runs).run();
            ObjectNode figures = figures(model, result).put("start_to_ready_s", rounded(ready));
            ProcessMemory.resident().ifPresent(bytes -> figures.put("resident_mib", bytes >> 20));
            ProcessMemory.mostResident().ifPresent(bytes -> figures.put("resident_peak_mib", bytes >> 20));
            print(figures);
            return 0;
        }
    }

    private int answers() throws IOException {
        List<String> texts = QuestionColumn.read(questions);
        try (Parts parts = root.open()) {
            root.signIn(parts, Permission.ASK, Role.TELLER);
            AnswerBenchmark benchmark = new AnswerBenchmark(parts.chat(streams.err()::println));
            ObjectNode figures = figures(benchmark.run(texts));
            benchmark.longConversation(texts)
                    .ifPresent(times -> figures.put("turns_31_to_40_mean_ms", rounded(times.inConversation()))
                            .put("the_same_alone_mean_ms", rounded(times.alone())));
            print(figures);
            return 0;
        }
    }

    private static ObjectNode figures(AnswerBenchmark.Result result) {
        ObjectNode figures = new ObjectMapper().createObjectNode().put("questions", result.runs().size())
                .put("answer_p50_ms", rounded(result.quantile(0.5, AnswerBenchmark.Run::total)))
                .put("answer_p95_ms", rounded(result.quantile(0.95, AnswerBenchmark.Run::total)))
                .put("first_sentence_p50_ms", rounded(result.quantile(0.5, AnswerBenchmark.Run::firstSentence)))
                .put("first_sentence_p95_ms", rounded(result.quantile(0.95, AnswerBenchmark.Run::firstSentence)));
        Map<String, ToDoubleFunction<Details.Timings>> stages = new LinkedHashMap<>();
        stages.put("mask", Details.Timings::mask);
        stages.put("understand", Details.Timings::understand);
        stages.put("find", Details.Timings::find);
        stages.put("first_token", Details.Timings::firstToken);
        stages.put("write", Details.Timings::write);
        stages.put("check", Details.Timings::check);
        stages.put("record", Details.Timings::record);
        stages.forEach((stage, time) -> figures.put(stage + "_mean_ms",
                rounded(result.mean(run -> time.applyAsDouble(run.details().timings())))));
        return figures.put("prompt_tokens_mean", rounded(result.mean(run -> run.details().promptTokens())))
                .put("answer_tokens_mean", rounded(result.mean(run -> run.details().answerTokens())))
                .put("written_share", rounded(result.share("written")))
                .put("quoted_share", rounded(result.share("quoted")))
                .put("hand_over_share", rounded(result.share("hand_over")))
                .put("withheld_share", rounded(result.share("withheld")));
    }

    private int training() throws IOException {
        try (Parts parts = root.open(); TrainableDecoder decoder = parts.trainable(ALL_LINEAR)) {
            decoder.recompute(recompute);
            TrainingSpeed speed = new TrainingSpeed(decoder, TRAINING_VOCABULARY);
            ObjectNode figures = new ObjectMapper().createObjectNode().put("products", decoder.productType())
                    .put("train_16x24_tokens_per_s", rounded(speed.tokensPerSecond(16, 24, runs)))
                    .put("train_4x384_tokens_per_s", rounded(speed.tokensPerSecond(4, 384, runs)));
            ProcessMemory.mostResident().ifPresent(bytes -> figures.put("resident_peak_mib", bytes >> 20));
            print(figures);
            return 0;
        }
    }

    private int audit() throws IOException {
        if (audit < 1) {
            throw new ParameterException(spec.commandLine(), "--audit must be at least 1, not " + audit + ".");
        }
        Path folder = place == null
                ? Files.createTempDirectory("audit-bench-")
                : Files.createTempDirectory(place, "audit-");
        AuditBenchmark benchmark = new AuditBenchmark(folder, audit);
        try {
            AuditBenchmark.Result result = benchmark.run(count -> {
                if (count % 100_000 < 10_000) {
                    streams.err().println(count + " records");
                }
            });
            print(new ObjectMapper().createObjectNode().put("audit_records", result.records())
                    .put("fill_s", rounded(result.fillSeconds()))
                    .put("index_behind_s", rounded(result.indexSeconds()))
                    .put("append_p50_ms", rounded(result.appendP50()))
                    .put("append_p95_ms", rounded(result.appendP95())).put("open_ms", rounded(result.openMs()))
                    .put("first_search_ms", rounded(result.firstSearchMs()))
                    .put("page_p95_ms", rounded(result.pageP95()))
                    .put("filtered_page_p95_ms", rounded(result.filteredPageP95()))
                    .put("text_page_p95_ms", rounded(result.textPageP95()))
                    .put("verify_s", rounded(result.verifySeconds())).put("verified", result.verified())
                    .put("bytes_per_record", rounded(result.bytesPerRecord())));
            return 0;
        } finally {
            benchmark.delete();
        }
    }

    private String policyText() throws PolicyException {
        return new PolicyFolder(new PolicyReader(), BankingIntents.names()).read(installation.get().policies())
                .policies().stream().map(Policy::sections).flatMap(sections -> sections.stream().map(Section::text))
                .collect(Collectors.joining("\n"));
    }

    private static ObjectNode figures(LanguageModel model, ModelBenchmark.Result result) {
        return new ObjectMapper().createObjectNode().put("model", model.info().name())
                .put("precision", model.info().precision()).put("device", model.info().device())
                .put("processors", Runtime.getRuntime().availableProcessors())
                .put("prefill_128_tokens_per_s", rounded(result.prefill128()))
                .put("prefill_384_tokens_per_s", rounded(result.prefill384()))
                .put("decode_at_300_tokens_per_s", rounded(result.decode()))
                .put("decode_drafted_at_300_tokens_per_s", rounded(result.decodeDrafted()))
                .put("drafted_share", rounded(result.draftedShare()))
                .put("answer_300_60_p50_ms", rounded(result.answerP50Ms()))
                .put("answer_300_60_p95_ms", rounded(result.answerP95Ms()));
    }

    private void print(ObjectNode figures) {
        if (json) {
            streams.out().line(figures.toString());
        } else {
            figures.properties().forEach(
                    figure -> streams.out().line("%-36s %s".formatted(figure.getKey(), figure.getValue().asText())));
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}

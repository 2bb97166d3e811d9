package bankassistant.lab;

import bankassistant.model.LanguageModel;
import bankassistant.model.token.BpeTokenizer;
import bankassistant.model.torch.LanguageModelLoader;
import bankassistant.model.torch.Precision;
import bankassistant.model.torch.TorchThread;
import bankassistant.model.weights.GgufWeights;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Measures the product's engine in a process of its own and prints its {@link SpeedFigures} as JSON. Arguments: GGUF file,
 * tokenizer, cache folder, file with the text of the prompts, threads, runs; with 0 runs the model is only loaded, so that
 * the cache is filled.
 */
final class MeasureEngine {

    private MeasureEngine() {}

    public static void main(String[] arguments) throws IOException {
        String text = Files.readString(Path.of(arguments[3]));
        int runs = Integer.parseInt(arguments[5]);
        try (TorchThread thread = new TorchThread(Integer.parseInt(arguments[4]));
                GgufWeights weights = GgufWeights.open(Path.of(arguments[0]));
                LanguageModel model = new LanguageModelLoader(thread, Path.of(arguments[2])).load(weights,
                        () -> BpeTokenizer.open(Path.of(arguments[1]), weights.config().vocabulary()),
                        Precision.INT8)) {
            System.out.println(runs == 0 ? "{}" : new ObjectMapper().writeValueAsString(figures(model, text, runs)));
        }
    }

    private static SpeedFigures figures(LanguageModel model, String text, int runs) {
        ModelBenchmark.Result result = new ModelBenchmark(model, text, runs).run();
        if (result.answerTokens() < ModelBenchmark.ANSWER_TOKENS) {
            throw new IllegalStateException("the answers end after %d tokens: times of shorter answers do not compare"
                    .formatted(result.answerTokens()));
        }
        return new SpeedFigures(result.prefill128(), result.prefill384(), result.decode(), result.decodeDrafted(),
                result.draftedShare(), result.answerP50Ms(), result.answerP95Ms());
    }
}

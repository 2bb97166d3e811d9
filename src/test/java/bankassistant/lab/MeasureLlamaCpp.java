package bankassistant.lab;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.LlamaOutput;
import de.kherud.llama.ModelParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Measures llama.cpp in a process of its own, as {@link ModelBenchmark} measures, and prints its {@link SpeedFigures} as
 * JSON. Arguments: GGUF file, file with the text of the prompts, threads, runs.
 */
final class MeasureLlamaCpp {

    private static final int CONTEXT = 2048;
    private static final int BATCH = 512;

    private final LlamaModel model;
    private final String text;
    private final int runs;

    /** {@code first} and {@code end} in nanoseconds since the start: the first token came, the last one was there. */
    private record Timing(double first, double end) {}

    private MeasureLlamaCpp(LlamaModel model, String text, int runs) {
        this.model = model;
        this.text = text;
        this.runs = runs;
    }

    @SuppressWarnings("resource")
    public static void main(String[] arguments) throws IOException {
        int threads = Integer.parseInt(arguments[2]);
        ModelParameters parameters = new ModelParameters().setModel(arguments[0]).setThreads(threads)
                .setThreadsBatch(threads).setCtxSize(CONTEXT).setBatchSize(BATCH).setUbatchSize(BATCH);
        String text = Files.readString(Path.of(arguments[1]));
        // never closed: closing was seen not to return, and the process ends here anyway
        LlamaModel model = new LlamaModel(parameters);
        SpeedFigures figures = new MeasureLlamaCpp(model, text, Integer.parseInt(arguments[3])).measure();
        System.out.println(new ObjectMapper().writeValueAsString(figures));
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private SpeedFigures measure() {
        String prompt300 = prompt(300);
        generate(prompt300, ModelBenchmark.ANSWER_TOKENS);
        double prefill128 = SpeedFigures.median(repeat(() -> prefillRate(prompt(128))));
        double prefill384 = SpeedFigures.median(repeat(() -> prefillRate(prompt(384))));
        List<Timing> answers = repeat(() -> generate(prompt300, ModelBenchmark.ANSWER_TOKENS));
        double decode = SpeedFigures.median(answers.stream()
                .map(answer -> (ModelBenchmark.ANSWER_TOKENS - 1) / (answer.end() - answer.first()) * 1e9).toList());
        List<Double> wholes = answers.stream().map(answer -> answer.end() / 1e6).toList();
        return new SpeedFigures(prefill128, prefill384, decode, decode, 0, SpeedFigures.median(wholes),
                wholes.stream().max(Double::compare).orElseThrow());
    }

    /** A prompt of as close to {@code tokens} tokens as whole words allow. */
    private String prompt(int tokens) {
        String[] words = text.split("(?<=\\s)");
        StringBuilder body = new StringBuilder();
        for (int i = 0; model.encode(chat(body)).length < tokens; i = (i + 1) % words.length) {
            body.append(words[i]);
        }
        return chat(body);
    }

    private static String chat(CharSequence body) {
        return "<|im_start|>system\n" + ModelBenchmark.SYSTEM + "<|im_end|>\n<|im_start|>user\n" + body
                + ModelBenchmark.TASK + "<|im_end|>\n<|im_start|>assistant\n";
    }

    private double prefillRate(String prompt) {
        return model.encode(prompt).length / generate(prompt, 1).first() * 1e9;
    }

    /** Nothing of the prompt is cached. */
    private Timing generate(String prompt, int tokens) {
        InferenceParameters parameters = new InferenceParameters(prompt).setNPredict(tokens).setTemperature(0)
                .setTopK(1).setCachePrompt(false).setIgnoreEos(true);
        long start = System.nanoTime();
        double first = -1;
        for (LlamaOutput _ : model.generate(parameters)) {
            if (first < 0) {
                first = System.nanoTime() - start;
            }
        }
        return new Timing(first, System.nanoTime() - start);
    }

    private <T> List<T> repeat(Supplier<T> measurement) {
        List<T> values = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            values.add(measurement.get());
        }
        return values;
    }
}

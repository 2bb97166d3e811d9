package bankassistant.lab;

import bankassistant.model.Generation;
import bankassistant.model.GenerationListener;
import bankassistant.model.GenerationOptions;
import bankassistant.model.LanguageModel;
import bankassistant.model.LanguageSession;
import bankassistant.model.Prompt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures a language model through its interface, so that any implementation can stand beside another: prefill, decoding
 * with and without drafts, and a whole answer of 60 tokens to a prompt of 300. Each figure is the median of several runs
 * after a warm-up.
 */
public final class ModelBenchmark {

    static final String SYSTEM = "You are a bank's assistant.";
    static final String TASK = "\nExplain each of these rules to a customer in several long paragraphs.";
    private static final String COPY_TASK = "\nRepeat the rules above word for word.";
    static final int ANSWER_TOKENS = 60;

    private final LanguageModel model;
    private final String text;
    private final int runs;

    /**
     * @param text what the prompts are cut from: some thousand characters of policies
     * @param runs of each measurement, 1 or more
     */
    public ModelBenchmark(LanguageModel model, String text, int runs) {
        this.model = model;
        this.text = text;
        this.runs = runs;
    }

    /**
     * What was measured.
     *
     * @param prefill128     tokens per second of a prompt of 128 tokens
     * @param prefill384     the same of 384 tokens
     * @param decode         tokens per second at 300 tokens of context, one token a step
     * @param decodeDrafted  the same with drafts, on an answer that copies its prompt
     * @param draftedShare   share of that answer's tokens that were drafted
     * @param answerP50Ms    a prompt of 300 tokens with an answer of 60, milliseconds
     * @param answerP95Ms    the same, 95th percentile
     * @param answerTokens   tokens of that answer: fewer than 60 if the model ended it
     */
    public record Result(double prefill128, double prefill384, double decode, double decodeDrafted,
            double draftedShare, double answerP50Ms, double answerP95Ms, int answerTokens) {}

    public Result run() {
        Prompt long300 = prompt(300, TASK);
        Prompt copy300 = prompt(300, COPY_TASK);
        generate(long300, GenerationOptions.greedy(ANSWER_TOKENS));
        double prefill128 = median(repeat(() -> prefillRate(prompt(128, TASK))));
        double prefill384 = median(repeat(() -> prefillRate(prompt(384, TASK))));
        List<Generation> plain = new ArrayList<>();
        List<Double> wholes = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            Generation generation = generate(long300, GenerationOptions.greedy(ANSWER_TOKENS).withoutDraft());
            plain.add(generation);
            wholes.add(millis(generation.prefill().plus(generation.decode())));
        }
        List<Generation> drafted = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            drafted.add(generate(copy300, GenerationOptions.greedy(ANSWER_TOKENS)));
        }
        double share = drafted.stream().mapToDouble(g -> (double) g.draftedTokens() / g.answerTokens()).average()
                .orElseThrow();
        return new Result(prefill128, prefill384, median(plain.stream().map(ModelBenchmark::decodeRate).toList()),
                median(drafted.stream().map(ModelBenchmark::decodeRate).toList()), share, percentile(wholes, 0.5),
                percentile(wholes, 0.95), plain.getFirst().answerTokens());
    }

    /** A prompt of as close to {@code tokens} tokens as whole words allow, the template's own included. */
    public Prompt prompt(int tokens, String task) {
        int template = promptTokens(Prompt.of(SYSTEM, task));
        String[] words = text.split("(?<=\\s)");
        StringBuilder body = new StringBuilder();
        int count = template;
        for (int i = 0; count < tokens; i = (i + 1) % words.length) {
            body.append(words[i]);
            count = template + model.tokenizer().encode(body.toString()).length;
        }
        return Prompt.of(SYSTEM, body + task);
    }

    private int promptTokens(Prompt prompt) {
        try (LanguageSession session = model.open()) {
            return session.generate(prompt, GenerationOptions.greedy(1), GenerationListener.NONE).promptTokens();
        }
    }

    /** In a session of its own: nothing of the prompt is cached. */
    private Generation generate(Prompt prompt, GenerationOptions options) {
        try (LanguageSession session = model.open()) {
            return session.generate(prompt, options, GenerationListener.NONE);
        }
    }

    private double prefillRate(Prompt prompt) {
        Generation generation = generate(prompt, GenerationOptions.greedy(1));
        return generation.promptTokens() / seconds(generation.prefill());
    }

    /** The first token comes with the prefill. */
    private static double decodeRate(Generation generation) {
        return (generation.answerTokens() - 1) / seconds(generation.decode());
    }

    private List<Double> repeat(java.util.function.Supplier<Double> measurement) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            values.add(measurement.get());
        }
        return values;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    private static double median(List<Double> values) {
        return percentile(values, 0.5);
    }

    /** Nearest rank. */
    private static double percentile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}

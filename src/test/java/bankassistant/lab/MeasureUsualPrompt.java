package bankassistant.lab;

import bankassistant.policy.BankingIntents;
import bankassistant.policy.Policy;
import bankassistant.policy.PolicyFolder;
import bankassistant.policy.PolicyReader;
import bankassistant.policy.Section;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Answers questions with llama.cpp as is usual: three whole sections of the policies and the question in one prompt, which
 * is computed anew each time. Which sections is given, so their search costs nothing here. Prints median and 95th percentile
 * in milliseconds as JSON. Arguments: GGUF file, folder of policies, CSV with questions, threads, tokens of an answer.
 */
final class MeasureUsualPrompt {

    private static final int CONTEXT = 2048;
    private static final int BATCH = 512;
    private static final int SECTIONS = 3;

    private MeasureUsualPrompt() {}

    @SuppressWarnings("resource")
    public static void main(String[] arguments) throws IOException {
        int threads = Integer.parseInt(arguments[3]);
        int tokens = Integer.parseInt(arguments[4]);
        List<String> sections = sections(Path.of(arguments[1]));
        List<String> questions = QuestionColumn.read(Path.of(arguments[2]));
        // never closed: closing was seen not to return, and the process ends here anyway
        LlamaModel model = new LlamaModel(new ModelParameters().setModel(arguments[0]).setThreads(threads)
                .setThreadsBatch(threads).setCtxSize(CONTEXT).setBatchSize(BATCH).setUbatchSize(BATCH));
        generate(model, prompt(sections, 0, questions.getFirst()), tokens);
        double[] millis = new double[questions.size()];
        int promptTokens = 0;
        for (int i = 0; i < millis.length; i++) {
            String prompt = prompt(sections, i, questions.get(i));
            promptTokens += model.encode(prompt).length;
            long start = System.nanoTime();
            generate(model, prompt, tokens);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        System.out.println(new ObjectMapper().writeValueAsString(Map.of("answer_p50_ms", millis[millis.length / 2],
                "answer_p95_ms", millis[(int) (0.95 * (millis.length - 1))], "prompt_tokens_mean",
                (double) promptTokens / millis.length)));
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static List<String> sections(Path policies) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Policy policy : new PolicyFolder(new PolicyReader(), BankingIntents.names()).read(policies).policies()) {
            for (Section section : policy.sections()) {
                texts.add(section.title() + "\n" + section.text());
            }
        }
        return texts;
    }

    private static String prompt(List<String> sections, int from, String question) {
        StringBuilder passages = new StringBuilder();
        for (int i = 0; i < SECTIONS; i++) {
            passages.append(sections.get((from * SECTIONS + i) % sections.size())).append("\n\n");
        }
        return "<|im_start|>system\nAnswer the question from these passages of the bank's policies.<|im_end|>\n<|im_start|>user\n"
                + passages + "Question: " + question + "<|im_end|>\n<|im_start|>assistant\n";
    }

    private static void generate(LlamaModel model, String prompt, int tokens) {
        model.complete(new InferenceParameters(prompt).setNPredict(tokens).setTemperature(0).setTopK(1)
                .setCachePrompt(false).setIgnoreEos(true));
    }
}

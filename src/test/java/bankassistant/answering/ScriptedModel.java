package bankassistant.answering;

import bankassistant.model.Generation;
import bankassistant.model.Generation.FinishReason;
import bankassistant.model.GenerationListener;
import bankassistant.model.GenerationOptions;
import bankassistant.model.LanguageModel;
import bankassistant.model.LanguageSession;
import bankassistant.model.ModelInfo;
import bankassistant.model.Prompt;
import bankassistant.model.Score;
import bankassistant.model.Tokenizer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A language model that writes what a test tells it, word by word; a token is a word with the space before it. Takes, it
 * says, a millisecond for each token of a prompt and ten for each of an answer. */
public final class ScriptedModel implements LanguageModel {

    public final List<Prompt> prompts = new ArrayList<>();
    public int opened;
    public int closed;

    private final Function<Prompt, String> script;

    public ScriptedModel(Function<Prompt, String> script) {
        this.script = script;
    }

    public static ScriptedModel saying(String text) {
        return new ScriptedModel(_ -> text);
    }

    @Override
    public LanguageSession open() {
        opened++;
        return new Session();
    }

    @Override
    public ModelInfo info() {
        return new ModelInfo("scripted", "00", "", "none", "cpu");
    }

    @Override
    public Tokenizer tokenizer() {
        return new Words();
    }

    @Override
    public int contextLength() {
        return 2_048;
    }

    @Override
    public Score score(String text) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}

    private final class Session implements LanguageSession {

        @Override
        public Generation generate(Prompt prompt, GenerationOptions options, GenerationListener listener) {
            prompts.add(prompt);
            String text = script.apply(prompt);
            StringBuilder written = new StringBuilder();
            int tokens = 0;
            FinishReason finish = FinishReason.END_OF_TURN;
            for (String word : text.isEmpty() ? new String[0] : text.split("(?= )")) {
                if (tokens == options.maxTokens()) {
                    finish = FinishReason.LENGTH;
                    break;
                }
                tokens++;
                written.append(word);
                if (!listener.onText(word)) {
                    finish = FinishReason.CANCELLED;
                    break;
                }
            }
            int promptTokens = prompt.turns().stream().mapToInt(turn -> tokenizer().encode(turn.content()).length)
                    .sum();
            return new Generation(written.toString(), finish, promptTokens, 0, tokens, 0,
                    Duration.ofMillis(promptTokens), Duration.ofMillis(10L * tokens));
        }

        @Override
        public void close() {
            closed++;
        }
    }

    private static final class Words implements Tokenizer {

        @Override
        public int[] encode(String text) {
            return text.isBlank() ? new int[0] : new int[text.strip().split("\\s+").length];
        }

        @Override
        public int[] encodeWithSpecialTokens(String text) {
            return encode(text);
        }

        @Override
        public String decode(int[] ids) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] bytes(int id) {
            return "?".getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int vocabularySize() {
            return 1;
        }

        @Override
        public void close() {}
    }
}

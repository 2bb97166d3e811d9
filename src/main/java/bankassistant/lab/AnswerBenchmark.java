package bankassistant.lab;

import bankassistant.chat.Answer;
import bankassistant.chat.Chat;
import bankassistant.chat.Conversation;
import bankassistant.chat.Details;
import bankassistant.chat.StageEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Measures the whole way of a message, from the text typed to the answer, each question in a conversation of its own. */
public final class AnswerBenchmark {

    private final Chat chat;

    public AnswerBenchmark(Chat chat) {
        this.chat = chat;
    }

    /**
     * How one question went; times in milliseconds.
     *
     * @param firstSentence until the first checked sentence; the total where there was none
     */
    public record Run(String kind, double total, double firstSentence, Details details) {}

    /** @param runs one for each question, in order */
    public record Result(List<Run> runs) {

        public Result {
            runs = List.copyOf(runs);
        }

        /** The value below which a share of the runs lies; the share from 0 to 1. */
        public double quantile(double share, ToDoubleFunction<Run> value) {
            double[] sorted = runs.stream().mapToDouble(value).sorted().toArray();
            return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
        }

        public double mean(ToDoubleFunction<Run> value) {
            return runs.stream().mapToDouble(value).average().orElse(0);
        }

        /** The share of answers of a kind, as {@link Answer#kind()} names it. */
        public double share(String kind) {
            return mean(run -> run.kind().equals(kind) ? 1 : 0);
        }
    }

    /** @param questions at least one; the first one is asked once before, for warmth */
    public Result run(List<String> questions) {
        ask(questions.getFirst());
        List<Run> runs = new ArrayList<>();
        questions.forEach(question -> runs.add(ask(question)));
        return new Result(runs);
    }

    private Run ask(String question) {
        long[] first = new long[1];
        try (Conversation conversation = new Conversation("bench")) {
            long start = System.nanoTime();
            Answer answer = chat.answer(conversation, question, event -> {
                if (first[0] == 0 && event instanceof StageEvent.Sentence) {
                    first[0] = System.nanoTime();
                }
            }, Chat.Cancel.NEVER);
            double total = (System.nanoTime() - start) / 1e6;
            return new Run(answer.kind(), total, first[0] == 0 ? total : (first[0] - start) / 1e6, answer.details());
        }
    }
}

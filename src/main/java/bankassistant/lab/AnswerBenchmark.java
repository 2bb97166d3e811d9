package bankassistant.lab;

import bankassistant.chat.Answer;
import bankassistant.chat.Chat;
import bankassistant.chat.Conversation;
import bankassistant.chat.Details;
import bankassistant.chat.StageEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Measures the whole way of a message, from the text typed to the answer, each question in a conversation of its own; then
 * the last turns of a long conversation beside the same questions by themselves.
 */
public final class AnswerBenchmark {

    private static final int TURNS = 40;
    private static final int LAST = 10;

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

    /**
     * Times of the last turns of a conversation, in milliseconds on average.
     *
     * @param inConversation turns 31 to 40
     * @param alone          the same questions, each in a conversation of its own
     */
    public record LongConversation(double inConversation, double alone) {}

    /**
     * A conversation of 40 turns.
     *
     * @return empty if there are fewer questions
     */
    public Optional<LongConversation> longConversation(List<String> questions) {
        if (questions.size() < TURNS) {
            return Optional.empty();
        }
        List<Double> inConversation = new ArrayList<>();
        List<Double> alone = new ArrayList<>();
        try (Conversation conversation = new Conversation("bench")) {
            questions.subList(0, TURNS - LAST).forEach(question -> ask(conversation, question));
            for (int turn = TURNS - LAST; turn < TURNS; turn++) {
                String question = questions.get(turn);
                // who asks second finds something in the caches: in turns, so that it falls on both
                if (turn % 2 == 0) {
                    inConversation.add(ask(conversation, question).total());
                    alone.add(ask(question).total());
                } else {
                    alone.add(ask(question).total());
                    inConversation.add(ask(conversation, question).total());
                }
            }
        }
        return Optional.of(new LongConversation(mean(inConversation), mean(alone)));
    }

    private static double mean(List<Double> times) {
        return times.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private Run ask(String question) {
        try (Conversation conversation = new Conversation("bench")) {
            return ask(conversation, question);
        }
    }

    private Run ask(Conversation conversation, String question) {
        long[] first = new long[1];
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

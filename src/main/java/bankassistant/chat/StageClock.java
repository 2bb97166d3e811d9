package bankassistant.chat;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** Times the stages of one message. */
final class StageClock {

    /** What is timed. */
    enum Stage {
        MASK, UNDERSTAND, FIND, WRITE, CHECK, RECORD
    }

    private final long start = System.nanoTime();
    private final Map<Stage, Double> millis = new EnumMap<>(Stage.class);

    <T> T time(Stage stage, Supplier<T> work) {
        long began = System.nanoTime();
        try {
            return work.get();
        } finally {
            millis.merge(stage, (System.nanoTime() - began) / 1e6, Double::sum);
        }
    }

    /** @param firstTokenMillis from the start of the write stage to its first token; 0 if it wrote nothing */
    Details.Timings timings(double firstTokenMillis) {
        double total = (System.nanoTime() - start) / 1e6;
        return new Details.Timings(of(Stage.MASK), of(Stage.UNDERSTAND), of(Stage.FIND), firstTokenMillis,
                of(Stage.WRITE), of(Stage.CHECK), of(Stage.RECORD), total);
    }

    /** Timings known before, brought up to now. */
    Details.Timings updated(Details.Timings before) {
        return timings(before.firstToken());
    }

    private double of(Stage stage) {
        return millis.getOrDefault(stage, 0.0);
    }
}

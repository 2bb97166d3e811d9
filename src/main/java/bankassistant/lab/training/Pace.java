package bankassistant.lab.training;

import bankassistant.lab.training.Batches.Step;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/** How fast the steps go, and how long those that are left will take: by their tokens, since batches differ in length. */
final class Pace {

    private static final double NANOS = 1e9;

    private final LongSupplier clock;
    private final long begin;
    private long tokensDone;
    private long tokensLeft;

    /** Begins now. */
    Pace(LongSupplier clock, List<Step> steps) {
        this.clock = clock;
        this.begin = clock.getAsLong();
        this.tokensLeft = steps.stream().mapToLong(Step::tokens).sum();
    }

    void done(Step step) {
        tokensDone += step.tokens();
        tokensLeft -= step.tokens();
    }

    /** 0 as long as no time has passed. */
    double tokensPerSecond() {
        long nanos = clock.getAsLong() - begin;
        return nanos > 0 ? tokensDone * NANOS / nanos : 0;
    }

    Duration left() {
        double speed = tokensPerSecond();
        return speed > 0 ? Duration.ofMillis(Math.round(tokensLeft * 1000 / speed)) : Duration.ZERO;
    }
}

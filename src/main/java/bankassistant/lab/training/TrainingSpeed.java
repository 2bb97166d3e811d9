package bankassistant.lab.training;

import bankassistant.model.training.AdamW;
import bankassistant.model.training.TokenBatch;
import bankassistant.model.training.TrainableNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Measures how many tokens a second a language model's adapter is trained with, the loss over all tokens. */
public final class TrainingSpeed {

    private static final int WARM_UP = 2;
    private static final AdamW STEP = new AdamW(1e-4, 1e-4, 0.9, 0.999, 1e-8, 0.01, 1, 1);

    private final TrainableNetwork<TokenBatch> network;
    private final int vocabulary;

    /** @param vocabulary token ids are drawn from those below it */
    public TrainingSpeed(TrainableNetwork<TokenBatch> network, int vocabulary) {
        this.network = network;
        this.vocabulary = vocabulary;
    }

    /**
     * @param rows  of a batch
     * @param steps that are timed, at least 1: forward, backward and update
     * @return tokens/s of the median step
     */
    public double tokensPerSecond(int rows, int tokensPerRow, int steps) {
        Random random = new Random(1);
        double[] seconds = new double[steps];
        for (int step = -WARM_UP; step < steps; step++) {
            TokenBatch batch = batch(rows, tokensPerRow, random);
            long start = System.nanoTime();
            network.accumulate(batch, 1, step);
            network.update(STEP);
            if (step >= 0) {
                seconds[step] = (System.nanoTime() - start) / 1e9;
            }
        }
        Arrays.sort(seconds);
        return rows * tokensPerRow / seconds[steps / 2];
    }

    private TokenBatch batch(int rows, int tokensPerRow, Random random) {
        List<int[]> ids = new ArrayList<>();
        List<boolean[]> counted = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            ids.add(random.ints(tokensPerRow, 0, vocabulary).toArray());
            boolean[] counts = new boolean[tokensPerRow];
            Arrays.fill(counts, 1, tokensPerRow, true);
            counted.add(counts);
        }
        return new TokenBatch(ids, counted);
    }
}

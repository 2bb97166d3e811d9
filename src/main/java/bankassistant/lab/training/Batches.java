package bankassistant.lab.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * The order in which rows are seen. In each epoch rows are shuffled and divided into pools; a pool is sorted by length and
 * cut into batches, so that little is padded; the batches of all pools are shuffled again. One seed gives one order.
 */
final class Batches {

    /** Batches in a pool: more waste less padding, fewer mix the rows better. */
    private static final int POOL_BATCHES = 50;

    private final TrainingSet<?> rows;
    private final TrainingPlan plan;

    Batches(TrainingSet<?> rows, TrainingPlan plan) {
        this.rows = rows;
        this.plan = plan;
    }

    /**
     * One step of the optimizer.
     *
     * @param epoch   counts from 1
     * @param number  counts from 1, over all epochs
     * @param batches indices of the rows in each of its batches
     * @param tokens  in all batches, without padding
     */
    record Step(int epoch, long number, List<int[]> batches, long tokens) {}

    /** All steps of the training. The last one of an epoch may have fewer batches than the others. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (int epoch = 1; epoch <= plan.epochs(); epoch++) {
            List<int[]> batches = epoch(epoch);
            for (int from = 0; from < batches.size(); from += plan.accumulation()) {
                List<int[]> some = List
                        .copyOf(batches.subList(from, Math.min(batches.size(), from + plan.accumulation())));
                steps.add(new Step(epoch, steps.size() + 1, some, tokens(some)));
            }
        }
        return steps;
    }

    private long tokens(List<int[]> batches) {
        long tokens = 0;
        for (int[] batch : batches) {
            for (int row : batch) {
                tokens += rows.length(row);
            }
        }
        return tokens;
    }

    /** The batches of an epoch, counted from 1: every row once. */
    List<int[]> epoch(int epoch) {
        Random random = new Random(Seeds.derived(plan.seed(), epoch));
        List<Integer> order = new ArrayList<>();
        for (int row = 0; row < rows.rows(); row++) {
            order.add(row);
        }
        Collections.shuffle(order, random);
        List<int[]> batches = new ArrayList<>();
        int pool = Math.multiplyExact(POOL_BATCHES, plan.batchSize().rows());
        for (int from = 0; from < order.size(); from += pool) {
            List<Integer> sorted = new ArrayList<>(order.subList(from, Math.min(order.size(), from + pool)));
            sorted.sort(Comparator.comparingInt(rows::length));
            cut(sorted, batches);
        }
        Collections.shuffle(batches, random);
        return batches;
    }

    private void cut(List<Integer> sorted, List<int[]> batches) {
        TrainingPlan.BatchSize most = plan.batchSize();
        int from = 0;
        for (int to = 0; to < sorted.size(); to++) {
            // rows come with growing length: the next one decides the padding of all
            long padded = (long) (to + 1 - from) * rows.length(sorted.get(to));
            if (to > from && (to - from == most.rows() || padded > most.tokens())) {
                batches.add(indices(sorted.subList(from, to)));
                from = to;
            }
        }
        batches.add(indices(sorted.subList(from, sorted.size())));
    }

    private static int[] indices(List<Integer> rows) {
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }
}

package bankassistant.lab.training;

import bankassistant.lab.training.Batches.Step;
import bankassistant.model.training.AdamW;
import bankassistant.model.training.Batch;
import bankassistant.model.training.Parameter;
import bankassistant.model.training.TrainableNetwork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Trains a network: for each step gathers the gradients of its batches, changes the parameters, tells how it goes, and
 * keeps a checkpoint now and then.
 *
 * <p>Everything a step does follows from the plan, the rows, the step's number and the network's state, so a training that
 * is resumed goes the way it would have gone. A loss or gradient that is not finite ends it before it can spoil anything.
 *
 * @param <B> the batches the network computes
 */
public final class Trainer<B extends Batch> {

    private final TrainableNetwork<B> network;
    private final TrainingSet<B> rows;
    private final TrainingPlan plan;
    private final Map<String, String> settings;
    private final Checkpoints checkpoints;
    private final TrainingListener listener;
    private final List<Step> steps;
    private final CosineSchedule schedule;
    private final List<LossPoint> curve = new ArrayList<>();
    private final LongSupplier clock;

    /**
     * @param network     as it is before the first step, also when a training is to be resumed. Stays the caller's to close
     * @param settings    by name what else decides the course of the training, such as rank, dropout and the hash of the
     *                    base weights: a resume with others is refused
     * @param checkpoints where they are kept
     */
    public Trainer(TrainableNetwork<B> network, TrainingSet<B> rows, TrainingPlan plan, Map<String, String> settings,
            Checkpoints checkpoints, TrainingListener listener) {
        this(network, rows, plan, settings, checkpoints, listener, System::nanoTime);
    }

    /** @param clock in nanoseconds, from any beginning */
    Trainer(TrainableNetwork<B> network, TrainingSet<B> rows, TrainingPlan plan, Map<String, String> settings,
            Checkpoints checkpoints, TrainingListener listener, LongSupplier clock) {
        this.network = network;
        this.rows = rows;
        this.plan = plan;
        this.settings = allSettings(settings);
        this.checkpoints = checkpoints;
        this.listener = listener;
        this.clock = clock;
        this.steps = new Batches(rows, plan).steps();
        this.schedule = new CosineSchedule(plan.optimizer(), steps.size());
    }

    private Map<String, String> allSettings(Map<String, String> others) {
        Map<String, String> all = new LinkedHashMap<>(plan.settings());
        all.putAll(others);
        Fingerprint shapes = new Fingerprint();
        for (Parameter parameter : network.parameters()) {
            shapes.add(parameter.name()).add(parameter.shape());
        }
        all.put("parameters", shapes.hex());
        all.put("training data", rows.fingerprint());
        return all;
    }

    /**
     * Trains from the beginning.
     *
     * @throws TrainingException if the folder holds checkpoints already, or if the training can't go on
     */
    public TrainedRun start() throws TrainingException {
        checkpoints.requireNone();
        return trainFrom(0);
    }

    /**
     * Goes on from the last checkpoint. One that is damaged is passed over with a warning.
     *
     * @throws TrainingException if there is none that is whole, if it belongs to another training, or if the training can't
     *                           go on
     */
    public TrainedRun resume() throws TrainingException {
        Checkpoint last = checkpoints.latest(listener::warning)
                .orElseThrow(() -> new TrainingException("There is no checkpoint in " + checkpoints.folder()
                        + " to go on from. Start the training without --resume."));
        requireSameTraining(last);
        network.restore(last.state());
        curve.clear();
        curve.addAll(last.curve());
        return trainFrom(Math.toIntExact(last.step()));
    }

    private void requireSameTraining(Checkpoint last) throws TrainingException {
        if (!last.settings().equals(settings)) {
            throw new TrainingException(
                    "The checkpoints in %s belong to another training: %s. Use the same settings and "
                            .formatted(checkpoints.folder(), Differences.between(last.settings(), settings))
                            + "data again, or start anew with another folder.");
        }
    }

    private TrainedRun trainFrom(int done) throws TrainingException {
        Pace pace = new Pace(clock, steps.subList(done, steps.size()));
        for (Step step : steps.subList(done, steps.size())) {
            LossPoint point = take(step);
            curve.add(point);
            pace.done(step);
            listener.progress(new TrainingProgress(step.epoch(), step.number(), steps.size(), point.loss(),
                    point.learningRate(), pace.tokensPerSecond(), pace.left()));
            if (step.number() % plan.checkpointEvery() == 0 || step.number() == steps.size()) {
                keep(step);
            }
            if (isLastOfEpoch(step)) {
                listener.epochDone(step.epoch());
            }
        }
        return new TrainedRun(curve);
    }

    private LossPoint take(Step step) throws TrainingException {
        List<B> batches = new ArrayList<>();
        for (int[] batch : step.batches()) {
            batches.add(rows.batch(batch, plan.labelSmoothing()));
        }
        double terms = batches.stream().mapToLong(Batch::terms).sum();
        double loss = 0;
        for (int i = 0; i < batches.size(); i++) {
            // each batch has the share it would have in one large batch
            double weight = batches.get(i).terms() / terms;
            long dropout = Seeds.derived(plan.seed(), step.number(), i);
            loss += weight * network.accumulate(batches.get(i), weight, dropout).mean();
            requireFinite(loss, "loss", step);
        }
        AdamW values = schedule.at(step.number());
        double norm = network.update(values);
        requireFinite(norm, "norm of the gradient", step);
        return new LossPoint(step.epoch(), step.number(), loss, values.learningRate(), norm);
    }

    private void requireFinite(double value, String name, Step step) throws TrainingException {
        if (!Double.isFinite(value)) {
            throw new TrainingException("Training stopped in epoch %d, step %d of %d: the %s is %s. %s %s".formatted(
                    step.epoch(), step.number(), steps.size(), name, value, TrainingAdvice.LOWER_RATE,
                    checkpoints.lastGood()));
        }
    }

    private void keep(Step step) throws TrainingException {
        checkpoints.write(new Checkpoint(step.number(), settings, curve, network.state()));
        listener.kept(step.number(), List.copyOf(curve));
    }

    private boolean isLastOfEpoch(Step step) {
        return step.number() == steps.size() || steps.get((int) step.number()).epoch() != step.epoch();
    }
}

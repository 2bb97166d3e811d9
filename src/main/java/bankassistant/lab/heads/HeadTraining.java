package bankassistant.lab.heads;

import bankassistant.lab.training.Checkpoints;
import bankassistant.lab.training.LabelledSet;
import bankassistant.lab.training.TrainedRun;
import bankassistant.lab.training.Trainer;
import bankassistant.lab.training.TrainingException;
import bankassistant.lab.training.TrainingListener;
import bankassistant.model.torch.TorchThread;
import bankassistant.model.torch.TrainableEncoder;
import bankassistant.model.training.LabelledBatch;
import bankassistant.model.training.Parameter;
import bankassistant.model.training.TrainableClassifier;
import bankassistant.model.training.TrainingState;
import bankassistant.model.weights.HeadTensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A head in training: a network, an adapter and the classes' weights. To be used by one thread. */
public final class HeadTraining implements LearnedHead {

    private static final int SCORED_TOGETHER = 128;

    private final HeadRecipe recipe;
    private final LabelledTexts texts;
    private final TrainableClassifier network;

    /** Opens the untrained network below a head. */
    @FunctionalInterface
    public interface Network {

        /** @param classes of the head */
        TrainableClassifier open(HeadRecipe recipe, int classes) throws IOException;

        /** The encoder the application is packaged with. */
        static Network encoder(TorchThread thread) {
            return (recipe, classes) -> TrainableEncoder.open(thread, recipe.adapters(), recipe.regularization(),
                    classes, recipe.plan().seed());
        }
    }

    /** @param texts to learn from */
    public HeadTraining(Network network, HeadRecipe recipe, LabelledTexts texts) throws IOException {
        this.recipe = recipe;
        this.texts = texts;
        this.network = network.open(recipe, texts.classes().size());
    }

    /**
     * Trains from the beginning, or goes on from the last checkpoint.
     *
     * @throws TrainingException if the training can't go on
     */
    public TrainedRun run(Checkpoints checkpoints, boolean resume, TrainingListener listener) throws TrainingException {
        List<int[]> ids = texts.texts().stream().map(network::ids).toList();
        LabelledSet rows = new LabelledSet(ids, texts.targets().toArray(float[][]::new));
        var settings = recipe.settings();
        settings.put("products", network.productType());
        Trainer<LabelledBatch> trainer = new Trainer<>(network, rows, recipe.plan(), settings, checkpoints, listener);
        TrainedRun run = resume ? trainer.resume() : trainer.start();
        if (recipe.equalClasses()) {
            removeShares();
        }
        return run;
    }

    private void removeShares() {
        TrainingState state = network.state();
        List<float[]> values = new ArrayList<>(state.values());
        List<String> names = network.parameters().stream().map(Parameter::name).toList();
        int bias = names.indexOf(HeadTensors.BIAS);
        values.set(bias, ClassShares.of(texts).removedFrom(values.get(bias)));
        network.restore(new TrainingState(values, state.firstMoments(), state.secondMoments()));
    }

    /** Trains such a network, or goes on from its last checkpoint. */
    public static Learner learner(Network network, HeadRecipe recipe) {
        return (texts, checkpoints, listener) -> {
            HeadTraining training = new HeadTraining(network, recipe, texts);
            try {
                Checkpoints kept = new Checkpoints(checkpoints);
                training.run(kept, kept.any(), listener);
                return training;
            } catch (TrainingException | RuntimeException e) {
                training.close();
                throw e;
            }
        };
    }

    /** The logits of texts, {@code [texts][classes]}. */
    @Override
    public float[][] logits(List<String> others) {
        List<int[]> ids = others.stream().map(network::ids).toList();
        int[] byLength = IntStream.range(0, ids.size()).boxed().sorted(Comparator.comparingInt(i -> ids.get(i).length))
                .mapToInt(Integer::intValue).toArray();
        float[][] logits = new float[ids.size()][];
        for (int from = 0; from < byLength.length; from += SCORED_TOGETHER) {
            int[] places = Arrays.copyOfRange(byLength, from, Math.min(byLength.length, from + SCORED_TOGETHER));
            List<int[]> batch = Arrays.stream(places).mapToObj(ids::get).toList();
            float[][] scored = network.logits(new LabelledBatch(batch, new float[places.length][]));
            for (int i = 0; i < places.length; i++) {
                logits[places[i]] = scored[i];
            }
        }
        return logits;
    }

    /** Writes the adapter in PEFT's layout, with the head's tensors in {@code head.safetensors} beside it. */
    @Override
    public void save(Path folder) throws IOException {
        HeadFolder.write(folder, recipe.adapters(), network, network.base());
    }

    @Override
    public void close() {
        network.close();
    }
}

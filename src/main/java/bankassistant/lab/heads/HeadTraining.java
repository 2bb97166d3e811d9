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
import bankassistant.model.weights.PeftFolder;
import bankassistant.model.weights.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A head in training: a network, an adapter and the classes' weights. To be used by one thread. */
public final class HeadTraining implements AutoCloseable {

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
        return resume ? trainer.resume() : trainer.start();
    }

    /** The logits of texts, {@code [texts][classes]}. */
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
    public void save(Path folder) throws IOException {
        List<Parameter> parameters = network.parameters();
        List<float[]> values = network.state().values();
        List<Parameter> adapters = new ArrayList<>();
        List<float[]> adapterValues = new ArrayList<>();
        SafetensorsWriter head = new SafetensorsWriter();
        for (int i = 0; i < parameters.size(); i++) {
            if (PeftFolder.isAdapter(parameters.get(i))) {
                adapters.add(parameters.get(i));
                adapterValues.add(values.get(i));
            } else {
                head.add(parameters.get(i), values.get(i), SafetensorsWriter.Precision.F32);
            }
        }
        List<String> targets = recipe.adapters().targets().stream().sorted().toList();
        new PeftFolder(recipe.adapters().rank(), recipe.adapters().alpha(), 0, targets, network.base(),
                "FEATURE_EXTRACTION")
                .write(folder, adapters, adapterValues);
        head.write(folder.resolve("head.safetensors"));
    }

    @Override
    public void close() {
        network.close();
    }
}

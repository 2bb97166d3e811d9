package bankassistant.lab.pii;

import bankassistant.lab.heads.HeadFolder;
import bankassistant.lab.heads.HeadRecipe;
import bankassistant.lab.training.Checkpoints;
import bankassistant.lab.training.TaggedSet;
import bankassistant.lab.training.TrainedRun;
import bankassistant.lab.training.Trainer;
import bankassistant.lab.training.TrainingException;
import bankassistant.lab.training.TrainingListener;
import bankassistant.model.ModelFileException;
import bankassistant.model.TextTokens;
import bankassistant.model.TokenTagger;
import bankassistant.model.torch.TorchThread;
import bankassistant.model.torch.TrainableTagger;
import bankassistant.model.training.TaggedBatch;
import bankassistant.model.training.TrainingState;
import bankassistant.model.weights.SavedParameters;
import bankassistant.privacy.HiddenPlaces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The finder of names in training: the packaged encoder, an adapter and the tags' weights. To be used by one thread. */
public final class NameTraining implements AutoCloseable {

    private final HeadRecipe recipe;
    private final TrainableTagger network;

    public NameTraining(TorchThread thread, HeadRecipe recipe) throws IOException {
        this.recipe = recipe;
        network = TrainableTagger.open(thread, recipe.adapters(), recipe.regularization(), TokenTagger.TAGS,
                recipe.plan().seed());
    }

    /**
     * Begins with what a finder has learned instead of nothing.
     *
     * @param folder of an adapter with a head, as {@link #save} writes it, of the recipe's rank
     * @throws ModelFileException if it does not fit
     */
    public void startFrom(Path folder) throws ModelFileException {
        List<float[]> values = SavedParameters.read(folder, network.parameters());
        List<float[]> none = values.stream().map(value -> new float[value.length]).toList();
        network.restore(new TrainingState(values, none, none));
    }

    /**
     * Trains from the beginning, or goes on from the last checkpoint.
     *
     * @throws TrainingException if the training can't go on
     */
    public TrainedRun run(List<MarkedText> texts, Checkpoints checkpoints, boolean resume, TrainingListener listener)
            throws TrainingException {
        var settings = recipe.settings();
        settings.put("products", network.productType());
        Trainer<TaggedBatch> trainer = new Trainer<>(network, rows(texts), recipe.plan(), settings, checkpoints,
                listener);
        return resume ? trainer.resume() : trainer.start();
    }

    private TaggedSet rows(List<MarkedText> texts) {
        List<int[]> ids = new ArrayList<>();
        List<int[]> tags = new ArrayList<>();
        for (MarkedText text : texts) {
            MarkedText seen = asTheFinderSees(text);
            TextTokens tokens = network.tokens(seen.text());
            int[] rowTags = Tags.of(seen, tokens);
            // a row in which nothing counts teaches nothing
            if (tokens.length() > 2) {
                ids.add(tokens.ids());
                tags.add(rowTags);
            }
        }
        return new TaggedSet(ids, tags);
    }

    /** With placeholders read as the finder reads them. */
    private static MarkedText asTheFinderSees(MarkedText text) {
        HiddenPlaces places = HiddenPlaces.of(text.text());
        return new MarkedText(places.text(),
                text.marks().stream()
                        .map(mark -> new MarkedText.Mark(mark.type(), places.shown(mark.start()),
                                places.shown(mark.end())))
                        .toList());
    }

    /** Writes the adapter and the head into a folder. */
    public void save(Path folder) throws IOException {
        HeadFolder.write(folder, recipe.adapters(), network, network.base());
    }

    @Override
    public void close() {
        network.close();
    }
}

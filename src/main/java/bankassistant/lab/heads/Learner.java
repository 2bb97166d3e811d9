package bankassistant.lab.heads;

import bankassistant.lab.training.TrainingException;
import bankassistant.lab.training.TrainingListener;
import java.io.IOException;
import java.nio.file.Path;

/** A way to make a head that sorts texts into classes. */
@FunctionalInterface
public interface Learner {

    /**
     * Learns from texts.
     *
     * @param checkpoints a folder for this training's; one that holds some is gone on with
     * @return the head, to be closed by the caller
     * @throws TrainingException if the training can't go on
     */
    LearnedHead learn(LabelledTexts texts, Path checkpoints, TrainingListener listener)
            throws IOException, TrainingException;
}

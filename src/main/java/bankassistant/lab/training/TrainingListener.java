package bankassistant.lab.training;

import java.util.List;

/** Hears how a training goes, on the thread that trains. */
public interface TrainingListener {

    /** A step is done. */
    void progress(TrainingProgress progress);

    /** An epoch, counted from 1, is done. The network may be asked for logits here. */
    default void epochDone(int epoch) {}

    /** A checkpoint is on the disk. @param curve all steps up to it */
    default void kept(long step, List<LossPoint> curve) {}

    /** Something is not as it should be, and the training goes on. */
    void warning(String message);
}

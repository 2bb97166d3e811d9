package bankassistant.model.training;

/** A network in training that sorts texts into classes. */
public interface TrainableClassifier extends TrainableNetwork<LabelledBatch> {

    /** A text as the network takes it, cut where it is too long. */
    int[] ids(String text);

    /** The type products are computed in: results differ a little between them. */
    String productType();

    /** Name of the model below the head. */
    String base();
}

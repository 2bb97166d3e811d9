package bankassistant.model.training;

/**
 * What keeps training from learning its texts by heart.
 *
 * @param dropout     share of features dropped behind each layer, from 0 to below 1
 * @param contrast    weight of the supervised contrastive loss (Khosla et al. 2020) beside cross-entropy, 0 for none
 * @param temperature of the contrastive loss, above 0
 */
public record Regularization(double dropout, double contrast, double temperature) {

    public Regularization {
        if (!(dropout >= 0 && dropout < 1 && contrast >= 0 && temperature > 0)) {
            throw new IllegalArgumentException(
                    "dropout %s, contrast %s, temperature %s".formatted(dropout, contrast, temperature));
        }
    }
}

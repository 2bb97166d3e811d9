package bankassistant.lab.heads;

/**
 * How often each class occurs in what a head learns from. A head learns these shares too: taken out of its bias, it answers as if all
 * classes were equally frequent (Menon et al. 2021, "Long-tail learning via logit adjustment", arXiv 2007.07314). Of customers'
 * messages nobody knows the shares beforehand, and those of a collection of examples are not theirs.
 */
final class ClassShares {

    private final double[] logs;

    private ClassShares(double[] logs) {
        this.logs = logs;
    }

    /** A class without texts counts as one with a single one. */
    static ClassShares of(LabelledTexts texts) {
        int[] counts = new int[texts.classes().size()];
        texts.labels().forEach(label -> counts[label]++);
        double[] logs = new double[counts.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log((double) Math.max(1, counts[i]) * counts.length / texts.size());
        }
        return new ClassShares(logs);
    }

    /** A bias without them, {@code [classes]}. */
    float[] removedFrom(float[] bias) {
        float[] changed = bias.clone();
        for (int i = 0; i < changed.length; i++) {
            changed[i] -= (float) logs[i];
        }
        return changed;
    }
}

package bankassistant.lab.heads;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What cross-validated heads said of the rows they had not learned from. A head that learns from these distributions beside
 * the labels is less misled by wrong labels, and comes near to what several heads know together (Hinton et al. 2015,
 * arXiv 1503.02531).
 */
public final class Teacher {

    /** Of the labels in what is learned; the rest is the teacher's. */
    private final double labelShare;
    private final CrossFitted known;

    private Teacher(double labelShare, CrossFitted known) {
        this.labelShare = labelShare;
        this.known = known;
    }

    /**
     * Reads the files {@code fold-N.csv} that cross-validation wrote into each of the folders.
     *
     * @param texts      all rows of the data, in its order
     * @param labelShare from 0, the teacher alone, to 1, the labels alone
     * @throws IOException if a file can't be read or does not belong to these data
     */
    public static Teacher read(List<Path> folders, LabelledTexts texts, double labelShare) throws IOException {
        if (!(labelShare >= 0 && labelShare <= 1)) {
            throw new IllegalArgumentException("labels' share " + labelShare);
        }
        return new Teacher(labelShare, CrossFitted.read(folders, texts));
    }

    /**
     * The texts with what is to be learned of each: its label and the teacher's distribution.
     *
     * @param places of the texts in the whole
     * @throws IllegalArgumentException if the teacher knows nothing of one
     */
    LabelledTexts taught(LabelledTexts whole, int[] places) {
        LabelledTexts texts = whole.only(places);
        List<float[]> targets = new ArrayList<>();
        for (int place : places) {
            double[] said = known.of(place);
            float[] target = new float[said.length];
            for (int i = 0; i < target.length; i++) {
                target[i] = (float) ((1 - labelShare) * said[i]);
            }
            target[whole.labels().get(place)] += (float) labelShare;
            targets.add(target);
        }
        return texts.withTargets(targets);
    }

    /** All texts with what is to be learned of each. */
    public LabelledTexts taught(LabelledTexts whole) {
        int[] all = new int[whole.size()];
        Arrays.setAll(all, i -> i);
        return taught(whole, all);
    }
}

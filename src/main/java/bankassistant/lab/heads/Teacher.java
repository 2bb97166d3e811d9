package bankassistant.lab.heads;

import bankassistant.lab.DataFileException;
import bankassistant.model.Softmax;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
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
    private final double[][] probabilities;

    private Teacher(double labelShare, double[][] probabilities) {
        this.labelShare = labelShare;
        this.probabilities = probabilities;
    }

    /**
     * Reads the files {@code fold-N.csv} that cross-validation wrote into each of the folders. Their probabilities are
     * averaged.
     *
     * @param texts      all rows of the data, in its order
     * @param labelShare from 0, the teacher alone, to 1, the labels alone
     * @throws IOException if a file can't be read or does not belong to these data
     */
    public static Teacher read(List<Path> folders, LabelledTexts texts, double labelShare) throws IOException {
        if (folders.isEmpty() || !(labelShare >= 0 && labelShare <= 1)) {
            throw new IllegalArgumentException(folders.size() + " folders, labels' share " + labelShare);
        }
        double[][] sums = new double[texts.size()][];
        int[] counts = new int[texts.size()];
        for (Path folder : folders) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "fold-*.csv")) {
                for (Path file : files) {
                    add(file, texts, sums, counts);
                }
            }
        }
        for (int row = 0; row < sums.length; row++) {
            for (int i = 0; sums[row] != null && i < sums[row].length; i++) {
                sums[row][i] /= counts[row];
            }
        }
        return new Teacher(labelShare, sums);
    }

    private static void add(Path file, LabelledTexts texts, double[][] sums, int[] counts) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int line = 1; line < lines.size(); line++) {
            try {
                add(lines.get(line).split(","), texts, sums, counts);
            } catch (IllegalArgumentException e) {
                throw new DataFileException(file, line + 1,
                        "does not belong to these data; cross-validate on them again");
            }
        }
    }

    private static void add(String[] cells, LabelledTexts texts, double[][] sums, int[] counts) {
        int row = Integer.parseInt(cells[0]);
        if (cells.length != texts.classes().size() + 2 || row < 0 || row >= texts.size()
                || Integer.parseInt(cells[1]) != texts.labels().get(row)) {
            throw new IllegalArgumentException("row " + row);
        }
        double[] added = Softmax.of(logits(cells));
        for (int i = 0; sums[row] != null && i < added.length; i++) {
            added[i] += sums[row][i];
        }
        sums[row] = added;
        counts[row]++;
    }

    private static float[] logits(String[] cells) {
        float[] logits = new float[cells.length - 2];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = Float.parseFloat(cells[i + 2]);
        }
        return logits;
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
            double[] said = probabilities[place];
            if (said == null) {
                throw new IllegalArgumentException("The teacher's folds leave out row " + (place + 1)
                        + " of the data. Cross-validate all folds first.");
            }
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

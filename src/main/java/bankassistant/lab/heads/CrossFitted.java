package bankassistant.lab.heads;

import bankassistant.lab.DataFileException;
import bankassistant.lab.Proportion;
import bankassistant.lab.Reliability;
import bankassistant.lab.Reliability.Prediction;
import bankassistant.model.Softmax;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What cross-validated heads said of the rows they had not learned from: the mean of their probabilities. */
public final class CrossFitted {

    private static final int LEAST_TEMPERATURE = 30;
    private static final int MOST_TEMPERATURE = 150;
    private static final double HUNDREDTH = 0.01;

    private final LabelledTexts texts;
    private final double[][] probabilities;
    private final float[][] logits;
    private final int[] counts;
    private final int members;

    private CrossFitted(LabelledTexts texts, double[][] probabilities, int[] counts, int members) {
        this.texts = texts;
        this.probabilities = probabilities;
        logits = new float[probabilities.length][];
        this.counts = counts;
        this.members = members;
    }

    /**
     * Reads the files {@code fold-N.csv} that cross-validation wrote into each of the folders.
     *
     * @param texts all rows of the data, in its order
     * @throws IOException if a file can't be read or does not belong to these data
     */
    public static CrossFitted read(List<Path> folders, LabelledTexts texts) throws IOException {
        if (folders.isEmpty()) {
            throw new IllegalArgumentException("no folders");
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
        return new CrossFitted(texts, sums, counts, folders.size());
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

    /** @throws IllegalArgumentException if a member was not asked about a row, or about one twice */
    public void requireWhole() {
        for (int row = 0; row < counts.length; row++) {
            if (counts[row] != members) {
                throw new IllegalArgumentException("Of row " + (row + 1) + " of the data " + counts[row] + " of "
                        + members
                        + " members say something. Cross-validate all folds of each, each into a folder of its own.");
            }
        }
    }

    /**
     * Of a row, {@code [classes]}.
     *
     * @throws IllegalArgumentException if none of the heads was asked about it
     */
    double[] of(int row) {
        if (probabilities[row] == null) {
            throw new IllegalArgumentException(
                    "The folds leave out row " + (row + 1) + " of the data. Cross-validate all folds first.");
        }
        return probabilities[row];
    }

    /** Of all rows, the share that is right. */
    public Proportion accuracy() {
        int right = 0;
        for (int row = 0; row < texts.size(); row++) {
            right += isRight(row) ? 1 : 0;
        }
        return new Proportion(right, texts.size());
    }

    /** The mean over the classes that occur of each one's share that is right: the accuracy where all are equally frequent. */
    public double balancedAccuracy() {
        double[] right = new double[texts.classes().size()];
        double[] all = new double[right.length];
        for (int row = 0; row < texts.size(); row++) {
            all[texts.labels().get(row)]++;
            right[texts.labels().get(row)] += isRight(row) ? 1 : 0;
        }
        return IntStream.range(0, right.length).filter(i -> all[i] > 0).mapToDouble(i -> right[i] / all[i]).average()
                .orElseThrow();
    }

    /** Taken of the probabilities once: a temperature is looked for in all rows, many times. */
    private float[] logits(int row) {
        if (logits[row] == null) {
            logits[row] = Softmax.logits(of(row));
        }
        return logits[row];
    }

    private boolean isRight(int row) {
        return CrossValidation.likeliest(logits(row)) == texts.labels().get(row);
    }

    /** The mean negative log-likelihood of the labels at a temperature. */
    public double logLoss(double temperature) {
        double loss = 0;
        for (int row = 0; row < texts.size(); row++) {
            loss -= Math.log(Softmax.of(logits(row), temperature)[texts.labels().get(row)]);
        }
        return loss / texts.size();
    }

    /** The temperature with the least {@link #logLoss}, in hundredths from 0.3 to 1.5. */
    public double temperature() {
        int best = LEAST_TEMPERATURE;
        double least = Double.POSITIVE_INFINITY;
        for (int hundredths = LEAST_TEMPERATURE; hundredths <= MOST_TEMPERATURE; hundredths++) {
            double loss = logLoss(hundredths * HUNDREDTH);
            if (loss < least) {
                least = loss;
                best = hundredths;
            }
        }
        return best * HUNDREDTH;
    }

    /** The expected calibration error at a temperature. */
    public double calibrationError(double temperature) {
        List<Prediction> predictions = new ArrayList<>();
        for (int row = 0; row < texts.size(); row++) {
            float[] logits = logits(row);
            int said = CrossValidation.likeliest(logits);
            predictions.add(new Prediction(Softmax.of(logits, temperature)[said], said == texts.labels().get(row)));
        }
        return Reliability.of(predictions).expectedCalibrationError();
    }
}

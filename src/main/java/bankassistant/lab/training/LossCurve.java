package bankassistant.lab.training;

import bankassistant.model.AtomicFile;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The loss of each step of a training, at least one, as a table and as a picture. */
public final class LossCurve {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 540;
    /** The line is the mean over one of so many parts of all steps. */
    private static final int WINDOWS = 40;

    private final List<LossPoint> points;

    public LossCurve(List<LossPoint> points) {
        this.points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a curve without points");
        }
    }

    /** Writes {@code epoch,step,loss,learning_rate,gradient_norm} with a header. */
    public void writeCsv(Path file) throws IOException {
        String rows = points.stream()
                .map(point -> String.format(Locale.ROOT, "%d,%d,%.6f,%.6e,%.4f\n", point.epoch(), point.step(),
                        point.loss(), point.learningRate(), point.gradientNorm()))
                .collect(Collectors.joining());
        AtomicFile.write(file, out -> out.write(("epoch,step,loss,learning_rate,gradient_norm\n" + rows)
                .getBytes(StandardCharsets.UTF_8)));
    }

    /** Draws each step's loss and the mean of the steps around it. Needs no display. */
    public void writePng(Path file, String title) throws IOException {
        XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title).xAxisTitle("step")
                .yAxisTitle("loss (nats)").build();
        double[] steps = points.stream().mapToDouble(LossPoint::step).toArray();
        // values at equal distances are taken for labels of the axis, too many of them
        double[] betweenSteps = Arrays.stream(steps).map(step -> step + 0.3).toArray();
        double[] losses = points.stream().mapToDouble(LossPoint::loss).toArray();
        chart.getStyler().setXAxisMin(0.0).setYAxisMin(0.0)
                .setLegendPosition(Styler.LegendPosition.InsideNE).setMarkerSize(3)
                .setChartBackgroundColor(Color.WHITE);
        chart.addSeries("each step", steps, losses).setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter)
                .setMarker(SeriesMarkers.CIRCLE).setMarkerColor(Color.LIGHT_GRAY);
        chart.addSeries("mean of %d steps".formatted(2 * reach() + 1), betweenSteps, trend(losses))
                .setMarker(SeriesMarkers.NONE).setLineColor(Color.BLUE.darker());
        BufferedImage picture = BitmapEncoder.getBufferedImage(chart);
        AtomicFile.write(file, out -> ImageIO.write(picture, "png", out));
    }

    /** How many steps before and after a step are in its mean. */
    private int reach() {
        return points.size() / WINDOWS / 2;
    }

    private double[] trend(double[] losses) {
        double[] trend = new double[losses.length];
        for (int i = 0; i < losses.length; i++) {
            int from = Math.max(0, i - reach());
            int to = Math.min(losses.length, i + reach() + 1);
            trend[i] = Arrays.stream(losses, from, to).average().orElseThrow();
        }
        return trend;
    }
}

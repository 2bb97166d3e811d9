package bankassistant.lab.training;

import bankassistant.model.AtomicFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
    /** The trend is the mean of a window of this share of the steps. */
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

    /** Draws each step's loss and its trend. Needs no display. */
    public void writePng(Path file, String title) throws IOException {
        XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title).xAxisTitle("step")
                .yAxisTitle("loss (nats)").build();
        double[] steps = points.stream().mapToDouble(LossPoint::step).toArray();
        double[] losses = points.stream().mapToDouble(LossPoint::loss).toArray();
        chart.getStyler().setYAxisMin(0.0).setLegendPosition(Styler.LegendPosition.InsideNE);
        chart.addSeries("each step", steps, losses).setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter)
                .setMarker(SeriesMarkers.CIRCLE);
        chart.addSeries("trend", steps, trend(losses)).setMarker(SeriesMarkers.NONE);
        BufferedImage picture = BitmapEncoder.getBufferedImage(chart);
        AtomicFile.write(file, out -> ImageIO.write(picture, "png", out));
    }

    private static double[] trend(double[] losses) {
        int window = Math.max(1, losses.length / WINDOWS);
        double[] trend = new double[losses.length];
        double sum = 0;
        for (int i = 0; i < losses.length; i++) {
            sum += losses[i] - (i >= window ? losses[i - window] : 0);
            trend[i] = sum / Math.min(i + 1, window);
        }
        return trend;
    }
}

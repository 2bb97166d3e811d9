package bankassistant.lab;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws how far confidences are what they say: on the diagonal they are. */
public final class ReliabilityDiagram {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 560;

    private ReliabilityDiagram() {}

    /**
     * Writes a PNG.
     *
     * @param title what was predicted, and on which data
     */
    public static void write(Reliability reliability, String title, Path png) throws IOException {
        try (OutputStream out = Files.newOutputStream(png)) {
            ImageIO.write(BitmapEncoder.getBufferedImage(chart(reliability, title)), "png", out);
        }
    }

    private static XYChart chart(Reliability reliability, String title) {
        XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title).xAxisTitle("Confidence")
                .yAxisTitle("Accuracy, share of predictions").build();
        chart.getStyler().setChartBackgroundColor(Color.WHITE).setLegendPosition(Styler.LegendPosition.InsideNW);
        chart.getStyler().setXAxisMin(0.0).setXAxisMax(1.0).setYAxisMin(0.0).setYAxisMax(1.0);
        int all = reliability.bins().stream().mapToInt(Reliability.Bin::n).sum();
        List<Reliability.Bin> filled = reliability.bins().stream().filter(bin -> bin.n() > 0).toList();
        double[] confidences = filled.stream().mapToDouble(Reliability.Bin::confidence).toArray();
        chart.addSeries("As sure as right", new double[]{0, 1}, new double[]{0, 1}).setMarker(SeriesMarkers.NONE);
        chart.addSeries("Accuracy (expected calibration error %.1f %%)"
                .formatted(100 * reliability.expectedCalibrationError()), confidences,
                filled.stream().mapToDouble(Reliability.Bin::accuracy).toArray()).setMarker(SeriesMarkers.CIRCLE);
        chart.addSeries("Share of the %,d predictions".formatted(all), confidences,
                filled.stream().mapToDouble(bin -> (double) bin.n() / all).toArray())
                .setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter).setMarker(SeriesMarkers.DIAMOND);
        return chart;
    }
}

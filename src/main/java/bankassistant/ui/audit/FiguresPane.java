package bankassistant.ui.audit;

import bankassistant.ui.shell.Messages;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import javafx.scene.Node;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.StackedBarChart;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Figures of what is filtered: sums, and four charts. */
final class FiguresPane extends ScrollPane {

    private static final int INTENTS_SHOWN = 8;
    private static final double SECONDS = 1e3;
    private static final double PER_CENT = 100;

    private final Messages messages;
    private final RecordWords words;
    private final HBox sums = new HBox();
    private final GridPane charts = new GridPane();
    private final VBox content = new VBox(sums, charts);
    private final VBox none;

    FiguresPane(Messages messages, RecordWords words) {
        this.messages = messages;
        this.words = words;
        getStyleClass().addAll("plain-scroll", "figures");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        content.getStyleClass().add("figures-content");
        sums.getStyleClass().add("sums");
        charts.getStyleClass().add("charts");
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        charts.getColumnConstraints().setAll(List.of(half, half));
        none = new VBox(Look.wrapped(messages.text("audit.figures.none.title"), "empty-title"),
                Look.wrapped(messages.text("audit.figures.none.text"), "empty-text"));
        none.getStyleClass().add("empty");
        setContent(content);
    }

    void show(Figures figures, boolean counting) {
        if (figures.isEmpty() && !counting) {
            StackPane middle = new StackPane(none);
            middle.getStyleClass().add("centered");
            setFitToHeight(true);
            setContent(middle);
            return;
        }
        setFitToHeight(false);
        setContent(content);
        showSums(figures);
        charts.getChildren().clear();
        charts.add(card("intents", "", intents(figures)), 0, 0);
        String per = messages.text("audit.figures.per." + figures.unit().name().toLowerCase(Locale.ROOT));
        charts.add(card("latency", per, latency(figures)), 1, 0);
        charts.add(card("refusals", per, stacked(figures, Map.of("out_of_scope", Figures.Period::outOfScope),
                Map.of("withheld", Figures.Period::withheld))), 0, 1);
        charts.add(card("handovers", per, stacked(figures, Map.of("hand_over", Figures.Period::handOvers),
                Map.of("failed", Figures.Period::failed))), 1, 1);
    }

    private void showSums(Figures figures) {
        long answers = figures.answers();
        sums.getChildren().setAll(sum("questions", SumBox.number(figures.questions()), ""),
                sum("answers", SumBox.number(answers), ""),
                share("out_of_scope", figures, Figures.Period::outOfScope, answers),
                share("withheld", figures, Figures.Period::withheld, answers),
                share("hand_over", figures, Figures.Period::handOvers, answers),
                share("failed", figures, Figures.Period::failed, answers));
    }

    private Node share(String name, Figures figures, ToLongFunction<Figures.Period> value, long answers) {
        long count = figures.periods().stream().mapToLong(value).sum();
        return sum(name, SumBox.number(count), answers == 0
                ? ""
                : messages.text("audit.figures.share",
                        String.format(Locale.ENGLISH, "%.1f", PER_CENT * count / answers)));
    }

    private Node sum(String name, String value, String note) {
        return new SumBox(messages.text("audit.figures." + name), value, note);
    }

    private Node card(String name, String per, Node chart) {
        Label heading = new Label(messages.text("audit.figures." + name));
        heading.getStyleClass().add("section-heading");
        Label note = new Label(per);
        note.getStyleClass().add("muted");
        HBox title = new HBox(heading, note);
        title.getStyleClass().add("chart-title");
        VBox card = new VBox(title, chart);
        card.getStyleClass().add("chart-card");
        VBox.setVgrow(chart, Priority.ALWAYS);
        return card;
    }

    private Node intents(Figures figures) {
        CategoryAxis names = new CategoryAxis();
        BarChart<Number, String> chart = new BarChart<>(counts(), names);
        XYChart.Series<Number, String> series = new XYChart.Series<>();
        List<Map.Entry<String, Long>> most = figures.intents().entrySet().stream().limit(INTENTS_SHOWN).toList();
        most.reversed().forEach(intent -> series.getData().add(new XYChart.Data<>(intent.getValue(),
                words.intent(intent.getKey()) + "   " + SumBox.number(intent.getValue()))));
        chart.getXAxis().setTickLabelsVisible(false);
        chart.getXAxis().setTickMarkVisible(false);
        chart.getData().add(series);
        chart.setBarGap(0);
        chart.setCategoryGap(8);
        return plain(chart, false, "intents");
    }

    @SafeVarargs
    private Node stacked(Figures figures, Map<String, ToLongFunction<Figures.Period>>... parts) {
        StackedBarChart<String, Number> chart = new StackedBarChart<>(new CategoryAxis(), counts());
        for (Map<String, ToLongFunction<Figures.Period>> part : parts) {
            part.forEach((name, value) -> chart.getData().add(series(name, figures, value::applyAsLong)));
        }
        chart.setCategoryGap(4);
        return plain(chart, true, "bars");
    }

    private Node latency(Figures figures) {
        NumberAxis seconds = new NumberAxis();
        seconds.setMinorTickVisible(false);
        LineChart<String, Number> chart = new LineChart<>(new CategoryAxis(), seconds);
        chart.getData().add(series("median", figures, period -> period.median() / SECONDS));
        chart.getData().add(series("p95", figures, period -> period.p95() / SECONDS));
        chart.setCreateSymbols(figures.periods().size() < 2);
        return plain(chart, true, "lines");
    }

    private XYChart.Series<String, Number> series(String name, Figures figures,
            ToDoubleFunction<Figures.Period> value) {
        DateTimeFormatter time = switch (figures.unit()) {
            case HOURS -> DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
            case DAYS -> DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
            case MONTHS -> DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
            default -> DateTimeFormatter.ofPattern("d MMM uu", Locale.ENGLISH);
        };
        List<XYChart.Data<String, Number>> data = new ArrayList<>();
        figures.periods().forEach(
                period -> data.add(new XYChart.Data<>(time.format(period.start()), value.applyAsDouble(period))));
        XYChart.Series<String, Number> series = new XYChart.Series<>();
        series.setName(messages.text("audit.figures." + name));
        series.getData().setAll(data);
        return series;
    }

    /** Without halves of a record. */
    private static NumberAxis counts() {
        NumberAxis axis = new NumberAxis();
        axis.setMinorTickVisible(false);
        axis.setTickLabelFormatter(new javafx.util.StringConverter<>() {

            @Override
            public String toString(Number value) {
                return value.doubleValue() == Math.rint(value.doubleValue()) ? SumBox.number(value.longValue()) : "";
            }

            @Override
            public Number fromString(String text) {
                return Long.valueOf(text);
            }
        });
        return axis;
    }

    private Node plain(XYChart<?, ?> chart, boolean legend, String name) {
        chart.setAnimated(false);
        chart.getXAxis().setAnimated(false);
        chart.getYAxis().setAnimated(false);
        chart.setLegendVisible(legend);
        chart.setAlternativeRowFillVisible(false);
        chart.setMinHeight(200);
        chart.setPrefHeight(230);
        chart.getStyleClass().add("chart-" + name);
        return chart;
    }
}

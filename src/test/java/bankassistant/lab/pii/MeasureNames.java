package bankassistant.lab.pii;

import bankassistant.lab.pii.MarkedText.Mark;
import bankassistant.model.torch.TorchEncoder;
import bankassistant.model.torch.TorchThread;
import bankassistant.model.weights.BertConfig;
import bankassistant.model.weights.HeadAdapter;
import bankassistant.privacy.Candidate;
import bankassistant.privacy.NameFinder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Prints how well the finder of names does, what it touches wrongly and how long it takes. Run by hand after a training. */
final class MeasureNames {

    private MeasureNames() {}

    /**
     * @param arguments the finder's folder, a folder for the encoder's cache, a file of marked texts, the folder of
     *                  {@code banking77} and {@code scope}, and a file for mistakes
     */
    public static void main(String[] arguments) throws IOException {
        try (TorchThread thread = new TorchThread(2);
                TorchEncoder encoder = TorchEncoder.open(thread, Path.of(arguments[1]))) {
            NameFinder finder = new NameFinder(
                    encoder.tagger(HeadAdapter.open(Path.of(arguments[0]), BertConfig.BGE_SMALL)));
            List<String> mistakes = new ArrayList<>();
            List<MarkedText> marked = read(Path.of(arguments[2]));
            System.out.print(scores(finder, marked, mistakes));
            List<String> questions = PiiData.questions(Path.of(arguments[3]), true);
            List<String> touched = questions.stream().filter(text -> !finder.find(text).isEmpty()).toList();
            System.out.printf(Locale.ROOT, "questions not learned from touched: %d of %d, %.2f %%%n", touched.size(),
                    questions.size(), 100.0 * touched.size() / questions.size());
            touched.forEach(text -> mistakes.add(shown(text, found(finder, text))));
            time(finder, marked);
            Files.write(Path.of(arguments[4]), mistakes);
        }
    }

    static List<MarkedText> read(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<MarkedText> texts = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode row = mapper.readTree(line);
            List<Mark> marks = new ArrayList<>();
            row.get("spans").forEach(span -> marks
                    .add(new Mark(span.get("type").asText(), span.get("start").asInt(), span.get("end").asInt())));
            texts.add(new MarkedText(row.get("text").asText(), marks));
        }
        return texts;
    }

    /** @param mistakes gets a line for each text in which something else was found than what is marked */
    static NameScores scores(NameFinder finder, List<MarkedText> texts, List<String> mistakes) {
        NameScores scores = new NameScores();
        for (MarkedText text : texts) {
            List<Mark> found = found(finder, text.text());
            scores.add(text, found);
            if (!found.equals(text.marks())) {
                mistakes.add(shown(text.text(), text.marks()) + "  ->  " + shown(text.text(), found));
            }
        }
        return scores;
    }

    private static List<Mark> found(NameFinder finder, String text) {
        return finder.find(text).stream().map(MeasureNames::mark).toList();
    }

    private static Mark mark(Candidate candidate) {
        return new Mark(candidate.kind().type(), candidate.start(), candidate.end());
    }

    private static String shown(String text, List<Mark> marks) {
        StringBuilder shown = new StringBuilder(text);
        for (Mark mark : marks.reversed()) {
            shown.insert(mark.end(), "}").insert(mark.start(), "{" + mark.type().charAt(0) + ":");
        }
        return shown.toString().replace("\n", "\\n");
    }

    private static void time(NameFinder finder, List<MarkedText> texts) {
        double[] times = new double[texts.size()];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            finder.find(texts.get(i).text());
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        System.out.printf(Locale.ROOT, "ms a message: median %.2f, 95th percentile %.2f%n", times[times.length / 2],
                times[times.length * 95 / 100]);
    }
}

package bankassistant.lab;

import bankassistant.lab.LabelledSpans.Span;
import bankassistant.privacy.MaskedText;
import bankassistant.privacy.Masker;
import bankassistant.privacy.Placeholders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How well personal data is found, by spans. A span is found exactly where type, start and end agree, and found
 * overlapping where the type agrees and at least half of what both cover together is common; each span counts once.
 */
public final class PiiEvaluation {

    private static final int RESAMPLES = 1_000;
    private static final double OUTSIDE = 0.025;

    private final Masker masker;

    public PiiEvaluation(Masker masker) {
        this.masker = masker;
    }

    /** Figures by exact and by overlapping spans. */
    public record Figures(SpanFigures exact, SpanFigures overlapping) {

        private static final Figures NONE = new Figures(SpanFigures.NONE, SpanFigures.NONE);

        private Figures plus(Figures other) {
            return new Figures(exact.plus(other.exact), overlapping.plus(other.overlapping));
        }
    }

    /**
     * A span that was missed, or found and is none, or is another.
     *
     * @param line      of the text in the file
     * @param text      masked
     * @param label     type of what stands there; empty for nothing
     * @param predicted type of what was found there; empty for nothing
     */
    public record SpanMistake(int line, String text, String label, String predicted, int start, int end) {}

    /**
     * @param f2Low      lower end of the 95 % interval of the exact F2, from texts drawn with replacement
     * @param f2High     its upper end
     * @param characters how many characters of the labelled spans were hidden, under whatever type
     * @param touched    texts without any span in which something was masked
     * @param unknown    how many spans of each type that is not masked were left out of all figures
     * @param duration   of masking all texts
     */
    public record Result(int texts, Figures all, SortedMap<String, Figures> types, double f2Low, double f2High,
            Optional<Proportion> characters, Optional<Proportion> touched, SortedMap<String, Integer> unknown,
            List<SpanMistake> mistakes, Duration duration) {

        public Result {
            mistakes = List.copyOf(mistakes);
        }
    }

    /** @param texts at least one */
    public Result run(List<LabelledSpans> texts) {
        long start = System.nanoTime();
        List<MaskedText> masked = texts.stream().map(text -> masker.mask(text.text(), new Placeholders())).toList();
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        SortedMap<String, Figures> types = new TreeMap<>();
        List<SpanFigures> byText = new ArrayList<>();
        List<SpanMistake> mistakes = new ArrayList<>();
        int[] characters = new int[2];
        int[] clean = new int[2];
        for (int i = 0; i < texts.size(); i++) {
            List<Span> expected = texts.get(i).spans();
            List<Span> found = found(masked.get(i), texts.get(i));
            count(expected, found).forEach((type, figures) -> types.merge(type, figures, Figures::plus));
            byText.add(new SpanFigures(expected.size(), found.size(), exact(expected, found)));
            mistakes.addAll(mistakes(texts.get(i), masked.get(i), found));
            characters[0] += hidden(expected, found);
            characters[1] += expected.stream().mapToInt(Span::length).sum();
            boolean isClean = expected.isEmpty() && texts.get(i).unknown().isEmpty();
            clean[0] += isClean && !found.isEmpty() ? 1 : 0;
            clean[1] += isClean ? 1 : 0;
        }
        Figures all = types.values().stream().reduce(Figures.NONE, Figures::plus);
        double[] f2 = resampled(byText);
        return new Result(texts.size(), all, types, f2[(int) (OUTSIDE * RESAMPLES)],
                f2[(int) ((1 - OUTSIDE) * RESAMPLES)], proportion(characters), proportion(clean), unknown(texts),
                mistakes,
                duration);
    }

    /** What was found, without what lies in nothing but places of unknown types. */
    private static List<Span> found(MaskedText masked, LabelledSpans text) {
        return masked.spans().stream()
                .map(span -> new Span(PiiTypes.of(span.type()).orElseThrow(), span.start(), span.end()))
                .filter(span -> isIn(text.spans(), span) || !isIn(text.unknown(), span)).toList();
    }

    private static boolean isIn(List<Span> labelled, Span found) {
        return labelled.stream().anyMatch(span -> span.shared(found) > 0);
    }

    private static SortedMap<String, Integer> unknown(List<LabelledSpans> texts) {
        SortedMap<String, Integer> unknown = new TreeMap<>();
        texts.forEach(text -> text.unknown().forEach(span -> unknown.merge(span.type(), 1, Integer::sum)));
        return unknown;
    }

    private static SortedMap<String, Figures> count(List<Span> expected, List<Span> found) {
        SortedMap<String, Figures> types = new TreeMap<>();
        expected.forEach(span -> types.put(span.type(), Figures.NONE));
        found.forEach(span -> types.put(span.type(), Figures.NONE));
        types.replaceAll((type, _) -> {
            List<Span> there = ofType(expected, type);
            List<Span> here = ofType(found, type);
            return new Figures(new SpanFigures(there.size(), here.size(), exact(there, here)),
                    new SpanFigures(there.size(), here.size(), overlapping(there, here)));
        });
        return types;
    }

    private static List<Span> ofType(List<Span> spans, String type) {
        return spans.stream().filter(span -> span.type().equals(type)).toList();
    }

    private static int exact(List<Span> expected, List<Span> found) {
        return (int) expected.stream().distinct().filter(found::contains).count();
    }

    private static int overlapping(List<Span> expected, List<Span> found) {
        List<Span> left = new ArrayList<>(found);
        int right = 0;
        for (Span span : expected) {
            Optional<Span> match = left.stream()
                    .filter(other -> 2 * span.shared(other) >= span.length() + other.length() - span.shared(other))
                    .max(Comparator.comparingInt(span::shared));
            match.ifPresent(left::remove);
            right += match.isPresent() ? 1 : 0;
        }
        return right;
    }

    private static int hidden(List<Span> expected, List<Span> found) {
        return expected.stream().mapToInt(span -> found.stream().mapToInt(span::shared).sum()).sum();
    }

    private static List<SpanMistake> mistakes(LabelledSpans text, MaskedText masked, List<Span> found) {
        List<SpanMistake> mistakes = new ArrayList<>();
        text.spans().stream().filter(span -> !found.contains(span)).forEach(span -> mistakes.add(
                new SpanMistake(text.line(), masked.value(), span.type(), nearest(span, found), span.start(),
                        span.end())));
        found.stream().filter(span -> text.spans().stream().noneMatch(other -> span.shared(other) > 0))
                .forEach(span -> mistakes.add(
                        new SpanMistake(text.line(), masked.value(), "", span.type(), span.start(), span.end())));
        return mistakes;
    }

    private static String nearest(Span span, List<Span> found) {
        return found.stream().filter(other -> span.shared(other) > 0).max(Comparator.comparingInt(span::shared))
                .map(Span::type).orElse("");
    }

    private static Optional<Proportion> proportion(int[] rightOf) {
        return rightOf[1] == 0 ? Optional.empty() : Optional.of(new Proportion(rightOf[0], rightOf[1]));
    }

    /** The F2 of as many texts drawn with replacement, over and over, in ascending order. */
    private static double[] resampled(List<SpanFigures> texts) {
        Random random = new Random(1);
        return IntStream.range(0, RESAMPLES).mapToDouble(_ -> random.ints(texts.size(), 0, texts.size())
                .mapToObj(texts::get).reduce(SpanFigures.NONE, SpanFigures::plus).f2()).sorted().toArray();
    }
}

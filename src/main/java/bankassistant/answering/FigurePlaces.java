package bankassistant.answering;

import bankassistant.answering.Figures.Figure;
import bankassistant.answering.Figures.Figure.Kind;
import bankassistant.answering.Statement.Sense;
import bankassistant.answering.Statement.Stretch;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Whether the figures of a written sentence stand together, and are said of the same, as in one sentence of the evidence. */
final class FigurePlaces {

    /** Of what tells a figure from others of its kind, the share that must be said beside it. */
    private static final double TOLD = 0.5;
    /** Of what a figure is said of, the share that must be said again or be known from the question. */
    private static final double NAMED = 0.8;

    private static final Set<Sense> BOUNDS = Set.of(Sense.AT_MOST, Sense.AT_LEAST, Sense.ABOVE, Sense.BELOW);

    private final Words words;
    private final Statement written;
    private final Statement given;
    private final Set<String> title;
    private final Set<String> known;

    /**
     * @param title meanings of what stands above the evidence
     * @param known meanings that are said, asked or stand above the evidence
     */
    FigurePlaces(Words words, Statement written, Statement given, Set<String> title, Set<String> known) {
        this.words = words;
        this.written = written;
        this.given = given;
        this.title = title;
        this.known = known;
    }

    /** Two figures of one stretch are neighbours in the evidence, those of one kind in that order. */
    boolean keepTheirPlaces() {
        for (Stretch stretch : written.stretches()) {
            for (int i = 1; i < stretch.figures().size(); i++) {
                Figure left = stretch.figures().get(i - 1);
                Figure right = stretch.figures().get(i);
                boolean keeps = left.kind() == right.kind()
                        ? areNeighbours(given, left, right)
                                || areNeighbours(given, right, left) && isBounded(left) != isBounded(right)
                        : left.kind() == Kind.DATE || right.kind() == Kind.DATE || together(left, right)
                                || (areNeighbours(given, left, right) || areNeighbours(given, right, left))
                                        && !isPairedOtherwise(left, right) && !isPairedOtherwise(right, left);
                if (!keeps) {
                    return false;
                }
            }
        }
        return joinsAgree();
    }

    /** Whether one comes right after the other. */
    static boolean areNeighbours(Statement given, Figure left, Figure right) {
        List<Figure> order = given.figures();
        return IntStream.range(1, order.size())
                .anyMatch(at -> order.get(at - 1).equals(left) && order.get(at).equals(right));
    }

    /** Of two figures of which one only is bounded, the bound tells which is which. */
    private boolean isBounded(Figure figure) {
        return given.limits().stream().filter(limit -> BOUNDS.contains(limit.sense()))
                .anyMatch(limit -> limit.figure().filter(figure::equals).isPresent());
    }

    private boolean together(Figure left, Figure right) {
        return given.stretches().stream().anyMatch(stretch -> stretch.figures().containsAll(List.of(left, right)));
    }

    /** "Free after 90 days, $20 earlier": the days go with another amount. */
    private boolean isPairedOtherwise(Figure figure, Figure other) {
        return given.stretches().stream().filter(stretch -> stretch.figures().contains(figure))
                .anyMatch(stretch -> stretch.figures().stream().anyMatch(of -> of.kind() == other.kind()));
    }

    /** "This or that" is not "this and that". */
    private boolean joinsAgree() {
        return written.figureJoins().stream()
                .noneMatch(join -> given.figureJoins().stream().anyMatch(join::contradicts));
    }

    /** Each figure is said of what the evidence says it of. */
    boolean keepTheirSubjects() {
        for (int i = 0; i < written.stretches().size(); i++) {
            Stretch stretch = written.stretches().get(i);
            Set<String> of = new HashSet<>(stretch.meanings().stream().allMatch(words::isWeak)
                    ? written.scope(i)
                    : stretch.meanings());
            Set<String> context = written.scope(i);
            if (!stretch.figures().stream().allMatch(figure -> keepsItsSubject(figure, of, context))) {
                return false;
            }
        }
        return true;
    }

    private boolean keepsItsSubject(Figure figure, Set<String> of, Set<String> context) {
        return IntStream.range(0, given.stretches().size())
                .filter(i -> given.stretches().get(i).figures().contains(figure))
                .anyMatch(i -> takesNothingFromOthers(i, of) && namesItsSubject(i, figure, context));
    }

    /** No word that the evidence says only of other figures. */
    private boolean takesNothingFromOthers(int index, Set<String> of) {
        Set<String> scope = given.scope(index);
        Stretch own = given.stretches().get(index);
        return IntStream.range(0, given.stretches().size()).filter(other -> other != index)
                .filter(other -> !given.stretches().get(other).figures().isEmpty()
                        ? !isMerged(index, other)
                        : own.ownSubject() && own.part() == given.stretches().get(other).part()
                                && own.joint().equals("and"))
                .allMatch(other -> given.stretches().get(other).meanings().stream()
                        .noneMatch(meaning -> of.contains(meaning) && !scope.contains(meaning)
                                && !words.isWeak(meaning) && !title.contains(meaning)));
    }

    /** Whether the written sentence puts figures of both into one stretch. */
    private boolean isMerged(int left, int right) {
        Set<Figure> ofLeft = new HashSet<>(given.stretches().get(left).figures());
        Set<Figure> ofRight = new HashSet<>(given.stretches().get(right).figures());
        ofRight.removeAll(ofLeft);
        return written.stretches().stream().anyMatch(stretch -> stretch.figures().containsAll(ofLeft)
                && stretch.figures().stream().anyMatch(ofRight::contains));
    }

    /**
     * What tells a figure from others of its kind is said, of it or of all the others that are told; most of the rest is said
     * or known from the question.
     */
    private boolean namesItsSubject(int index, Figure figure, Set<String> context) {
        return (isTold(index, figure, context) || othersAreTold(figure))
                && words.share(given.core(index, words::isWeak), known) >= NAMED;
    }

    private boolean isTold(int index, Figure figure, Set<String> context) {
        Set<String> telling = telling(index, figure);
        return words.share(telling, context) >= TOLD || words.share(withoutTitle(telling), context) >= TOLD;
    }

    /** What the evidence says of this figure and not of others of its kind. */
    private Set<String> telling(int index, Figure figure) {
        Set<String> telling = new HashSet<>();
        otherFigured(given, index)
                .filter(other -> given.stretches().get(other).figures().stream()
                        .anyMatch(of -> isAnotherOfItsKind(of, figure)))
                .forEach(other -> {
                    Set<String> own = new HashSet<>(given.stretches().get(index).meanings());
                    own.removeIf(words::isWeak);
                    own.removeAll(given.scope(other));
                    telling.addAll(own);
                });
        return telling;
    }

    /** "One is free, each further one costs $5": the second says what the first is not. */
    private boolean othersAreTold(Figure figure) {
        boolean any = false;
        for (Stretch stretch : written.stretches()) {
            Set<String> context = Set.copyOf(stretch.meanings());
            for (Figure other : stretch.figures()) {
                if (isAnotherOfItsKind(other, figure)) {
                    any = true;
                    if (IntStream.range(0, given.stretches().size())
                            .filter(at -> given.stretches().get(at).figures().contains(other))
                            .noneMatch(at -> !telling(at, other).isEmpty() && isTold(at, other, context))) {
                        return false;
                    }
                }
            }
        }
        return any;
    }

    private static boolean isAnotherOfItsKind(Figure other, Figure figure) {
        return other.kind() == figure.kind() && !other.equals(figure);
    }

    private Set<String> withoutTitle(Set<String> meanings) {
        Set<String> rest = new HashSet<>(meanings);
        rest.removeAll(title);
        return rest.isEmpty() ? meanings : rest;
    }

    /** The other stretches that have figures. */
    static IntStream otherFigured(Statement given, int index) {
        return IntStream.range(0, given.stretches().size())
                .filter(i -> i != index && !given.stretches().get(i).figures().isEmpty());
    }
}

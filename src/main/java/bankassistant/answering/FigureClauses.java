package bankassistant.answering;

import bankassistant.answering.Figures.Figure;
import bankassistant.policy.Sentences;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the figures of a text are said of. "An outgoing wire costs $25" says its $25 of an outgoing wire: a text that keeps
 * the $25 and loses the "outgoing" says something else.
 *
 * <p>A figure's clause is the stretch between commas and conjunctions in which it stands, with the stretch before it if
 * that one has no figure of its own ("For a business account, the limit is $5,000").
 */
final class FigureClauses {

    private static final Pattern BORDER = Pattern.compile("[,;:()\u2013\u2014]\\s+|\\b(?:and|or|but)\\b");
    private static final Pattern POINTS_BACK = Pattern.compile("(?i)(?:it|its|this|that|these|those|they|both)\\b.*",
            Pattern.DOTALL);
    /** Words that say of a figure only that it is one: "costs $25", "a fee of $25", "is $25". */
    private static final Set<String> PLAIN = Wording.of("cost charge fee price amount total sum take last run owe pay "
            + "become equal come get make give have need must shall require").stems();

    private final List<Clause> clauses;

    private FigureClauses(List<Clause> clauses) {
        this.clauses = clauses;
    }

    /** A stretch of text with figures, and the words they are said of. */
    private record Clause(Set<Figure> figures, Set<String> words) {}

    static FigureClauses of(String text) {
        List<Clause> clauses = new ArrayList<>();
        for (String sentence : Sentences.of(text)) {
            Set<String> before = Set.of();
            for (String stretch : BORDER.split(sentence)) {
                Set<Figure> figures = Set.copyOf(Figures.of(stretch).all());
                Set<String> words = Wording.of(Qualifiers.without(FigureReader.without(stretch))).stems();
                if (figures.isEmpty()) {
                    before = words;
                } else {
                    Set<String> all = new HashSet<>(words);
                    all.addAll(before);
                    all.removeAll(PLAIN);
                    clauses.add(new Clause(figures, all));
                    before = Set.of();
                }
            }
        }
        return new FigureClauses(clauses);
    }

    /**
     * Whether each figure of a text is said there of the same things as here.
     *
     * @param understood words that need not be repeated: those of the title and of the question
     */
    boolean keptIn(String text, Wording understood) {
        Set<String> known = new HashSet<>(understood.stems());
        Set<String> previous = Set.of();
        for (String sentence : Sentences.of(text)) {
            Set<String> words = new HashSet<>(Wording.of(sentence).stems());
            if (POINTS_BACK.matcher(sentence).matches()) {
                words.addAll(previous);
            }
            previous = Set.copyOf(words);
            words.addAll(known);
            if (!Figures.of(sentence).all().stream().allMatch(figure -> isKept(figure, words))) {
                return false;
            }
        }
        return true;
    }

    /** A figure of several clauses must be said of what one of them says it of. */
    private boolean isKept(Figure figure, Set<String> words) {
        List<Clause> of = clauses.stream().filter(clause -> clause.figures.contains(figure)).toList();
        return of.isEmpty() || of.stream().anyMatch(clause -> words.containsAll(clause.words));
    }
}

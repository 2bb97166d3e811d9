package bankassistant.answering;

import bankassistant.answering.Figures.Figure;
import bankassistant.policy.Section;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A figure that holds since a date is given with it: "$275 since 1 July 2025". */
final class Dates {

    private Dates() {}

    /** The section's sentences that date a figure of the text, as far as the text doesn't. */
    static List<Integer> missing(Section section, String text) {
        Set<Figure> said = Set.copyOf(Figures.of(text).all());
        return IntStream.range(0, section.sentences().size()).filter(i -> {
            List<Figure> dates = Figures.of(section.sentence(i)).all().stream()
                    .filter(figure -> figure.kind() == Figure.Kind.DATE).toList();
            return !dates.isEmpty() && !said.containsAll(dates) && dated(section, section.sentence(i)).stream()
                    .anyMatch(said::contains);
        }).boxed().toList();
    }

    private static Set<Figure> dated(Section section, String sentence) {
        return section.figures().stream()
                .filter(figure -> Figures.of(sentence).all().stream()
                        .anyMatch(of -> of.kind() == Figure.Kind.DATE && of.value().equals(figure.asOf().toString())))
                .flatMap(figure -> Figures.of(figure.value()).all().stream()).collect(Collectors.toSet());
    }
}

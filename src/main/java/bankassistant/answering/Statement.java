package bankassistant.answering;

import bankassistant.answering.Figures.Figure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A sentence as the check reads it: stretches between commas and conjunctions, each with its meanings, its figures and
 * the words that deny or bound.
 *
 * @param stretches in order, at least one
 * @param joins       what "and" and "or" join, in order
 * @param figureJoins figures that follow each other, with such a word anywhere between them
 */
record Statement(List<Stretch> stretches, List<Join> joins, List<Join> figureJoins) {

    Statement {
        stretches = List.copyOf(stretches);
        joins = List.copyOf(joins);
        figureJoins = List.copyOf(figureJoins);
    }

    /**
     * @param part       number of the part between semicolons that it belongs to
     * @param meanings   in order, repeated ones repeated
     * @param subject    how many of them stand before its first verb; 0 where none is known
     * @param limits     in order
     * @param condition  whether it says when the rest holds
     * @param ownSubject whether it names anew what it speaks of
     * @param joint      the word that joins it to the one before; empty for a comma or the first
     * @param deeds      who does what
     * @param roles      who does something in it, and to whom something is done
     * @param owners     whose something is, by what it is
     * @param tail       meanings after "with" or "from" behind its last figure
     */
    record Stretch(int part, List<String> meanings, int subject, List<Figure> figures, List<Limit> limits,
            boolean condition,
            boolean ownSubject, String joint, List<Deed> deeds, Roles roles, Map<String, String> owners,
            Set<String> tail) {

        Stretch {
            meanings = List.copyOf(meanings);
            figures = List.copyOf(figures);
            limits = List.copyOf(limits);
            deeds = List.copyOf(deeds);
            owners = Map.copyOf(owners);
            tail = Set.copyOf(tail);
        }
    }

    /** Somebody, and the first thing said of them; or, of "entered by the customer", the thing said before. */
    record Deed(String actor, String act) {}

    /**
     * @param doers   the subjects of verbs, and who follows "by"
     * @param objects who follows a verb or a preposition
     * @param sharers who follows a preposition that gives them a part in it: "to", "for", "of"
     */
    record Roles(Set<String> doers, Set<String> objects, Set<String> sharers) {

        Roles {
            doers = Set.copyOf(doers);
            objects = Set.copyOf(objects);
            sharers = Set.copyOf(sharers);
        }
    }

    /**
     * Two meanings or figures with an "and" or an "or" between them.
     *
     * @param loose whether both words say the same there: in a subject, or where something is denied before them
     */
    record Join(boolean or, String left, String right, boolean loose) {

        /** Whether the other joins the same in the other way. */
        boolean contradicts(Join other) {
            return or != other.or && !loose && !other.loose && joinsSame(other);
        }

        boolean joinsSame(Join other) {
            return left.equals(other.left) && right.equals(other.right)
                    || left.equals(other.right) && right.equals(other.left);
        }
    }

    /**
     * A word that denies, restricts or bounds.
     *
     * @param figure  that it bounds
     * @param near    meanings around it, for telling which one of the same sense it is
     */
    record Limit(Sense sense, Optional<Figure> figure, Set<String> near, boolean mayBeLeftOut) {

        Limit {
            near = Set.copyOf(near);
        }

        /** @param repeated meanings that stand in several places and so tell none from the other */
        boolean matches(Limit other, Set<String> repeated) {
            if (!sense.agreesWith(other.sense, figure.or(other::figure))) {
                return false;
            }
            if (figure.isPresent() && other.figure.isPresent()) {
                return figure.equals(other.figure);
            }
            if (sense == Sense.RESTRICTS || sense == Sense.EXCEPTS || near.isEmpty() || other.near.isEmpty()) {
                return true;
            }
            return overlap(near, other.near, repeated).orElseGet(() -> near.stream().anyMatch(other.near::contains));
        }

        private static Optional<Boolean> overlap(Set<String> left, Set<String> right, Set<String> repeated) {
            List<String> rare = left.stream().filter(meaning -> !repeated.contains(meaning)).toList();
            boolean rareRight = right.stream().anyMatch(meaning -> !repeated.contains(meaning));
            return rare.isEmpty() || !rareRight
                    ? Optional.empty()
                    : Optional.of(rare.stream().anyMatch(right::contains));
        }
    }

    /** What a limiting word does. */
    enum Sense {
        AT_MOST, AT_LEAST, ABOVE, BELOW, WITHIN, IN, BY, UNTIL, SINCE, BEFORE, AFTER, DENIES, RESTRICTS, EXCEPTS;

        boolean agreesWith(Sense other, Optional<Figure> figure) {
            if (this == other) {
                return true;
            }
            boolean duration = figure.filter(of -> of.kind() == Figure.Kind.DURATION).isPresent();
            return duration && Set.of(WITHIN, IN).containsAll(Set.of(this, other))
                    || duration && Set.of(WITHIN, AT_MOST).containsAll(Set.of(this, other));
        }
    }

    Set<String> meanings() {
        Set<String> all = new HashSet<>();
        stretches.forEach(stretch -> all.addAll(stretch.meanings));
        return all;
    }

    List<Figure> figures() {
        List<Figure> all = new ArrayList<>();
        stretches.forEach(stretch -> all.addAll(stretch.figures));
        return all;
    }

    List<Limit> limits() {
        List<Limit> all = new ArrayList<>();
        stretches.forEach(stretch -> all.addAll(stretch.limits));
        return all;
    }

    /** All that the figures of a stretch may be said of: its own meanings, and what came before where it names nothing anew. */
    Set<String> scope(int index) {
        Stretch stretch = stretches.get(index);
        Set<String> scope = new HashSet<>(stretch.meanings);
        if (index > 0 && (!stretch.ownSubject || leads(index) && stretch.joint.isEmpty())) {
            scope.addAll(scope(index - 1));
        }
        for (Stretch later : stretches.subList(index + 1, stretches.size())) {
            if (later.part == stretch.part) {
                scope.addAll(later.tail);
            }
        }
        return scope;
    }

    /** What the figures of a stretch must be said of. */
    Set<String> core(int index, Predicate<String> weak) {
        Stretch stretch = stretches.get(index);
        Set<String> core = new HashSet<>(stretch.meanings);
        if (index > 0 && (core.stream().allMatch(weak) && !stretch.ownSubject
                || leads(index) && stretch.joint.isEmpty())) {
            core.addAll(core(index - 1, weak));
        }
        core.removeIf(weak);
        return core;
    }

    private boolean leads(int index) {
        Stretch before = stretches.get(index - 1);
        return before.figures.isEmpty() && before.part == stretches.get(index).part;
    }

    /** Meanings that stand in more than one place. */
    Set<String> repeated() {
        Set<String> once = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        stretches.forEach(stretch -> stretch.meanings.stream().filter(meaning -> !once.add(meaning))
                .forEach(repeated::add));
        return repeated;
    }
}

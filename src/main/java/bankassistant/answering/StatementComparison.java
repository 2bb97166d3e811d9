package bankassistant.answering;

import bankassistant.answering.Figures.Figure;
import bankassistant.answering.Figures.Figure.Kind;
import bankassistant.answering.Statement.Deed;
import bankassistant.answering.Statement.Limit;
import bankassistant.answering.Statement.Roles;
import bankassistant.answering.Statement.Sense;
import bankassistant.answering.Statement.Stretch;
import bankassistant.answering.Verdict.Fault;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Holds one written sentence against one sentence of the evidence. */
final class StatementComparison {

    /** Of what a stretch says, the share from which a sentence is taken to say it, too. */
    private static final double SAID = 0.6;
    /** The same for a stretch with a word that restricts or dates it. */
    private static final double MOSTLY = 0.5;
    /** Of what a sentence says, the share that must stand in the evidence and not only above it. */
    private static final double OWN = 0.5;
    /** Of a subject, the share that must be said, asked or stand above the evidence. */
    private static final double NAMED = 0.7;
    /** Of a stretch's meanings, the share that must stand in the evidence's order. */
    private static final double IN_ORDER = 0.5;

    private final Words words;
    private final Statement written;
    private final Statement given;
    private final Set<String> said;
    private final Set<String> known;
    private final Set<String> asked;
    private final Set<Figure> saidFigures;
    private final Set<Figure> knownFigures;
    private final Set<String> title;
    private final FigurePlaces places;

    /**
     * @param title    what stands above the evidence
     * @param question what need not be repeated, with what was said before
     */
    StatementComparison(Words words, Statement written, Statement given, Statement title, List<Statement> question) {
        this.words = words;
        this.written = written;
        this.given = given;
        this.title = title.meanings();
        said = written.meanings();
        asked = new HashSet<>(said);
        question.forEach(before -> asked.addAll(before.meanings()));
        known = new HashSet<>(asked);
        known.addAll(this.title);
        saidFigures = Set.copyOf(written.figures());
        knownFigures = new HashSet<>(saidFigures);
        question.forEach(before -> knownFigures.addAll(before.figures()));
        places = new FigurePlaces(words, written, given, this.title, known);
    }

    Set<Fault> faults() {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        addIf(faults, Fault.STRAYS, !addsNothing());
        addIf(faults, Fault.INVENTS_FIGURES,
                !Set.copyOf(given.figures()).containsAll(saidFigures) || saysFreeOnceMore());
        addIf(faults, Fault.CHANGES_SENSE, !limitsAgree() || changesActor() || changesRole() || changesJoin());
        addIf(faults, Fault.LACKS_FIGURES, losesFigures());
        addIf(faults, Fault.DROPS_CONDITION, dropsCondition());
        addIf(faults, Fault.SAYS_TOO_LITTLE, !saysSomething());
        addIf(faults, Fault.STRAYS, dropsSubject());
        if (!faults.contains(Fault.INVENTS_FIGURES)) {
            addIf(faults, Fault.SWAPS_FIGURES, !places.keepTheirPlaces());
            addIf(faults, Fault.WIDENS_FIGURES, !places.keepTheirSubjects());
        }
        addIf(faults, Fault.REARRANGES, !inOrder());
        return faults;
    }

    private static void addIf(Set<Fault> faults, Fault fault, boolean present) {
        if (present) {
            faults.add(fault);
        }
    }

    private boolean saysFreeOnceMore() {
        return timesFree(written) > timesFree(given);
    }

    private static long timesFree(Statement statement) {
        return statement.figures().stream().filter(figure -> figure.kind() == Kind.AMOUNT && figure.value().equals("0"))
                .count();
    }

    private boolean addsNothing() {
        Set<String> allowed = given.meanings();
        return words.share(said, allowed) >= OWN && said.stream().allMatch(meaning -> allowed.contains(meaning)
                || title.contains(meaning) && !meaning.startsWith("per") || meaning.equals("each")
                || words.isLight(meaning)
                || meaning.equals("all") && allowed.contains("each"));
    }

    private boolean limitsAgree() {
        List<Limit> open = new ArrayList<>(given.limits());
        Set<String> repeated = given.repeated();
        boolean namesLimit = false;
        for (Limit limit : written.limits()) {
            Optional<Limit> match = open.stream().filter(of -> limit.matches(of, repeated)).findFirst();
            if (match.isPresent()) {
                open.remove(match.get());
            } else if (!limit.mayBeLeftOut() && !isCause(limit) && !isShared(limit)) {
                return false;
            }
            namesLimit |= limit.sense() == Sense.AT_MOST && limit.mayBeLeftOut();
        }
        boolean limitNamed = namesLimit;
        return open.stream().noneMatch(limit -> !limit.mayBeLeftOut() && isSaid(limit)
                && !(limitNamed && limit.sense() == Sense.AT_MOST));
    }

    /** "After three wrong entries" for "three wrong entries". */
    private static boolean isCause(Limit limit) {
        return limit.sense() == Sense.AFTER && limit.figure().filter(of -> of.kind() == Figure.Kind.NUMBER).isPresent();
    }

    /** "Up to $5,000 a day and $20,000 in 30 days": the second is bounded, too. */
    private boolean isShared(Limit limit) {
        return limit.sense() == Sense.AT_MOST && limit.figure().isPresent() && given.limits().stream()
                .anyMatch(of -> of.sense() == Sense.AT_MOST && of.figure().isPresent()
                        && FigurePlaces.areNeighbours(given, of.figure().get(), limit.figure().get()));
    }

    private boolean isSaid(Limit limit) {
        return limit.figure().map(saidFigures::contains)
                .orElseGet(() -> limit.near().isEmpty() || words.share(limit.near(), said) >= SAID
                        || limit.sense() != Sense.DENIES && given.stretches().stream()
                                .anyMatch(stretch -> stretch.limits().contains(limit) && isMostlySaid(stretch)));
    }

    private boolean isMostlySaid(Stretch stretch) {
        return !stretch.meanings().isEmpty() && words.share(stretch.meanings(), said) >= MOSTLY;
    }

    /** Figures of one stretch belong together; what a stretch says is nothing without its figures. */
    private boolean losesFigures() {
        for (int i = 0; i < given.stretches().size(); i++) {
            Set<Figure> all = Set.copyOf(given.stretches().get(i).figures());
            Set<Figure> own = new HashSet<>(all);
            FigurePlaces.otherFigured(given, i).forEach(other -> own.removeAll(given.stretches().get(other).figures()));
            boolean kept = own.stream().anyMatch(saidFigures::contains);
            if (kept && (!knownFigures.containsAll(all) || losesWhatItRestsOn(i))
                    || !all.isEmpty() && all.stream().noneMatch(saidFigures::contains) && saysAllOf(i)) {
                return true;
            }
        }
        return false;
    }

    /** "Report the loss within 2 days, and your liability is at most $50": the second rests on the first. */
    private boolean losesWhatItRestsOn(int index) {
        Stretch stretch = given.stretches().get(index);
        return stretch.ownSubject() && IntStream.range(0, index).anyMatch(i -> {
            Stretch before = given.stretches().get(i);
            return before.part() == stretch.part() && !before.figures().isEmpty()
                    && before.figures().stream().noneMatch(knownFigures::contains)
                    && before.meanings().stream().noneMatch(stretch.meanings()::contains)
                    && before.figures().getFirst().kind() != stretch.figures().getFirst().kind();
        });
    }

    /** Whether it says a stretch without its figures, and not for those of a stretch on the same subject. */
    private boolean saysAllOf(int index) {
        for (int i = index + 1; i < given.stretches().size() && !given.stretches().get(i).ownSubject(); i++) {
            if (given.stretches().get(i).figures().stream().anyMatch(saidFigures::contains)) {
                return false;
            }
        }
        Set<String> telling = new HashSet<>(given.stretches().get(index).meanings());
        telling.removeIf(words::isWeak);
        for (int i = 0; i < given.stretches().size(); i++) {
            if (i != index) {
                telling.removeAll(given.stretches().get(i).meanings());
            }
        }
        return !telling.isEmpty() && said.containsAll(telling);
    }

    /** Whether it is more than a piece: it says what a stretch says, with a figure where that has one. */
    private boolean saysSomething() {
        return given.stretches().stream()
                .anyMatch(stretch -> (stretch.figures().isEmpty()
                        ? !stretch.meanings().isEmpty()
                        : stretch.figures().stream().anyMatch(saidFigures::contains))
                        && words.share(stretch.meanings(), known) >= SAID);
    }

    /** Whether it says of another, or of more, what the evidence says of something. */
    private boolean dropsSubject() {
        return given.stretches().stream()
                .filter(stretch -> stretch.subject() > 0 && stretch.subject() < stretch.meanings().size())
                .anyMatch(stretch -> {
                    List<String> claim = stretch.meanings().subList(stretch.subject(), stretch.meanings().size());
                    return words.share(claim, said) >= SAID && claim.stream().anyMatch(said::contains)
                            && words.share(stretch.meanings().subList(0, stretch.subject()), known) < NAMED;
                });
    }

    private boolean dropsCondition() {
        for (int i = 0; i < given.stretches().size(); i++) {
            Stretch condition = given.stretches().get(i);
            if (condition.condition() && governs(i) && !isKnown(condition)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a condition is said or asked: most of it, and all that makes it hold for less. */
    private boolean isKnown(Stretch condition) {
        // that a question denies something does not make the answer deny it
        Set<String> known = condition.limits().stream().anyMatch(limit -> limit.sense() == Sense.DENIES)
                ? said
                : asked;
        long kept = condition.meanings().stream().filter(known::contains).count();
        return kept >= SAID * condition.meanings().size() && knownFigures.containsAll(condition.figures())
                && condition.meanings().stream().filter(words::narrows).allMatch(known::contains);
    }

    /** Whether the sentence says what this condition is for: what stands before it in its part, or else after it. */
    private boolean governs(int index) {
        List<Stretch> all = given.stretches();
        int part = all.get(index).part();
        Predicate<Stretch> claims = stretch -> stretch.part() == part && !stretch.condition();
        List<Stretch> governed = all.subList(0, index).stream().filter(claims).toList();
        if (governed.isEmpty()) {
            governed = all.subList(index + 1, all.size()).stream().filter(claims).toList();
        }
        return governed.stream().anyMatch(stretch -> stretch.figures().stream().anyMatch(saidFigures::contains)
                || !stretch.meanings().isEmpty() && words.share(stretch.meanings(), said) >= SAID);
    }

    /** Whether something is done by another than in the evidence, or is another's. */
    private boolean changesActor() {
        return written.stretches().stream().flatMap(stretch -> stretch.deeds().stream()).anyMatch(this::isAnothers)
                || written.stretches().stream().flatMap(stretch -> stretch.owners().entrySet().stream())
                        .anyMatch(owner -> given.stretches().stream()
                                .map(stretch -> stretch.owners().get(owner.getKey())).filter(Objects::nonNull)
                                .anyMatch(of -> isAnotherOwner(of, owner.getValue())));
    }

    /** "Its" is whose it may be, but not the customer's where that one is spoken to. */
    private static boolean isAnotherOwner(String given, String written) {
        return given.equals("its") || written.equals("its")
                ? given.equals("you") || written.equals("you")
                : !given.equals(written);
    }

    /** Whether somebody does something who in the evidence is only told, asked or given something. */
    private boolean changesRole() {
        Set<String> onlyObjects = all(given, Roles::objects);
        onlyObjects.removeAll(all(given, Roles::doers));
        Set<String> newSharers = all(written, Roles::sharers);
        newSharers.removeAll(all(given, Roles::objects));
        // whoever is spoken to does what a sentence without a subject demands, and has a part in all of it
        onlyObjects.remove("you");
        newSharers.remove("you");
        return all(written, Roles::doers).stream().anyMatch(onlyObjects::contains)
                || !newSharers.isEmpty() && !all(given, Roles::sharers).isEmpty()
                || all(given, Roles::doers).stream().anyMatch(newSharers::contains);
    }

    private static Set<String> all(Statement statement, Function<Roles, Set<String>> of) {
        Set<String> all = new HashSet<>();
        statement.stretches().forEach(stretch -> all.addAll(of.apply(stretch.roles())));
        return all;
    }

    /** Whether "this and that" became "this or that", or the other way round. */
    private boolean changesJoin() {
        return written.joins().stream().anyMatch(join -> given.joins().stream().anyMatch(join::contradicts)
                && given.joins().stream().noneMatch(of -> of.or() == join.or() && of.joinsSame(join)));
    }

    private boolean isAnothers(Deed deed) {
        List<Deed> same = given.stretches().stream().flatMap(stretch -> stretch.deeds().stream())
                .filter(of -> of.act().equals(deed.act())).toList();
        return !same.isEmpty() && same.stream().noneMatch(of -> of.actor().equals(deed.actor()));
    }

    private boolean inOrder() {
        List<String> order = given.stretches().stream().flatMap(stretch -> stretch.meanings().stream()).toList();
        return written.stretches().stream().allMatch(stretch -> {
            List<String> own = stretch.meanings().stream().filter(order::contains).toList();
            return own.size() < 4 || CommonSubsequence.longest(own, order) >= IN_ORDER * own.size();
        }) && modifiersStay() && !putsAWordForAnother();
    }

    /** In what is nearly the evidence's sentence, one word twice and another one gone. */
    private boolean putsAWordForAnother() {
        List<String> own = telling(written);
        List<String> source = telling(given);
        List<String> gone = new ArrayList<>(source);
        List<String> more = new ArrayList<>(own);
        own.forEach(gone::remove);
        source.forEach(more::remove);
        Set<String> known = given.meanings();
        more.removeIf(meaning -> !known.contains(meaning));
        return !more.isEmpty() && !gone.isEmpty() && more.size() <= 2 && gone.size() <= 2 && source.size() > 2;
    }

    private List<String> telling(Statement statement) {
        return statement.stretches().stream().flatMap(stretch -> stretch.meanings().stream())
                .filter(meaning -> !words.isWeak(meaning)).toList();
    }

    /** "A written confirmation of a spoken order" is not "a spoken confirmation of a written order". */
    private boolean modifiersStay() {
        Set<String> tails = new HashSet<>();
        // what a stretch begins with may stand behind anything, as in "30 days before ..., a renewal card"
        Set<String> leads = new HashSet<>();
        given.stretches().forEach(stretch -> {
            tails.addAll(stretch.tail());
            stretch.meanings().stream().limit(1).forEach(leads::add);
        });
        return pairs(written).stream().noneMatch(pair -> {
            Set<String> before = new HashSet<>();
            Set<String> behind = new HashSet<>();
            for (List<String> of : pairs(given)) {
                if (of.get(1).equals(pair.get(1))) {
                    before.add(of.get(0));
                }
                if (of.get(0).equals(pair.get(0))) {
                    behind.add(of.get(1));
                }
            }
            if (tails.contains(pair.get(1)) || leads.contains(pair.get(1))) {
                return false;
            }
            if (!given.meanings().contains(pair.get(1))) {
                return !behind.isEmpty() && said.stream().noneMatch(behind::contains);
            }
            boolean moved = !before.isEmpty() && given.stretches().stream().noneMatch(stretch -> stretch.meanings()
                    .lastIndexOf(pair.get(1)) > stretch.meanings().indexOf(pair.get(0))
                    && stretch.meanings().contains(pair.get(0)));
            return moved && (said.stream().noneMatch(before::contains) && !words.isWeak(pair.get(0))
                    && given.meanings().contains(pair.get(0))
                    || !behind.isEmpty() && pairs(written).stream()
                            .anyMatch(of -> before.contains(of.get(0)) && behind.contains(of.get(1))));
        });
    }

    private static List<List<String>> pairs(Statement statement) {
        List<List<String>> pairs = new ArrayList<>();
        for (Stretch stretch : statement.stretches()) {
            for (int i = 1; i < stretch.meanings().size(); i++) {
                pairs.add(stretch.meanings().subList(i - 1, i + 1));
            }
        }
        return pairs;
    }
}

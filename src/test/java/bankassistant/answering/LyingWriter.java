package bankassistant.answering;

import bankassistant.model.Generation.FinishReason;
import bankassistant.retrieval.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A writer whose every sentence is one of the evidence's made false by one change. */
final class LyingWriter implements Writer {

    private static final List<String> UNITS = List.of("business days", "days", "months", "years", "hours", "minutes");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:,\\d{3})*(?:\\.\\d+)?(?![\\d.]*-)");
    private static final List<String[]> WORDS = List.of(new String[]{"outgoing", "incoming"},
            new String[]{"domestic", "international"}, new String[]{"debit", "credit"}, new String[]{"within", "after"},
            new String[]{"after", "before"}, new String[]{"at most", "at least"}, new String[]{"up to", "at least"},
            new String[]{"more than", "less than"}, new String[]{"checking", "savings"}, new String[]{"lost", "found"},
            new String[]{"before", "after"}, new String[]{"free", "$5"}, new String[]{"merchant", "employer"},
            new String[]{"customer", "teller"}, new String[]{"without", "with"}, new String[]{"only", "not only"},
            new String[]{"spoken", "written"}, new String[]{"joint", "sole"}, new String[]{"first", "last"},
            new String[]{"cash", "checks"}, new String[]{"unless", "if"}, new String[]{"never", "always"},
            new String[]{"Visa", "Mastercard"}, new String[]{"ACH", "wire"}, new String[]{"no ", "a "},
            new String[]{"cannot", "can"}, new String[]{"is not", "is"}, new String[]{"does not", "does"},
            new String[]{"must", "may"}, new String[]{"a month", "a year"}, new String[]{"a day", "a week"});
    /** What happens when, may happen or happens to whom, told of another time, duty or person. */
    private static final List<String[]> SENSES = List.of(new String[]{"may", "must"}, new String[]{"can", "must"},
            new String[]{"never", "sometimes"}, new String[]{"normally", "always"}, new String[]{"often", "always"},
            new String[]{"many", "all"}, new String[]{"need not", "must"}, new String[]{"the bank", "the merchant"},
            new String[]{"The bank", "The merchant"}, new String[]{"the branch", "the merchant"},
            new String[]{"by the customer", "by the teller"}, new String[]{"the teller", "the customer"},
            new String[]{"your", "the bank's"}, new String[]{"You", "The bank"}, new String[]{"you", "the bank"},
            new String[]{"sender", "recipient"}, new String[]{"each further", "each"}, new String[]{"every", "no"},
            new String[]{"any", "no"}, new String[]{"Every", "No"}, new String[]{"larger", "smaller"},
            new String[]{"longer", "shorter"}, new String[]{"if", "unless"}, new String[]{"when", "unless"},
            new String[]{"before", "only after"}, new String[]{"until", "after"}, new String[]{"plus", "or"},
            new String[]{"at least", "less than"}, new String[]{"exceed", "stay below"},
            new String[]{"unlimited", "limited"}, new String[]{"unauthorized", "authorized"},
            new String[]{"disadvantage", "advantage"}, new String[]{"app", "post office"},
            new String[]{"Premier", "Student"}, new String[]{"Everyday", "Student"},
            new String[]{"virtual", "physical"},
            new String[]{"bank's", "merchant's"}, new String[]{"statement", "purchase"},
            new String[]{"free", "not free"});
    private static final List<String[]> TIMES = List.of(new String[]{"a.m.", "p.m."}, new String[]{"p.m.", "a.m."},
            new String[]{"calendar days", "business days"}, new String[]{"business days", "calendar days"},
            new String[]{"business day", "day"}, new String[]{"next business day", "same business day"},
            new String[]{"same business day", "next business day"}, new String[]{"second business", "third business"},
            new String[]{"third business", "second business"}, new String[]{"7th", "9th"}, new String[]{"9th", "7th"},
            new String[]{"July", "June"}, new String[]{"April", "August"}, new String[]{"March", "May"},
            new String[]{"February", "January"}, new String[]{"2024", "2023"}, new String[]{"2025", "2024"},
            new String[]{"2026", "2027"}, new String[]{"2020", "2002"}, new String[]{"midnight", "noon"},
            new String[]{"24 hours", "24 days"}, new String[]{"a year", "a month"}, new String[]{"ET", "PT"});
    private static final Pattern RESTRICTION = Pattern.compile(
            "\b(?:only|at most|at least|up to|more than|less than|not older than|no longer|further|not|never"
                    + "|without|same-day|separately|alone|later than|within|longer than) ");
    private static final Pattern VERB = Pattern
            .compile(" (?:is|are|can|cannot|may|must|will|costs?|takes?|has|have|needs?|works?|gives?|tells?) ");
    private static final List<String> NUMBERS = List.of("thirteen", "thirty-one", "ninety-nine", "four hundred");
    /** A figure that somebody asks with. */
    static final String ASKED = "77";

    /** The kinds of lies, in turn. */
    static final List<BiFunction<String, SplittableRandom, String>> LIES = List.of(LyingWriter::otherFigure,
            LyingWriter::otherUnit, LyingWriter::denied, LyingWriter::otherWord, LyingWriter::halved,
            LyingWriter::addsAClaim, LyingWriter::swapsFigures, LyingWriter::otherSense, LyingWriter::otherTime,
            LyingWriter::dropsARestriction, LyingWriter::figureInWords, LyingWriter::otherScale,
            LyingWriter::figureOfTheQuestion, LyingWriter::agreesOrDenies);

    private final SplittableRandom random;
    private String said;
    /** What the policies say of another matter, which answers nothing here. */
    private String truthOfElsewhere = "";

    LyingWriter(long seed) {
        random = new SplittableRandom(seed);
    }

    @Override
    public Optional<Writing> write(String question, Evidence evidence, BooleanSupplier cancelled) {
        List<Integer> sentences = evidence.sentences();
        int at = random.nextInt(sentences.size());
        String truth = evidence.passage().section().sentence(sentences.get(at));
        String other = evidence.passage().section().sentence(sentences.get((at + 1) % sentences.size()));
        int kind = random.nextInt(LIES.size() + 3);
        said = switch (kind - LIES.size()) {
            case 0 -> mixed(truth, other);
            case 1 -> withFigureOf(truth, other);
            case 2 -> truthOfElsewhere.isEmpty() ? truth : truthOfElsewhere;
            default -> LIES.get(kind).apply(truth, random);
        };
        truthOfElsewhere = truth;
        return said.equals(truth)
                ? Optional.empty()
                : Optional.of(new Writing(said, FinishReason.END_OF_TURN, 1, 1, 1));
    }

    /** The last lie. */
    String said() {
        return said;
    }

    private static String otherFigure(String truth, SplittableRandom random) {
        List<MatchResult> figures = NUMBER.matcher(truth).results().toList();
        if (figures.isEmpty()) {
            return truth;
        }
        MatchResult figure = figures.get(random.nextInt(figures.size()));
        String digits = figure.group();
        char other = (char) ('1' + (digits.charAt(0) - '0' + random.nextInt(7)) % 9);
        String changed = other == digits.charAt(0) ? digits + "0" : other + digits.substring(1);
        return replaced(truth, figure, changed);
    }

    private static String otherUnit(String truth, SplittableRandom random) {
        for (String unit : UNITS) {
            if (truth.contains(unit)) {
                String other = UNITS.get(random.nextInt(UNITS.size()));
                return truth.replaceFirst(Pattern.quote(unit), other);
            }
        }
        return truth.contains("%") ? truth.replaceFirst("%", " dollars") : truth.replaceFirst("\\$(\\d+)", "$1%");
    }

    private static String denied(String truth, SplittableRandom random) {
        return truth.replaceFirst("\\b(is|are|can|may|must|will)\\b(?! not)", "$1 not");
    }

    private static String otherWord(String truth, SplittableRandom random) {
        int from = random.nextInt(WORDS.size());
        for (int i = 0; i < WORDS.size(); i++) {
            String[] pair = WORDS.get((from + i) % WORDS.size());
            String changed = truth.replaceFirst("\\b" + pair[0] + "(?!\\w)", pair[1].replace("$", "\\$"));
            if (!changed.equals(truth)) {
                return changed;
            }
        }
        return truth;
    }

    /** Without what follows its condition. */
    private static String halved(String truth, SplittableRandom random) {
        String changed = truth.replaceFirst(",? (?:if|when|unless|until|only) [^,;]*\\.$", ".");
        return changed.length() > 20 ? changed : truth;
    }

    private static String addsAClaim(String truth, SplittableRandom random) {
        List<String> claims = List.of(" at no cost", " for Premier customers", " twice a year", " in euros",
                " without identification", " even after 90 days", " for employees", " guaranteed by the government");
        return truth.replaceFirst("\\.$", claims.get(random.nextInt(claims.size())) + ".");
    }

    private static String swapsFigures(String truth, SplittableRandom random) {
        List<MatchResult> figures = NUMBER.matcher(truth).results().toList();
        if (figures.size() < 2 || figures.getFirst().group().equals(figures.getLast().group())) {
            return truth;
        }
        String first = figures.getFirst().group();
        return replaced(replaced(truth, figures.getLast(), first), figures.getFirst(), figures.getLast().group());
    }

    private static String otherSense(String truth, SplittableRandom random) {
        return exchanged(truth, SENSES, random);
    }

    private static String otherTime(String truth, SplittableRandom random) {
        return exchanged(truth, TIMES, random);
    }

    private static String exchanged(String truth, List<String[]> pairs, SplittableRandom random) {
        int from = random.nextInt(pairs.size());
        for (int i = 0; i < pairs.size(); i++) {
            String[] pair = pairs.get((from + i) % pairs.size());
            String changed = truth.replaceFirst("(?<!\\w)" + Pattern.quote(pair[0]) + "(?!\\w)", pair[1]);
            if (!changed.equals(truth)) {
                return changed;
            }
        }
        return truth;
    }

    private static String dropsARestriction(String truth, SplittableRandom random) {
        List<MatchResult> found = RESTRICTION.matcher(truth).results().toList();
        return found.isEmpty() ? truth : replaced(truth, found.get(random.nextInt(found.size())), "");
    }

    private static String figureInWords(String truth, SplittableRandom random) {
        List<MatchResult> figures = NUMBER.matcher(truth).results().toList();
        return figures.isEmpty()
                ? truth
                : replaced(truth, figures.get(random.nextInt(figures.size())),
                        NUMBERS.get(random.nextInt(NUMBERS.size())));
    }

    private static String otherScale(String truth, SplittableRandom random) {
        List<MatchResult> figures = NUMBER.matcher(truth).results().toList();
        if (figures.isEmpty()) {
            return truth;
        }
        MatchResult figure = figures.get(random.nextInt(figures.size()));
        if (figure.group().matches("0|.*\\..*")) {
            return truth;
        }
        List<String> scales = List.of(figure.group() + " million", figure.group() + " thousand", figure.group() + "0",
                "0." + figure.group().replaceAll("\\D", ""));
        return replaced(truth, figure, scales.get(random.nextInt(scales.size())));
    }

    private static String figureOfTheQuestion(String truth, SplittableRandom random) {
        List<MatchResult> figures = NUMBER.matcher(truth).results().toList();
        return figures.isEmpty() ? truth : replaced(truth, figures.get(random.nextInt(figures.size())), ASKED);
    }

    /** A yes or a no to a question that has neither. */
    private static String agreesOrDenies(String truth, SplittableRandom random) {
        return (random.nextBoolean() ? "Yes, " : "No, ") + truth;
    }

    /** What one sentence speaks of, and what the other says. */
    private static String mixed(String truth, String other) {
        List<MatchResult> verb = VERB.matcher(truth).results().limit(1).toList();
        List<MatchResult> otherVerb = VERB.matcher(other).results().limit(1).toList();
        return truth.equals(other) || verb.isEmpty() || otherVerb.isEmpty() || truth.contains(":")
                ? truth
                : truth.substring(0, verb.getFirst().start()) + other.substring(otherVerb.getFirst().start());
    }

    private static String withFigureOf(String truth, String other) {
        List<MatchResult> figures = NUMBER.matcher(truth).results().limit(1).toList();
        List<MatchResult> others = NUMBER.matcher(other).results().limit(1).toList();
        return figures.isEmpty() || others.isEmpty()
                ? truth
                : replaced(truth, figures.getFirst(), others.getFirst().group());
    }

    private static String replaced(String text, MatchResult part, String by) {
        return text.substring(0, part.start()) + by + text.substring(part.end());
    }
}

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

    /** The kinds of lies, in turn. */
    static final List<BiFunction<String, SplittableRandom, String>> LIES = List.of(LyingWriter::otherFigure,
            LyingWriter::otherUnit, LyingWriter::denied, LyingWriter::otherWord, LyingWriter::halved,
            LyingWriter::addsAClaim, LyingWriter::swapsFigures);

    private final SplittableRandom random;
    private String said;

    LyingWriter(long seed) {
        random = new SplittableRandom(seed);
    }

    @Override
    public Optional<Writing> write(String question, Evidence evidence, BooleanSupplier cancelled) {
        List<Integer> sentences = evidence.sentences();
        String truth = evidence.passage().section().sentence(sentences.get(random.nextInt(sentences.size())));
        said = LIES.get(random.nextInt(LIES.size())).apply(truth, random);
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

    private static String replaced(String text, MatchResult part, String by) {
        return text.substring(0, part.start()) + by + text.substring(part.end());
    }
}

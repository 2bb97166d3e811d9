package bankassistant.answering;

import bankassistant.answering.Verdict.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether a written sentence says what one sentence of the evidence says, in whatever words: its figures with their units
 * and bounds, of whom it says them, what it denies, and on which conditions. A sentence that joins two of them is held
 * against each by its halves.
 *
 * <p>It knows the words of the policies' small world and takes no others: in doubt a sentence is refused. Safe for several threads.
 */
final class SentenceCheck {

    private static final Pattern JOINT = Pattern.compile(";\\s+|,\\s+(?:and|but|while|so)\\s+|\\s+and\\s+");
    private static final Pattern POINTS_BACK = Pattern.compile(
            "(?i)(?:it|its|this|that|these|those|they|both|each|then)\\b.*",
            Pattern.DOTALL);
    private static final Pattern MAY = Pattern.compile("(?i)\\b(?:may|might)\\b");
    private static final Pattern CAN = Pattern.compile("(?i)\\b(?:may|might|can|could)\\b");
    private static final Pattern MUST = Pattern.compile("(?i)\\b(?:must|shall|have to|has to|required to)\\b");
    private static final Pattern DEMANDS = Pattern
            .compile("(?i)\\b(?:must|shall|have to|has to|requires?|required|needs?)\\b");

    private final Words words = Words.packaged();
    private final StatementReader reader = new StatementReader(words);
    private final Agreement agreement = new Agreement(words, reader);

    /** What a sentence is held against, read once. */
    record Source(List<String> sentences, String question, List<Statement> statements, Statement title,
            Statement asked) {

        Source {
            sentences = List.copyOf(sentences);
            statements = List.copyOf(statements);
        }
    }

    /** @param question may be empty */
    Source source(List<String> sentences, String title, String question) {
        return new Source(sentences, question, sentences.stream().map(reader::read).toList(), reader.read(title),
                reader.read(question));
    }

    /**
     * Why a sentence must not be shown.
     *
     * @param faults empty when it may
     * @param rests  the sentences of the source that it rests on; of a refused one, the nearest
     */
    record Result(Set<Fault> faults, Set<Integer> rests) {

        boolean passed() {
            return faults.isEmpty();
        }
    }

    /** @param before the sentence written before it; empty for the first */
    Result check(String sentence, String before, Source source) {
        Optional<Result> result = nearest(sentence, before, source);
        if (result.isEmpty() || result.get().passed() || source.sentences().size() == 1) {
            return result.orElseGet(() -> new Result(EnumSet.of(Fault.STRAYS), Set.of()));
        }
        return halves(sentence, before, source).orElse(result.get());
    }

    /** Whether a sentence that passed says yes to the source's question; empty where that can't be told. */
    Optional<Boolean> saysYes(String sentence, Source source) {
        return agreement.of(source.question(), sentence);
    }

    /** The share of a text's meanings that another one has, or the question that it answers; in [0, 1], 1 if there are none. */
    double shareSaid(String text, String by, Source source) {
        Set<String> meanings = reader.read(text).meanings();
        Set<String> said = new HashSet<>(reader.read(by).meanings());
        said.addAll(source.asked().meanings());
        return meanings.isEmpty() ? 1 : (double) meanings.stream().filter(said::contains).count() / meanings.size();
    }

    Set<Fault> faults(String sentence, String before, Source source) {
        return check(sentence, before, source).faults();
    }

    /** The source's sentence that speaks least against it. */
    private Optional<Result> nearest(String sentence, String before, Source source) {
        return IntStream.range(0, source.sentences().size())
                .mapToObj(i -> new Result(faults(sentence, before, i, source), Set.of(i)))
                .min(Comparator.comparingInt(result -> result.faults().size()));
    }

    private Optional<Result> halves(String sentence, String before, Source source) {
        Matcher joint = JOINT.matcher(sentence);
        while (joint.find()) {
            String left = sentence.substring(0, joint.start());
            String right = sentence.substring(joint.end());
            if (isClaim(left) && isClaim(right)) {
                Result first = nearest(left, before, source).orElseThrow();
                Result second = nearest(right, left, source).orElseThrow();
                Set<Integer> rests = new TreeSet<>(first.rests());
                rests.addAll(second.rests());
                if (first.passed() && second.passed() && rests.size() > 1 && !changesMode(sentence, rests.stream()
                        .map(source.sentences()::get).collect(Collectors.joining(" ")))) {
                    return Optional.of(new Result(Set.of(), rests));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isClaim(String half) {
        return reader.read(half).meanings().size() > 2;
    }

    private Set<Fault> faults(String sentence, String before, int given, Source source) {
        List<Statement> known = new ArrayList<>(List.of(source.asked()));
        if (POINTS_BACK.matcher(sentence).matches()) {
            known.add(reader.read(before));
        }
        Set<Fault> faults = new StatementComparison(words, reader.read(sentence), source.statements().get(given),
                source.title(), known).faults();
        if (changesMode(sentence, source.sentences().get(given))) {
            faults.add(Fault.CHANGES_SENSE);
        }
        return faults;
    }

    private boolean changesMode(String sentence, String given) {
        return reader.saysFee(sentence) && !reader.saysFee(given)
                || MAY.matcher(given).find() && !CAN.matcher(sentence).find()
                || MUST.matcher(sentence).find() && CAN.matcher(given).find() && !DEMANDS.matcher(given).find()
                || MUST.matcher(given).find() && !DEMANDS.matcher(sentence).find()
                        && CAN.matcher(sentence).results().count() > CAN.matcher(given).results().count()
                || MAY.matcher(sentence).find() && DEMANDS.matcher(given).find() && !CAN.matcher(given).find();
    }
}

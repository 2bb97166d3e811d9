package bankassistant.answering;

import bankassistant.answering.Verdict.Fault;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a written sentence says what one sentence of the evidence says, in whatever words: its figures with their units
 * and bounds, of whom it says them, what it denies, and on which conditions. A sentence that joins two of them is held
 * against each by its halves.
 *
 * <p>It knows the words of the policies' small world and takes no others: in doubt a sentence is refused. Safe for several threads.
 */
final class SentenceCheck {

    private static final Pattern JOINT = Pattern.compile(";\\s+|,\\s+(?:and|but|while|so)\\s+|\\s+and\\s+");
    private static final Pattern POINTS_BACK = Pattern.compile("(?i)(?:it|its|this|that|these|those|they|both|each|then)\\b.*",
            Pattern.DOTALL);
    private static final Pattern MAY = Pattern.compile("(?i)\\b(?:may|might)\\b");
    private static final Pattern CAN = Pattern.compile("(?i)\\b(?:may|might|can|could)\\b");
    private static final Pattern MUST = Pattern.compile("(?i)\\b(?:must|shall|have to|has to|required to)\\b");
    private static final Pattern DEMANDS = Pattern.compile("(?i)\\b(?:must|shall|have to|has to|requires?|required|needs?)\\b");

    private final Words words = Words.packaged();
    private final StatementReader reader = new StatementReader(words);

    /** What a sentence is held against. */
    record Source(List<String> sentences, String title, String question) {

        Source {
            sentences = List.copyOf(sentences);
        }
    }

    /** @param before the sentence written before it; empty for the first */
    Set<Fault> faults(String sentence, String before, Source source) {
        Set<Fault> fewest = null;
        for (String given : source.sentences()) {
            Set<Fault> faults = faults(sentence, before, given, source);
            if (faults.isEmpty()) {
                return faults;
            }
            fewest = fewest == null || faults.size() < fewest.size() ? faults : fewest;
        }
        return source.sentences().size() > 1 && halvesPass(sentence, before, source) ? EnumSet.noneOf(Fault.class) : fewest;
    }

    private boolean halvesPass(String sentence, String before, Source source) {
        Matcher joint = JOINT.matcher(sentence);
        while (joint.find()) {
            String left = sentence.substring(0, joint.start());
            String right = sentence.substring(joint.end());
            if (isClaim(left) && isClaim(right) && anyPasses(left, before, source) && anyPasses(right, left, source)) {
                return true;
            }
        }
        return false;
    }

    private boolean isClaim(String half) {
        return reader.read(half).meanings().size() > 2;
    }

    private boolean anyPasses(String half, String before, Source source) {
        return source.sentences().stream().anyMatch(given -> faults(half, before, given, source).isEmpty());
    }

    private Set<Fault> faults(String sentence, String before, String given, Source source) {
        List<Statement> known = new ArrayList<>(List.of(reader.read(source.question())));
        if (POINTS_BACK.matcher(sentence).matches()) {
            known.add(reader.read(before));
        }
        Set<Fault> faults = new StatementComparison(words, reader.read(sentence), reader.read(given),
                reader.read(source.title()), known).faults();
        if (changesMode(sentence, given)) {
            faults.add(Fault.CHANGES_SENSE);
        }
        return faults;
    }

    private boolean changesMode(String sentence, String given) {
        return reader.saysFee(sentence) && !reader.saysFee(given)
                || MAY.matcher(given).find() && !CAN.matcher(sentence).find()
                || MUST.matcher(sentence).find() && CAN.matcher(given).find() && !DEMANDS.matcher(given).find()
                || MAY.matcher(sentence).find() && DEMANDS.matcher(given).find() && !CAN.matcher(given).find();
    }
}

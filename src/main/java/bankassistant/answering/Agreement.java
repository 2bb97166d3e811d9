package bankassistant.answering;

import bankassistant.answering.Figures.Figure;
import bankassistant.answering.Figures.Figure.Kind;
import bankassistant.answering.Statement.Limit;
import bankassistant.answering.Statement.Sense;
import bankassistant.policy.Sentences;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a true sentence says yes or no to a question. It can be told only of a plain question that begins with a verb, whose
 * words all stand in the sentence: then a denial in the sentence decides, or, where a fee is asked about, whether it has an
 * amount. In doubt it is not told.
 */
final class Agreement {

    private static final Pattern POLAR = Pattern.compile("(?i)^(?:(?:and|so|but|also|hi|hello|please)[, ]+)*"
            + "(?:is|are|do|does|did|can|could|may|must|will|would|has|have)\\s.*\\?\\s*$", Pattern.DOTALL);
    /** Asks for more than yes or no, asks the other way round, or asks for advice. */
    private static final Pattern NOT_PLAIN = Pattern
            .compile("(?i)\\b(?:how|what|which|whom|whose|why|or|and (?:when|where|who)|should"
                    + "|supposed|isn't|aren't|don't|doesn't|didn't|can't|couldn't|won't|wouldn't|mustn't|hasn't|haven't)\\b"
                    + "|\\b(?:is|are|do|does|did|can|could|may|must|will|would|has|have) (?:\\w+ )?not\\b");
    private static final Pattern ASKS_FEE = Pattern
            .compile("(?i)\\b(?:is|are|will) there (?:be )?(?:an?|any|some|extra) "
                    + "(?:\\w+ ){0,2}(?:fees?|charges?|costs?)\\b|\\bcosts? (?:(?:me|you|us|him|her) )?(?:anything|something|extra)\\b"
                    + "|\\b(?:charge|pay) (?:(?:me|us|him|her) )?(?:an? |any )?(?:fees?|anything|something|extra)\\b"
                    + "|\\b(?:do|does|will) (?:you|larkmere|the bank) charge\\b");
    /** Free at the end is what is asked; elsewhere it may be a part of anything. */
    private static final Pattern ASKS_FREE = Pattern
            .compile("(?i)\\b(?:free|no (?:fee|charge|cost))(?: of charge)?\\s*\\?\\s*$"
                    + "|\\b(?:for free|free of charge)\\b");
    /** What stands behind may be what answers, or what does not. */
    private static final Pattern REASONED = Pattern
            .compile("(?i)\\b(?:because|although|though|but|however|while|whereas|since)\\b");
    private static final Pattern PRICE = Pattern.compile("(?i)\\b(?:fees?|charg\\w+|costs?|pay|price)\\b");
    private static final Pattern DEMANDS = Pattern
            .compile("(?i)\\b(?:must|have to|has to|needs?|requires?|required)\\b");
    /** Say nothing of the matter in a question: who it is about, when, fillers. */
    private static final Set<String> ASIDE = Set.of("anything", "something", "extra", "instead", "today", "now",
            "already",
            "still", "just", "someone", "somebody", "anyone", "mother", "father", "wife", "husband", "brother",
            "sister", "son", "daughter", "cousin", "aunt",
            "uncle", "parents", "grandma", "grandmother", "grandfather", "roommate", "girlfriend", "boyfriend");
    private static final Set<String> NEGATIVE = Set.of("decline", "refuse", "void", "block", "fail", "forbid",
            "prohibit",
            "against", "unauthoriz", "unlimit", "delete", "abolish", "cancel", "suspend", "end", "expire", "remove",
            "close");

    private final Words words;
    private final StatementReader reader;

    Agreement(Words words, StatementReader reader) {
        this.words = words;
        this.reader = reader;
    }

    /**
     * @param sentence without a yes or no before it; taken for true
     * @return whether it says yes; empty where that can't be told
     */
    Optional<Boolean> of(String question, String sentence) {
        List<String> sentences = Sentences.of(question);
        if (sentences.isEmpty() || !POLAR.matcher(sentences.getLast()).matches()
                || NOT_PLAIN.matcher(question).find() || question.indexOf('?') < question.length() - 1) {
            return Optional.empty();
        }
        Statement asked = reader.read(question);
        Statement said = reader.read(sentence);
        if (!speaksOfTheSame(asked, said)) {
            return Optional.empty();
        }
        if (REASONED.matcher(sentence).find()) {
            return Optional.empty();
        }
        boolean free = asked.figures().stream().anyMatch(Agreement::isFree);
        boolean asksFree = free && ASKS_FREE.matcher(question).find();
        if (free && !asksFree) {
            return Optional.empty();
        }
        if (asksFree || ASKS_FEE.matcher(question).find()) {
            return isDenied(said) ? Optional.empty() : fee(said).map(fee -> fee != asksFree);
        }
        // "Is a fee charged?" is no to a sentence that it is free, which denies nothing
        if (PRICE.matcher(question).find() || said.figures().stream().anyMatch(Agreement::isFree)) {
            return Optional.empty();
        }
        boolean demandTold = !DEMANDS.matcher(question).find() || DEMANDS.matcher(sentence).find();
        return demandTold ? byDenials(asked, said) : Optional.empty();
    }

    /** All that is asked stands in the sentence: its words and figures. */
    private boolean speaksOfTheSame(Statement asked, Statement said) {
        Set<String> known = said.meanings();
        Set<String> telling = new HashSet<>(asked.meanings());
        telling.removeAll(meanings(ASIDE));
        return known.containsAll(telling) && said.figures()
                .containsAll(asked.figures().stream().filter(figure -> !isFree(figure)).toList())
                && meanings(NEGATIVE).stream().allMatch(word -> !known.contains(word) || telling.contains(word));
    }

    private Set<String> meanings(Set<String> of) {
        Set<String> found = new HashSet<>();
        of.forEach(word -> words.meaning(word.toLowerCase(Locale.ROOT)).ifPresent(found::add));
        return found;
    }

    /** Whether there is one; empty where the sentence has both, or neither. */
    private static Optional<Boolean> fee(Statement said) {
        boolean free = said.figures().stream().anyMatch(Agreement::isFree);
        boolean amount = said.figures().stream()
                .anyMatch(figure -> !isFree(figure) && Set.of(Kind.AMOUNT, Kind.PERCENT).contains(figure.kind()));
        return free == amount ? Optional.empty() : Optional.of(amount);
    }

    private static boolean isDenied(Statement said) {
        return said.limits().stream().anyMatch(limit -> limit.sense() == Sense.DENIES);
    }

    private static boolean isFree(Figure figure) {
        return figure.kind() == Kind.AMOUNT && figure.value().equals("0");
    }

    /** No, if it denies what is asked; yes, if it denies and restricts nothing but what the question does. */
    private static Optional<Boolean> byDenials(Statement asked, Statement said) {
        List<Limit> open = new ArrayList<>(said.limits());
        for (Limit limit : asked.limits()) {
            Optional<Limit> match = open.stream().filter(of -> limit.matches(of, said.repeated())).findFirst();
            if (match.isEmpty()) {
                return Optional.empty();
            }
            open.remove(match.get());
        }
        if (open.stream().anyMatch(limit -> limit.sense() == Sense.RESTRICTS || limit.sense() == Sense.EXCEPTS)) {
            return Optional.empty();
        }
        List<Limit> denials = open.stream().filter(limit -> limit.sense() == Sense.DENIES).toList();
        boolean deniesWhatIsAsked = denials.stream()
                .allMatch(denial -> denial.near().stream().anyMatch(asked.meanings()::contains));
        return deniesWhatIsAsked ? Optional.of(denials.isEmpty()) : Optional.empty();
    }
}

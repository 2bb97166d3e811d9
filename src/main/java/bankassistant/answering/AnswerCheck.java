package bankassistant.answering;

import bankassistant.answering.Figures.Figure;
import bankassistant.answering.SentenceCheck.Result;
import bankassistant.answering.Verdict.Fault;
import bankassistant.policy.Sentences;
import bankassistant.retrieval.Evidence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The check of one answer, sentence after sentence. For one thread. */
public final class AnswerCheck {

    /** Words that a text may have beyond twice the evidence's. */
    private static final int SLACK_WORDS = 15;
    /** A wording says the same in fewer words; with less than this it has left out a part of it. */
    private static final double MOST_MEANINGS = 0.7;
    /** So many words of a question are not said again by chance. */
    private static final int WHOLE_QUESTION = 5;
    private static final Pattern BEGUN = Pattern.compile("^[\"'(\\[\u201C\u2018]*[\\p{Lu}\\p{Nd}$]");
    private static final Pattern ENDED = Pattern.compile("[.!?][\"')\\]\u201D\u2019]*$");
    private static final Pattern ASKS = Pattern.compile("\\?[\"')\\]\u201D\u2019]*$");
    /** A text about the answer instead of the answer; the policies begin no sentence so. */
    private static final Pattern PREAMBLE = Pattern.compile("(?i)^(?:(?:the|your|my|a|an|this) (?:\\w+ )?answer\\b"
            + "|answer\\b|sure\\b|certainly\\b|of course\\b|(?:yes|no|ok|okay|well)\\b[,.:!;]|here(?:'s| is| are)\\b"
            + "|(?:based on|according to|as per|as stated in) )");
    private static final Pattern TWICE = Pattern.compile("(?i)\\b(\\w+) (?:and|or) \\1\\b");
    /** "Under a law and does not apply, the rule is void": words that changed places and no longer make a sentence. */
    private static final Pattern VERB_WITHOUT_SUBJECT = Pattern
            .compile("^(?:Under|Within|By|At|In|For|On|After|Before|Since|Until|With)\\b[^,;]* and "
                    + "(?:does|do|is|are|can|cannot|may|must|will|has|have|costs?|takes?)\\b[^,;]*,");
    private static final Pattern PROMPT_FORM = Pattern.compile("<\\||\\|>|```"
            + "|(?i)^\\s*(?:system|user|assistant|policy|section|question|answer)\\s*:|\\n\\s*(?:policy|question|answer)\\s*:");

    private static final List<Wording> INSTRUCTIONS = Sentences.of(EvidencePrompt.INSTRUCTION).stream()
            .map(Wording::of).toList();
    private static final Set<Fault> OF_FIGURES = EnumSet.of(Fault.EMPTY, Fault.LACKS_FIGURES, Fault.INVENTS_FIGURES,
            Fault.SWAPS_FIGURES);

    private final SentenceCheck check;
    private final SentenceCheck.Source source;
    private final int mostWords;
    private final Set<Figure> asked = new HashSet<>();
    private final List<String> passed = new ArrayList<>();
    /** The same as they were written. */
    private final Set<String> taken = new HashSet<>();
    private final Set<Fault> faults = EnumSet.noneOf(Fault.class);
    private final Set<String> invented = new LinkedHashSet<>();
    private int wordCount;
    private boolean anyTaken;

    AnswerCheck(SentenceCheck check, Evidence evidence, String question) {
        this.check = check;
        List<String> sentences = evidence.sentences().stream().map(evidence.passage().section()::sentence).toList();
        source = check.source(sentences, evidence.passage().section().title(), question);
        mostWords = 2 * Wording.of(evidence.text()).length() + SLACK_WORDS;
        Set<Figure.Kind> kinds = AskedFigure.of(question);
        Figures.of(evidence.text()).all().stream().filter(figure -> kinds.contains(figure.kind())).forEach(asked::add);
    }

    /**
     * A sentence that may be shown.
     *
     * @param text  as it may be shown: without a yes or no that can't be told from the evidence
     * @param rests the evidence's sentences it rests on, counted from 0
     */
    public record Passed(String text, Set<Integer> rests) {

        public Passed {
            rests = Set.copyOf(rests);
        }
    }

    /**
     * Takes the next sentence.
     *
     * @return empty if it must not be shown
     */
    public Optional<Passed> take(String sentence) {
        anyTaken = true;
        Opening opening = passed.isEmpty() ? Opening.of(sentence) : Opening.none(sentence);
        Set<Fault> found = faultsOfForm(opening.rest());
        Result result = check.check(opening.rest(), passed.isEmpty() ? "" : passed.getLast(), source);
        found.addAll(result.faults());
        if (!found.isEmpty()) {
            faults.addAll(found);
            invented.addAll(Figures.of(sentence).missingFrom(Figures.of(String.join(" ", source.sentences()))));
            return Optional.empty();
        }
        boolean told = opening.yes().isEmpty() || opening.yes().equals(check.saysYes(opening.rest(), source));
        String shown = told ? sentence : opening.rest();
        taken.add(sentence);
        passed.add(shown);
        return Optional.of(new Passed(shown, result.rests()));
    }

    /** The writer did not finish its text. */
    public void cutOff() {
        faults.add(Fault.CUT_OFF);
    }

    /** Nothing more comes: is there all that is asked for? */
    public void end() {
        if (!anyTaken) {
            faults.add(Fault.EMPTY);
        } else if (lacksAskedFigure()) {
            faults.add(Fault.LACKS_FIGURES);
        }
    }

    /** Whether what passed has a figure of the kind that is asked for, where the evidence has one. */
    private boolean lacksAskedFigure() {
        return !asked.isEmpty() && asked.stream().noneMatch(saidFigures()::contains);
    }

    /** Whether figures are asked for and what passed has all those of the evidence that can be meant. */
    boolean hasAskedFigures() {
        return !asked.isEmpty() && saidFigures().containsAll(asked);
    }

    private Set<Figure> saidFigures() {
        return new HashSet<>(Figures.of(String.join(" ", passed)).all());
    }

    /** Whether a text that passed says what the sentences say that it rests on: their figures, and most of the rest. */
    boolean saysAll(String text, String restsOn) {
        return Figures.of(text).carries(Figures.of(restsOn)) && check.shareSaid(restsOn, text, source) >= MOST_MEANINGS;
    }

    /** Something of the evidence is missing in what passed. */
    void leftOut() {
        faults.add(Fault.LACKS_FIGURES);
    }

    /** Forgets the faults: the text is written once more. What passed stays. */
    void again() {
        faults.clear();
        invented.clear();
        anyTaken = false;
    }

    boolean hasPassed(String sentence) {
        return taken.contains(sentence);
    }

    public Verdict verdict() {
        boolean carried = faults.stream().noneMatch(OF_FIGURES::contains);
        return new Verdict(carried, List.copyOf(invented), faults);
    }

    /**
     * A sentence with a yes or no before it.
     *
     * @param yes  which of the two; empty if there is none
     * @param rest the sentence without it, with a capital letter
     */
    private record Opening(Optional<Boolean> yes, String rest) {

        private static final Pattern YES_OR_NO = Pattern.compile("^(?:(?<yes>Yes)|No), (?=\\p{L})");

        static Opening of(String sentence) {
            Matcher found = YES_OR_NO.matcher(sentence);
            if (!found.find()) {
                return none(sentence);
            }
            String rest = sentence.substring(found.end());
            return new Opening(Optional.of(found.group("yes") != null),
                    rest.substring(0, 1).toUpperCase(Locale.ROOT) + rest.substring(1));
        }

        static Opening none(String sentence) {
            return new Opening(Optional.empty(), sentence);
        }
    }

    private Set<Fault> faultsOfForm(String sentence) {
        Set<Fault> found = EnumSet.noneOf(Fault.class);
        Wording written = Wording.of(sentence);
        if (!ENDED.matcher(sentence).find()) {
            found.add(Fault.CUT_OFF);
        }
        if (written.loops() || passed.contains(sentence) || TWICE.matcher(sentence).find()) {
            found.add(Fault.REPEATS);
        }
        if (PROMPT_FORM.matcher(sentence).find() || INSTRUCTIONS.stream().anyMatch(written::contains)
                || ASKS.matcher(sentence).find() || echoes(written)) {
            found.add(Fault.ECHOES_PROMPT);
        }
        if (PREAMBLE.matcher(sentence).find() || VERB_WITHOUT_SUBJECT.matcher(sentence).find()
                || sentence.contains("\n") || !BEGUN.matcher(sentence).find()) {
            found.add(Fault.CHATTERS);
        }
        wordCount += written.length();
        if (wordCount > mostWords) {
            found.add(Fault.TOO_LONG);
        }
        if (Wording.of(FigureReader.without(sentence)).length() < 2) {
            found.add(Fault.SAYS_TOO_LITTLE);
        }
        return found;
    }

    /** A question of two words ("trust insurance") stands in its answer by right. */
    private boolean echoes(Wording written) {
        Wording question = Wording.of(source.question());
        return written.contains(question)
                && (question.length() >= WHOLE_QUESTION || question.length() == written.length());
    }
}

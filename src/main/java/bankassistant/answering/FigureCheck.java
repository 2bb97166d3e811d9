package bankassistant.answering;

import bankassistant.answering.Verdict.Fault;
import bankassistant.model.Generation.FinishReason;
import bankassistant.policy.Sentences;
import bankassistant.retrieval.Evidence;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides whether what the writer wrote may be shown: only if it carries the evidence's figures and no others, in their
 * order and said of the same things, denies and bounds as the evidence does, keeps to its words in their order, and is sound in form. In doubt
 * it may not: the quotation stands ready.
 *
 * <p>It does not understand the text. A sentence that became false by leaving out words, no figure or denial among them, passes.
 */
public final class FigureCheck {

    /** Below this share of the evidence's, its title's and the question's words, a text speaks of something else. */
    private static final double LEAST_SHARE = 0.7;
    /** Words that a text may have beyond twice the evidence's. */
    private static final int SLACK_WORDS = 15;
    private static final Pattern BEGUN = Pattern.compile("^[\"'(\\[\u201C\u2018]*[\\p{Lu}\\p{Nd}$]");
    /** A text about the answer instead of the answer; the policies begin no sentence so. */
    private static final Pattern PREAMBLE = Pattern.compile("(?i)^(?:(?:the|your|my|a|an|this) (?:\\w+ )?answer\\b"
            + "|answer\\b|sure\\b|certainly\\b|of course\\b|(?:yes|no|ok|okay|well)[,.:!]|here(?:'s| is| are)\\b"
            + "|(?:based on|according to|as per|as stated in) )");
    private static final Pattern ENDED = Pattern.compile("[.!?][\"')\\]\u201D\u2019]*$");
    private static final Pattern PROMPT_FORM = Pattern.compile("<\\||\\|>|```"
            + "|(?i)^\\s*(?:system|user|assistant|policy|section|question|answer)\\s*:|\\n\\s*(?:policy|question|answer)\\s*:");

    /** The verdict on a text. */
    public Verdict check(Writing writing, Evidence evidence, String question) {
        String text = writing.text().strip();
        if (text.isEmpty()) {
            return new Verdict(false, List.of(), Set.of(Fault.EMPTY));
        }
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        addFaultsOfForm(text, writing.finish(), evidence, question, faults);

        String source = evidence.text();
        Figures written = Figures.of(text);
        Figures given = Figures.of(source);
        List<String> invented = written.missingFrom(given);
        boolean carried = written.carries(given);
        if (!carried) {
            faults.add(Fault.LACKS_FIGURES);
        }
        if (!invented.isEmpty()) {
            faults.add(Fault.INVENTS_FIGURES);
        }
        if (carried && invented.isEmpty() && !written.sameOrderByKind(given)) {
            faults.add(Fault.SWAPS_FIGURES);
        }
        if (!FigureClauses.of(source).keptIn(text, Wording.of(title(evidence) + " . " + question))) {
            faults.add(Fault.WIDENS_FIGURES);
        }
        if (!Qualifiers.of(text).sameSenseAs(Qualifiers.of(source))) {
            faults.add(Fault.CHANGES_SENSE);
        }
        if (!WordOrder.follows(text, source)) {
            faults.add(Fault.REARRANGES);
        }
        return new Verdict(carried, invented, faults);
    }

    private static void addFaultsOfForm(String text, FinishReason finish, Evidence evidence, String question,
            Set<Fault> faults) {
        Wording written = Wording.of(text);
        Wording source = Wording.of(evidence.text());
        if (finish == FinishReason.LENGTH || !ENDED.matcher(text).find()) {
            faults.add(Fault.CUT_OFF);
        }
        if (written.loops() || repeatsASentence(text)) {
            faults.add(Fault.REPEATS);
        }
        if (PROMPT_FORM.matcher(text).find() || written.contains(Wording.of(EvidencePrompt.INSTRUCTION))
                || hasWordsOnlyOf(Wording.of(question), written, source)) {
            faults.add(Fault.ECHOES_PROMPT);
        }
        if (PREAMBLE.matcher(text).find() || text.contains("\n") || !allBeginLikeSentences(text)) {
            faults.add(Fault.CHATTERS);
        }
        if (written.length() > 2 * source.length() + SLACK_WORDS) {
            faults.add(Fault.TOO_LONG);
        }
        Wording known = Wording
                .of(title(evidence) + " . " + evidence.text() + " . " + question);
        if (written.length() == 0 || written.shareIn(known) < LEAST_SHARE) {
            faults.add(Fault.STRAYS);
        }
    }

    /** What stands in the question and not in the evidence has no business in the answer. */
    private static boolean hasWordsOnlyOf(Wording question, Wording written, Wording source) {
        Set<String> known = source.stems();
        Set<String> own = written.stems();
        return question.stems().stream().anyMatch(word -> own.contains(word) && !known.contains(word));
    }

    private static boolean allBeginLikeSentences(String text) {
        return Sentences.of(text).stream().allMatch(sentence -> BEGUN.matcher(sentence).find());
    }

    private static String title(Evidence evidence) {
        return evidence.passage().section().title();
    }

    private static boolean repeatsASentence(String text) {
        List<String> sentences = Sentences.of(text);
        return Set.copyOf(sentences).size() < sentences.size();
    }
}

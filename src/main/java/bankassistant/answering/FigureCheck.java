package bankassistant.answering;

import bankassistant.model.Generation.FinishReason;
import bankassistant.retrieval.Evidence;

/**
 * Decides whether what the writer wrote may be shown, sentence by sentence: each must say what a sentence of the evidence
 * says, see {@link SentenceCheck}, and be sound in form. In doubt it may not: the quotation stands ready. Safe for several
 * threads.
 */
public final class FigureCheck {

    private final SentenceCheck sentences = new SentenceCheck();

    /** Begins with an answer. */
    public AnswerCheck begin(Evidence evidence, String question) {
        return new AnswerCheck(sentences, evidence, question);
    }

    /** The verdict on a whole text. */
    public Verdict check(Writing writing, Evidence evidence, String question) {
        AnswerCheck check = begin(evidence, question);
        writing.sentences().forEach(check::take);
        if (writing.finish() == FinishReason.LENGTH) {
            check.cutOff();
        }
        check.end();
        return check.verdict();
    }
}

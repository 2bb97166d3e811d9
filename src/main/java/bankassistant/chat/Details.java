package bankassistant.chat;

import bankassistant.privacy.MaskedText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is said about how an answer came about.
 *
 * @param id           of the question within its batch or conversation
 * @param question     as masked
 * @param meaning      what the question was taken for; empty where nothing understands questions
 * @param model        the name the assistant gives itself
 * @param checks       outcome of the fact check
 * @param timings      of the stages
 * @param promptTokens 0 when the model wrote nothing
 * @param answerTokens 0 when the model wrote nothing
 * @param auditSequence of the answer's record; empty where nothing records
 */
public record Details(String id, MaskedText question, Optional<Meaning> meaning, String model, Checks checks,
        Timings timings, int promptTokens, int answerTokens, OptionalLong auditSequence) {

    /** Details of an answer that is not recorded yet. */
    public Details(String id, MaskedText question, Optional<Meaning> meaning, String model, Checks checks,
            Timings timings, int promptTokens, int answerTokens) {
        this(id, question, meaning, model, checks, timings, promptTokens, answerTokens, OptionalLong.empty());
    }

    /** Details of an answer to a question that nothing understood. */
    public Details(String id, MaskedText question, String model, Checks checks, Timings timings, int promptTokens,
            int answerTokens) {
        this(id, question, Optional.empty(), model, checks, timings, promptTokens, answerTokens);
    }

    Details recorded(long sequence, Timings until) {
        return new Details(id, question, meaning, model, checks, until, promptTokens, answerTokens,
                sequence < 0 ? OptionalLong.empty() : OptionalLong.of(sequence));
    }

    /**
     * @param inScope whether a bank is asked
     * @param topic   what it is asked; empty when it is not
     */
    public record Meaning(boolean inScope, Optional<Topic> topic) {}

    /**
     * @param intent     as in Banking77, such as {@code lost_or_stolen_card}
     * @param label      for people, such as "Lost or stolen card"
     * @param confidence calibrated probability, in [0, 1]
     */
    public record Topic(String intent, String label, double confidence) {

        private static final double LIKELY = 0.5;

        /** Such as "Lost or stolen card · 97 %"; it says so where it is a guess. */
        public String words() {
            // what is not certain is never shown as 100 %
            long percent = confidence < 1 ? Math.min(99, Math.round(100 * confidence)) : 100;
            return (confidence < LIKELY ? "Perhaps: " : "") + label + " · " + percent + " %";
        }
    }

    /**
     * @param written         whether the model wrote a text to check
     * @param figuresCarried  the evidence's figures all stand in it
     * @param figuresInvented figures in it that the evidence lacks
     * @param faults          why it is not shown, in lower case such as {@code invents_figures}; empty when it is
     */
    public record Checks(boolean written, boolean figuresCarried, List<String> figuresInvented, List<String> faults) {

        public static final Checks NOTHING_WRITTEN = new Checks(false, false, List.of());

        public Checks {
            figuresInvented = List.copyOf(figuresInvented);
            faults = List.copyOf(faults);
        }

        public Checks(boolean written, boolean figuresCarried, List<String> figuresInvented) {
            this(written, figuresCarried, figuresInvented, List.of());
        }

        public boolean passed() {
            return written && figuresCarried && figuresInvented.isEmpty() && faults.isEmpty();
        }
    }

    /** Milliseconds by stage; a stage that did not run has 0. */
    public record Timings(double mask, double understand, double find, double firstToken, double write, double check,
            double record, double total) {}
}

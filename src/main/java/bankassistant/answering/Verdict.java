package bankassistant.answering;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the check says of a text.
 *
 * @param figuresCarried  whether all of the evidence's figures stand in it
 * @param figuresInvented its figures that the evidence lacks
 * @param faults          why it must not be shown; empty when it may
 */
public record Verdict(boolean figuresCarried, List<String> figuresInvented, Set<Fault> faults) {

    public Verdict {
        figuresInvented = List.copyOf(figuresInvented);
        faults = faults.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(faults));
    }

    /** Whether the text may be shown. */
    public boolean passed() {
        return faults.isEmpty();
    }

    /** Why a text must not be shown. */
    public enum Fault {
        /** Nothing was written. */
        EMPTY,
        /** The writer did not end its last sentence. */
        CUT_OFF,
        /** It turns in circles. */
        REPEATS,
        /** It gives back the instruction, the question or the form of the prompt. */
        ECHOES_PROMPT,
        /** It is a piece of a sentence, or leaves out what the evidence says. */
        SAYS_TOO_LITTLE,
        /** It is much longer than the evidence. */
        TOO_LONG,
        /** It speaks about itself before it says something, or in pieces instead of sentences. */
        CHATTERS,
        /** Its words are not those of one sentence of the evidence, in that sentence's order. */
        REARRANGES,
        /** Most of it speaks of other things than the evidence, or in another language. */
        STRAYS,
        /** A figure of the evidence is missing. */
        LACKS_FIGURES,
        /** It has a figure that the evidence lacks. */
        INVENTS_FIGURES,
        /** Figures of one kind changed places. */
        SWAPS_FIGURES,
        /** A figure lost a word that says what it holds for, as "outgoing" in "an outgoing wire costs $25". */
        WIDENS_FIGURES,
        /** It says without its condition what holds on a condition only. */
        DROPS_CONDITION,
        /** It denies, demands, restricts or bounds otherwise than the evidence. */
        CHANGES_SENSE
    }
}

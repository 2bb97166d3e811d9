package bankassistant.privacy;

import java.util.List;

/** Finds one kind of personal data. Takes time linear in the length of the text; safe for several threads. */
@FunctionalInterface
public interface Recognizer {

    /**
     * Stands where something was found before, or where a placeholder stands; no candidate begins or ends on it. No
     * letter, no digit, no space (a Unicode noncharacter).
     */
    char COVERED = '\uFFFF';

    /**
     * The places found, in any order; they may overlap those of other recognisers.
     *
     * @param text normalised as {@link ReadableText} does: look-alikes and spelled digits are plain letters and digits;
     *             the candidates' places are places in it
     */
    List<Candidate> find(String text);
}

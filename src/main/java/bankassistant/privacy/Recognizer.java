package bankassistant.privacy;

import java.util.List;

/** Finds one kind of personal data. Takes time linear in the length of the text; safe for several threads. */
@FunctionalInterface
public interface Recognizer {

    /**
     * The places found, in any order; they may overlap those of other recognisers.
     *
     * @param text with digits, dashes and spaces in ASCII, each character where it stood in the text to mask
     */
    List<Candidate> find(String text);
}

package bankassistant.model;

import java.util.List;

/** Finds names in texts. Takes time linear in their length; safe for several threads. */
public interface TokenTagger {

    /**
     * What it finds, in the order of the tags: tag 0 is none of them, tag 2k + 1 begins a place of the k-th type, tag 2k + 2 goes
     * on with it (Ramshaw &amp; Marcus 1995, arXiv cmp-lg/9505040).
     */
    List<String> TYPES = List.of("PERSON", "STREET_ADDRESS", "ORGANIZATION");

    /** How many tags there are. */
    int TAGS = 2 * TYPES.size() + 1;

    /**
     * Places in a text, in order, none overlapping another. {@code [MASK]} in it stands for something that is hidden.
     *
     * @return places by UTF-16 offset, each of at least one character
     */
    List<Tagged> tag(String text);

    /**
     * A place.
     *
     * @param type  one of {@link #TYPES}
     * @param start UTF-16 offset
     * @param end   behind the last character
     * @param score how sure it is, above 0 to 1
     */
    record Tagged(String type, int start, int end, double score) {}
}

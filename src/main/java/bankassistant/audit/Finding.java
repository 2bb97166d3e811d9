package bankassistant.audit;

/**
 * The first thing that is wrong.
 *
 * @param first sequence of the first record that is not as written; -1 if no record is concerned
 * @param last  where it can't be told closer, the last one that may be it
 * @param words what was seen, for people
 */
public record Finding(Change change, long first, long last, String words) {

    static Finding at(Change change, long record, String words) {
        return new Finding(change, record, record, words);
    }

    static Finding ofNone(Change change, String words) {
        return new Finding(change, -1, -1, words);
    }
}

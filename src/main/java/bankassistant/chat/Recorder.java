package bankassistant.chat;

import bankassistant.privacy.MaskedText;
import java.util.Optional;

/**
 * Keeps the two records of a turn. When a method returns, its record survives whatever happens to the process or the machine.
 * It throws, of any kind, if it could not record; then the turn goes no further.
 */
public interface Recorder {

    /** Records nothing. For measurements and tests only. */
    Recorder NONE = new Recorder() {

        @Override
        public long question(String conversation, String turn, MaskedText question, Optional<Details.Meaning> meaning) {
            return -1;
        }

        @Override
        public long answer(long question, Answer answer) {
            return -1;
        }

        @Override
        public long unanswered(long question, End end, String code) {
            return -1;
        }
    };

    /** How a question ended that got no answer. */
    enum End {
        /** The person stopped it. */
        STOPPED,
        /** A stage could not do its work. */
        FAILED
    }

    /**
     * Somebody asked.
     *
     * @param meaning empty where it could not be told
     * @return the record's sequence; negative if nothing records
     */
    long question(String conversation, String turn, MaskedText question, Optional<Details.Meaning> meaning);

    /**
     * An answer stands and is about to be shown.
     *
     * @param question sequence of the question's record
     * @return the record's sequence; negative if nothing records
     */
    long answer(long question, Answer answer);

    /**
     * There will be no answer.
     *
     * @param code that the person is shown; empty for one who stopped it
     */
    long unanswered(long question, End end, String code);
}

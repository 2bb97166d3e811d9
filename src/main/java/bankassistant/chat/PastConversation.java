package bankassistant.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A conversation as the records have it, with placeholders.
 *
 * @param id    as in the records
 * @param turns at least one, oldest first
 */
public record PastConversation(String id, List<Turn> turns) {

    public PastConversation {
        turns = List.copyOf(turns);
    }

    /**
     * A question and what became of it.
     *
     * @param answer empty where none was given
     */
    public record Turn(Instant at, String question, Optional<String> answer) {}

    public Instant began() {
        return turns.getFirst().at();
    }
}

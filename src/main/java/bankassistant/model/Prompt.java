package bankassistant.model;

import java.util.List;

/**
 * The turns that a model answers to. Their contents are plain text: a special token spelled out in them is never read as
 * one, so nobody writes a turn of the conversation.
 *
 * @param turns at least one; the last one is the user's
 */
public record Prompt(List<Turn> turns) {

    public Prompt {
        turns = List.copyOf(turns);
        if (turns.isEmpty() || turns.getLast().role() != Role.USER) {
            throw new IllegalArgumentException("a prompt ends with a user's turn");
        }
    }

    public static Prompt of(String system, String user) {
        return new Prompt(List.of(new Turn(Role.SYSTEM, system), new Turn(Role.USER, user)));
    }

    /** Who speaks. */
    public enum Role {
        SYSTEM, USER, ASSISTANT;

        /** The name in a chat template. */
        public String templateName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public record Turn(Role role, String content) {}
}

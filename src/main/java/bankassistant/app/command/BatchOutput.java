package bankassistant.app.command;

import bankassistant.chat.Answer;
import bankassistant.chat.Conversation;
import com.fasterxml.jackson.databind.JsonNode;

/** Where the answers of a batch go, each as soon as it stands. */
interface BatchOutput {

    void answer(JsonNode id, Answer answer, Conversation conversation);

    /** @param line counted from 1 */
    void error(JsonNode id, int line, String message);
}

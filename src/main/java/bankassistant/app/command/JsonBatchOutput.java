package bankassistant.app.command;

import bankassistant.app.Output;
import bankassistant.chat.Answer;
import bankassistant.chat.Conversation;
import com.fasterxml.jackson.databind.JsonNode;

/** One JSON object for each line of the batch, errors included. */
record JsonBatchOutput(Output out, AnswerJson json) implements BatchOutput {

    @Override
    public void answer(JsonNode id, Answer answer, Conversation conversation) {
        out.line(json.answer(id, answer, conversation));
    }

    @Override
    public void error(JsonNode id, int line, String message) {
        out.line(json.error(id, line, message));
    }
}

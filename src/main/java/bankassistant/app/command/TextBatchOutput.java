package bankassistant.app.command;

import bankassistant.app.Streams;
import bankassistant.app.terminal.AnswerPrinter;
import bankassistant.chat.Answer;
import bankassistant.chat.Conversation;
import com.fasterxml.jackson.databind.JsonNode;

/** Answers for people, each under its id; errors on standard error. */
record TextBatchOutput(Streams streams) implements BatchOutput {

    @Override
    public void answer(JsonNode id, Answer answer, Conversation conversation) {
        streams.out().line("[" + id.asText() + "]");
        new AnswerPrinter(streams.out(), streams.coloured(), conversation).print(answer);
        streams.out().line("");
    }

    @Override
    public void error(JsonNode id, int line, String message) {
        streams.err().println("Line " + line + (id.isNull() ? "" : " (" + id.asText() + ")") + ": " + message);
    }
}

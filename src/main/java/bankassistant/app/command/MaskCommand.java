package bankassistant.app.command;

import bankassistant.app.Parts;
import bankassistant.app.Streams;
import bankassistant.privacy.MaskedText;
import bankassistant.privacy.Placeholders;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Masks the text on standard input. */
@Command(name = "mask", mixinStandardHelpOptions = true, description = "Replaces personal data in the text on standard input by placeholders.")
final class MaskCommand implements Callable<Integer> {

    @ParentCommand
    private RootCommand root;

    @Option(names = "--json", description = "Prints one JSON object: the masked text, and what was replaced by type and place (UTF-16 units of the input).")
    private boolean json;

    private final Streams streams;

    MaskCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        String text = Utf8.all(streams.in());
        try (Parts parts = root.open()) {
            MaskedText masked = parts.masker(streams.err()::println).mask(text, new Placeholders());
            if (json) {
                streams.out().line(object(masked).toString());
            } else {
                streams.out().print(masked.value());
            }
            return 0;
        }
    }

    private static ObjectNode object(MaskedText masked) {
        ObjectNode object = new ObjectMapper().createObjectNode().put("text", masked.value());
        ArrayNode spans = object.putArray("spans");
        masked.spans().forEach(span -> spans.addObject().put("type", span.type()).put("start", span.start())
                .put("end", span.end()).put("placeholder", span.placeholder()));
        return object;
    }
}

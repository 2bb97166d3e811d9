package bankassistant.app.command;

import bankassistant.app.FakeChat;
import bankassistant.app.FakeParts;
import bankassistant.app.Installation;
import bankassistant.app.Options;
import bankassistant.app.Screen;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs command lines against a fake chat. */
final class Cli {

    final Screen screen = new Screen();
    final FakeChat chat = new FakeChat();
    final FakeParts parts = new FakeParts(chat);
    final List<Options> opened = new ArrayList<>();
    private Installation installation = new Installation(Path.of("."));

    Cli installedIn(Path root) {
        installation = new Installation(root);
        return this;
    }

    int run(String... arguments) {
        return CommandLines.run(arguments, screen.streams(), options -> {
            opened.add(options);
            return parts;
        }, () -> installation, (_, _) -> 0);
    }

    List<JsonNode> objects() {
        ObjectMapper mapper = new ObjectMapper();
        return screen.lines().stream().map(line -> {
            try {
                return mapper.readTree(line);
            } catch (IOException e) {
                throw new AssertionError("not JSON: " + line, e);
            }
        }).toList();
    }
}

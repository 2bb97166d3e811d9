package bankassistant.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.app.FakeChat;
import bankassistant.app.FakeParts;
import bankassistant.app.Installation;
import bankassistant.app.Output;
import bankassistant.app.Screen;
import bankassistant.app.Streams;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenPipeTest {

    private final Screen screen = new Screen()
            .typing("{\"id\": 1, \"text\": \"One?\"}\n{\"id\": 2, \"text\": \"Two?\"}\n");
    private final FakeChat chat = new FakeChat();

    @ParameterizedTest
    @ValueSource(strings = {"ask One?", "ask --json One?", "ask --json --batch -", "ask --batch -", "--help"})
    void ends_quietly_when_nobody_reads_any_more(String line) {
        assertThat(run(line, "Broken pipe")).isEqualTo(1);

        assertThat(screen.err()).isEmpty();
        assertThat(chat.questions()).hasSizeLessThan(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ask One?", "ask --json --batch -", "--help"})
    void says_when_the_disk_is_full(String line) {
        assertThat(run(line, "No space left on device")).isEqualTo(1);

        assertThat(screen.err().strip()).isEqualTo("Standard output can't be written: the disk is full.");
    }

    private int run(String line, String failure) {
        Streams good = screen.streams();
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(failure);
            }
        };
        Streams streams = new Streams(good.in(), new Output(broken), good.err(), false, false);
        return CommandLines.run(line.split(" "), streams, _ -> new FakeParts(chat),
                () -> new Installation(Path.of(".")), (_, _) -> 0);
    }
}

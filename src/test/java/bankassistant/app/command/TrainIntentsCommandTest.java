package bankassistant.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Options that don't fit each other are refused before anything is trained. */
class TrainIntentsCommandTest {

    @TempDir
    private Path folder;

    private final Cli cli = new Cli();

    @Test
    void what_only_an_adapter_has_is_refused_with_another_member() throws IOException {
        refused("--member adapter only", "--member", "words", "--contrast", "0.3");
        refused("--member adapter only", "--member", "bare", "--language-model");
    }

    @Test
    void a_contrast_below_0_or_for_the_language_model_is_refused() throws IOException {
        refused("--contrast must be 0 or more", "--contrast", "-1");
        refused("--contrast must be 0 or more", "--contrast", "NaN");
        refused("without --language-model", "--contrast", "0.3", "--language-model");
    }

    private void refused(String message, String... options) throws IOException {
        Path data = Files.writeString(folder.resolve("data.csv"), "text,category\nIt was stolen,lost_or_stolen_card\n");
        String[] arguments = new String[6 + options.length];
        String[] always = {"train", "intents", "--data", data.toString(), "--out", folder.resolve("out").toString()};
        System.arraycopy(always, 0, arguments, 0, always.length);
        System.arraycopy(options, 0, arguments, always.length, options.length);
        assertThat(cli.run(arguments)).isEqualTo(2);
        assertThat(cli.screen.err()).contains(message);
        assertThat(cli.opened).isEmpty();
    }
}

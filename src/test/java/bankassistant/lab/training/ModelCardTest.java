package bankassistant.lab.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCardTest {

    @TempDir
    private Path folder;

    @Test
    void tells_what_a_model_is_how_it_was_made_and_how_good_it_is() throws IOException {
        Path file = folder.resolve("README.md");
        new ModelCard("Intents", "Tells 77 intents apart.", "./assistant train intents --out DIR",
                Map.of("epochs", "3"), Map.of("accuracy | folds", "1 %"), "English only.").write(file, "loss.png");

        assertThat(file).hasContent("""
                # Intents

                Tells 77 intents apart.

                ## Training

                    ./assistant train intents --out DIR

                | setting | value |
                |---|---|
                | epochs | 3 |

                ![Loss by step](loss.png)

                ## Scores

                | measure | value |
                |---|---|
                | accuracy \\| folds | 1 % |

                ## Limits

                English only.
                """);
    }
}

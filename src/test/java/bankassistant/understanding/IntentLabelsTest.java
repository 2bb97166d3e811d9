package bankassistant.understanding;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.model.ModelFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Heads are taken only for the intents that the program knows, in its order. */
class IntentLabelsTest {

    private static final Path SHIPPED = Path.of("models/banking_intents/intents.txt");

    @TempDir
    private Path folder;

    private final IntentCatalog catalog = IntentCatalog.banking77();

    @Test
    void as_the_shipped_ones_name_them() {
        assertThatCode(() -> catalog.requireIn(SHIPPED)).doesNotThrowAnyException();
    }

    @Test
    void and_not_with_two_of_them_exchanged_or_one_left_out() throws IOException {
        List<String> names = new ArrayList<>(Files.readAllLines(SHIPPED));
        Collections.swap(names, 3, 4);
        refuses(names);
        refuses(Files.readAllLines(SHIPPED).subList(1, names.size()));
        refuses(List.of());
    }

    private void refuses(List<String> names) throws IOException {
        Path file = Files.write(folder.resolve("intents.txt"), names);
        assertThatThrownBy(() -> catalog.requireIn(file)).isInstanceOf(ModelFileException.class)
                .hasMessageContaining("intents.txt").hasMessageContaining("other intents");
    }
}

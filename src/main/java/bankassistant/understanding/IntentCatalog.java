package bankassistant.understanding;

import bankassistant.model.ModelFileException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The intents in the order of the intent head's logits.
 *
 * @param intents names unique
 */
public record IntentCatalog(List<Intent> intents) {

    public IntentCatalog {
        intents = List.copyOf(intents);
    }

    /** The 77 intents of Banking77 in the order of {@code intents.txt}. */
    public static IntentCatalog banking77() {
        CsvSchema schema = CsvSchema.emptySchema().withHeader();
        try (InputStream resource = IntentCatalog.class.getResourceAsStream("intents.csv");
                MappingIterator<Intent> rows = new CsvMapper().readerFor(Intent.class).with(schema)
                        .readValues(resource)) {
            return new IntentCatalog(rows.readAll());
        } catch (IOException e) {
            throw new UncheckedIOException("the application was packaged without its list of intents", e);
        }
    }

    /**
     * Logits mean nothing by themselves: heads of other intents, or in another order, would tell wrong ones in silence.
     *
     * @param file beside the heads, with the name of an intent on each line, in the order of their logits
     * @throws ModelFileException if it does not name these
     */
    public void requireIn(Path file) throws IOException {
        List<String> names = intents.stream().map(Intent::name).toList();
        if (!Files.readAllLines(file).equals(names)) {
            throw new ModelFileException(file, "", "names other intents than this version knows, or in another order");
        }
    }

    public int size() {
        return intents.size();
    }

    /** The intent of a name, or empty if there is none. */
    public Optional<Intent> named(String name) {
        return intents.stream().filter(intent -> intent.name().equals(name)).findFirst();
    }
}

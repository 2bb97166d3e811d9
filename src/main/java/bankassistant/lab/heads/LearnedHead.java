package bankassistant.lab.heads;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A head that has learned. */
public interface LearnedHead extends AutoCloseable {

    /** The logits of texts, {@code [texts][classes]}. */
    float[][] logits(List<String> texts);

    /** Writes it into a folder as the application reads it; the folder is made if need be. */
    void save(Path folder) throws IOException;

    @Override
    void close();
}

package bankassistant.lab.pii;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes the messages that the finder of names is measured on. Run by hand when templates change; what it writes is committed. */
final class WriteEvaluation {

    static final int ROWS = 1_500;
    static final long SEED = 20_261_123;

    private WriteEvaluation() {}

    /** @param arguments the folder of templates and lists, then the file */
    public static void main(String[] arguments) throws IOException {
        List<MarkedText> texts = PiiData.evaluation(Path.of(arguments[0]), ROWS, SEED);
        PiiData.write(texts, Path.of(arguments[1]));
    }
}

package bankassistant.lab;

import java.io.IOException;
import java.nio.file.Path;

/** A file of data that can't be used. The message is for the person and names file and line, never what stands there. */
public final class DataFileException extends IOException {

    private static final long serialVersionUID = 1L;

    public DataFileException(Path file, String reason) {
        super(file + ": " + reason);
    }

    /** @param line counted from 1, the header's */
    public DataFileException(Path file, int line, String reason) {
        super(file + ", line " + line + ": " + reason);
    }
}

package bankassistant.app.command;

import bankassistant.app.SecretFile;
import bankassistant.app.Streams;
import bankassistant.identity.Password;
import bankassistant.identity.RecoveryKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Gets passwords and keys for commands: from files that the command line names, or from the person at the terminal. */
record Secrets(Streams streams) {

    /** The caller closes it. */
    Password password(Path file, String label) throws IOException {
        char[] typed = typed(file, label);
        try {
            return Password.of(typed);
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    /** A password that is chosen now, typed twice. The caller closes it. */
    Password chosen(Path file, String label) throws IOException {
        if (file != null) {
            return password(file, label);
        }
        while (true) {
            char[] first = typed(null, label);
            char[] second = typed(null, "The same again");
            try {
                if (Arrays.equals(first, second)) {
                    return Password.of(first);
                }
                streams.err().println("These were two different passwords. Try again.");
            } finally {
                Arrays.fill(first, '\0');
                Arrays.fill(second, '\0');
            }
        }
    }

    /** The caller closes it. */
    RecoveryKey recoveryKey(Path file) throws IOException {
        char[] typed = typed(file, "Recovery key");
        try {
            return RecoveryKey.parse(typed);
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    private char[] typed(Path file, String label) throws IOException {
        return file == null ? streams.prompt().secret(label) : SecretFile.read(file);
    }
}

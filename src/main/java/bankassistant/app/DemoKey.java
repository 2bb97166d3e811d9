package bankassistant.app;

import bankassistant.identity.FileKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;

/**
 * The audit store's key of an installation without users, in a file beside it. It protects nothing against whoever can read the data
 * folder.
 */
final class DemoKey {

    private static final String FILE = "audit.key";

    private DemoKey() {}

    /** The key; made where there is none. */
    static FileKey in(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        try {
            return FileKey.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            FileKey key = FileKey.random(new SecureRandom());
            Files.write(file, key.bytes(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
            return key;
        } catch (IllegalArgumentException e) {
            throw new RefusedException("The audit log's key in " + file + " is damaged.", e);
        }
    }
}

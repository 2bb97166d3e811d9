package bankassistant.model.weights;

import bankassistant.model.ModelFileException;
import bankassistant.model.Sha256;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** The SHA-256 of mapped files in their order, computed when first asked for; any thread may ask. */
final class FileHash {

    private final List<MappedFile> files;
    private String hex;

    FileHash(List<MappedFile> files) {
        this.files = List.copyOf(files);
    }

    /** @throws UncheckedIOException if a file changed while it was read */
    synchronized String hex() {
        if (hex == null) {
            MessageDigest digest = Sha256.digest();
            try {
                for (MappedFile file : files) {
                    file.digest(digest);
                }
            } catch (ModelFileException e) {
                throw new UncheckedIOException(e);
            }
            hex = HexFormat.of().formatHex(digest.digest());
        }
        return hex;
    }
}

package bankassistant.audit.export;

import bankassistant.audit.Change;
import bankassistant.audit.Finding;
import bankassistant.audit.Verdict;
import bankassistant.audit.note.SignedCheckpoint;
import bankassistant.audit.note.VerifyingKey;
import bankassistant.audit.tree.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Checks a file that {@link Exporter} wrote, whatever its format, without the store. Takes any bytes and never throws on what they hold.
 */
public final class ExportFile {

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CSV = CsvRows.header();

    private final Optional<VerifyingKey> trustedKey;
    private final List<SignedCheckpoint> external;

    /**
     * @param trustedKey the store's public key, got from elsewhere than the export
     * @param external   checkpoints held outside; each has to agree
     */
    public ExportFile(Optional<VerifyingKey> trustedKey, List<SignedCheckpoint> external) {
        this.trustedKey = trustedKey;
        this.external = List.copyOf(external);
    }

    /** @throws IOException if it can't be read at all */
    public ExportVerdict verify(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(CSV.length);
        }
        if (Arrays.equals(start, 0, Math.min(start.length, PDF.length), PDF, 0, PDF.length)) {
            return new PdfVerification(trustedKey, external).verify(file);
        }
        // a table is told by its name as well: its first line may have been altered
        if (Arrays.equals(start, CSV) || Files.exists(Exporter.proof(file))
                || file.getFileName().toString().endsWith(".csv")) {
            return new CsvVerification(trustedKey, external).verify(file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new ExportVerification(trustedKey, external).verify(in);
        }
    }

    /** Where nothing could be read. */
    static ExportVerdict refused(Change change, String words) {
        return new ExportVerdict(
                new Verdict(Optional.of(new Finding(change, -1, -1, words)), 0, Hash.EMPTY_TREE, 0, 0, 0), "",
                Optional.empty(), 0);
    }
}

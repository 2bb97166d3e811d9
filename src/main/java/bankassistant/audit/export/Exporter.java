package bankassistant.audit.export;

import bankassistant.audit.AuditException;
import bankassistant.audit.AuditLog;
import bankassistant.audit.note.SignedCheckpoint;
import bankassistant.audit.record.AuditQuery;
import bankassistant.audit.record.Entry;
import bankassistant.identity.SignedIn;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes exports. Each is recorded, with the hash of the file, before the file gets its name. */
public final class Exporter {

    /** How an export is written. */
    public enum Format {
        /** JSON Lines with proofs, see {@link ExportVerification}. */
        JSONL,
        /** A table for people; proves nothing. */
        CSV,
        /** For paper: records with their hashes, and the signed checkpoint. */
        PDF
    }

    private final AuditLog log;
    private final SignedIn who;

    public Exporter(AuditLog log, SignedIn who) {
        this.log = log;
        this.who = who;
    }

    /**
     * Writes the records that are asked for into a new file.
     *
     * @param since checkpoints held elsewhere that the export is to prove growth from
     * @return how many records
     * @throws IOException    if the file can't be written; there is none then
     * @throws AuditException if the export can't be recorded; there is no file then
     */
    public long write(AuditQuery query, Format format, List<SignedCheckpoint> since, Path file) throws IOException {
        return write(new Selection(query), format, since, file);
    }

    /**
     * As {@link #write(AuditQuery, Format, List, Path)}.
     *
     * @throws java.util.concurrent.CancellationException if the progress said so; there is no file then
     */
    public long write(Selection wanted, Format format, List<SignedCheckpoint> since, Path file) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        MessageDigest digest = sha256();
        try {
            long count;
            try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
                    OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), digest)) {
                count = switch (format) {
                    case JSONL -> new JsonLinesExport(log, out).write(wanted, since);
                    case CSV -> new CsvExport(log, out).write(wanted);
                    case PDF -> new PdfExport(log, out).write(wanted);
                };
                channel.force(true);
            }
            log.append(Optional.of(who), new Entry.Exported(format.name().toLowerCase(Locale.ROOT),
                    wanted.words(), count, HexFormat.of().formatHex(digest.digest())));
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
            return count;
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

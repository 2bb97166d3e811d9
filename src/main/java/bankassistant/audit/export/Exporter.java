package bankassistant.audit.export;

import bankassistant.audit.AuditException;
import bankassistant.audit.AuditLog;
import bankassistant.audit.note.ExportStatement;
import bankassistant.audit.note.SignedCheckpoint;
import bankassistant.audit.note.SignedExport;
import bankassistant.audit.record.AuditQuery;
import bankassistant.audit.record.Entry;
import bankassistant.audit.tree.Hash;
import bankassistant.identity.SignedIn;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes exports. The log signs what each is: which records, and the hash of the file, so that nothing can be taken out of it, put in or
 * altered unseen ({@link ExportFile}). Each is recorded, with the hash of the file, before the file gets its name.
 */
public final class Exporter {

    /** How an export is written. */
    public enum Format {
        /** JSON Lines with proofs, see {@link ExportVerification}. */
        JSONL,
        /** A table for people; a second file beside it, of JSON Lines, proves it. */
        CSV,
        /** For paper: records with their hashes, and the signed checkpoint. JSON Lines that prove it are attached. */
        PDF
    }

    private final AuditLog log;
    private final SignedIn who;
    private final boolean replacing;

    /** One that leaves files as they are that are there already. */
    public Exporter(AuditLog log, SignedIn who) {
        this(log, who, false);
    }

    private Exporter(AuditLog log, SignedIn who, boolean replacing) {
        this.log = log;
        this.who = who;
        this.replacing = replacing;
    }

    /** One that puts its files in the place of those that are there. */
    public Exporter replacing() {
        return new Exporter(log, who, true);
    }

    /** The file that proves a CSV file, beside it. */
    public static Path proof(Path table) {
        return table.resolveSibling(table.getFileName() + ".proof.jsonl");
    }

    /**
     * Writes the records that are asked for into a new file; a CSV file gets a second one beside it, which proves it.
     *
     * @param since checkpoints held elsewhere that the export is to prove growth from
     * @return how many records
     * @throws FileAlreadyExistsException if there is such a file
     * @throws IOException                if the file can't be written; there is none then
     * @throws AuditException             if the export can't be recorded; there is no file then
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
        refuse(file);
        if (format == Format.CSV) {
            refuse(proof(file));
        }
        try (PartialFile partial = new PartialFile(file)) {
            SignedCheckpoint checkpoint = log.checkpoint();
            return switch (format) {
                case JSONL -> jsonLines(wanted, checkpoint, since, partial);
                case CSV -> csv(wanted, checkpoint, since, partial, proof(file));
                case PDF -> pdf(wanted, checkpoint, since, partial);
            };
        }
    }

    private void refuse(Path file) throws FileAlreadyExistsException {
        if (!replacing && Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
    }

    private long jsonLines(Selection wanted, SignedCheckpoint checkpoint, List<SignedCheckpoint> since,
            PartialFile file) throws IOException {
        JsonLinesExport lines = new JsonLinesExport(log, checkpoint, file.out());
        lines.begin(wanted.words(), since);
        Selection.Extent extent = wanted.each(log, checkpoint.checkpoint().size(), lines);
        lines.end(signed(extent, checkpoint, lines.digest(), Optional.empty()));
        file.finish();
        record(Format.JSONL, wanted, extent, file);
        file.name(replacing);
        return extent.records();
    }

    private long csv(Selection wanted, SignedCheckpoint checkpoint, List<SignedCheckpoint> since, PartialFile table,
            Path beside) throws IOException {
        try (PartialFile proof = new PartialFile(beside)) {
            CsvRows rows = new CsvRows();
            table.out().write(CsvRows.header());
            JsonLinesExport lines = new JsonLinesExport(log, checkpoint, proof.out());
            lines.begin(wanted.words(), since);
            Selection.Extent extent = wanted.each(log, checkpoint.checkpoint().size(),
                    record -> table.out().write(rows.row(record)), lines);
            lines.end(signed(extent, checkpoint, lines.digest(), Optional.of(table.digest())));
            table.finish();
            proof.finish();
            record(Format.CSV, wanted, extent, table);
            proof.name(replacing);
            table.name(replacing);
            return extent.records();
        }
    }

    private long pdf(Selection wanted, SignedCheckpoint checkpoint, List<SignedCheckpoint> since, PartialFile file)
            throws IOException {
        Selection.Extent extent;
        try (PdfPages pages = new PdfPages("Audit log " + log.name())) {
            PdfExport pdf = new PdfExport(pages);
            try (OutputStream attached = pages.attach(PdfExport.PROOF, "application/jsonl")) {
                JsonLinesExport lines = new JsonLinesExport(log, checkpoint, attached);
                lines.begin(wanted.words(), since);
                pdf.begin(wanted.words(), checkpoint, log.key());
                extent = wanted.each(log, checkpoint.checkpoint().size(), pdf, lines);
                lines.end(signed(extent, checkpoint, lines.digest(), Optional.empty()));
            }
            pdf.end(extent.records());
            pages.save(file.out());
        }
        SignedExport seal = signed(extent, checkpoint, file.digest(), Optional.empty());
        file.out().write(new PdfSeal(log.key(), seal).line().getBytes(StandardCharsets.US_ASCII));
        file.finish();
        record(Format.PDF, wanted, extent, file);
        file.name(replacing);
        return extent.records();
    }

    private SignedExport signed(Selection.Extent extent, SignedCheckpoint checkpoint, Hash sha256,
            Optional<Hash> table) {
        return log.sign(new ExportStatement(log.name(), extent.records(), extent.first(), extent.last(),
                checkpoint.checkpoint().size(), sha256, table,
                who.user() + ", " + who.role().name().toLowerCase(Locale.ROOT),
                log.now().truncatedTo(ChronoUnit.MILLIS)));
    }

    private void record(Format format, Selection wanted, Selection.Extent extent, PartialFile file)
            throws IOException {
        log.append(Optional.of(who), new Entry.Exported(format.name().toLowerCase(Locale.ROOT), wanted.words(),
                extent.records(), file.digest().hex()));
    }
}

package bankassistant.audit.export;

import bankassistant.audit.Change;
import bankassistant.audit.Finding;
import bankassistant.audit.note.SignedCheckpoint;
import bankassistant.audit.note.VerifyingKey;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.RecordFormat;
import bankassistant.audit.tree.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Checks a CSV file by the file of JSON Lines beside it: that one first, then the hash of the table in what the log signed. Where the
 * table is another, its rows are made anew from the records until one differs. For one use.
 */
final class CsvVerification {

    private final ExportVerification verification;
    private final RecordFormat format = new RecordFormat();
    private final CsvRows rows = new CsvRows();

    CsvVerification(Optional<VerifyingKey> trustedKey, List<SignedCheckpoint> external) {
        verification = new ExportVerification(trustedKey, external);
    }

    ExportVerdict verify(Path table) throws IOException {
        Path proof = Exporter.proof(table);
        if (!Files.isRegularFile(proof)) {
            return ExportFile.refused(Change.UNCONFIRMED, "A CSV file is checked by the file " + proof.getFileName()
                    + " that was written beside it, and that is not there. Exports of before have none.");
        }
        ExportVerdict proved;
        try (InputStream in = Files.newInputStream(proof)) {
            proved = verification.verify(in);
        }
        if (!proved.verified()) {
            return proved.but(new Finding(proved.finding().orElseThrow().change(),
                    proved.finding().orElseThrow().first(), proved.finding().orElseThrow().last(),
                    "In " + proof.getFileName() + ": " + proved.finding().orElseThrow().words()));
        }
        Optional<Hash> signed = proved.statement().flatMap(statement -> statement.table());
        if (signed.isEmpty()) {
            return proved.but(new Finding(Change.UNCONFIRMED, -1, -1,
                    proof.getFileName() + " is an export of its own and speaks for no CSV file."));
        }
        return signed.get().equals(digest(table)) ? proved : proved.but(difference(table, proof));
    }

    private static Hash digest(Path file) throws IOException {
        MessageDigest digest = Hash.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Hash.of(digest.digest());
    }

    private Finding difference(Path table, Path proof) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(table));
                ExportLines lines = new ExportLines(new BufferedInputStream(Files.newInputStream(proof)))) {
            if (!isNext(CsvRows.header(), in)) {
                return new Finding(Change.EDIT, -1, -1, "The table's first row is not the one that was exported.");
            }
            for (Optional<ObjectNode> line = next(lines); line.isPresent(); line = next(lines)) {
                Optional<AuditRecord> record = record(line.get());
                if (record.isPresent() && !isNext(rows.row(record.get()), in)) {
                    long number = record.get().sequence();
                    return new Finding(Change.EDIT, number, number, "The table's row of record " + number
                            + " is not the one that was exported; the file beside it has the record as it was written.");
                }
            }
            return new Finding(Change.INSERTION, -1, -1, "There is more behind the table's last row.");
        }
    }

    private static boolean isNext(byte[] row, InputStream in) throws IOException {
        return Arrays.equals(in.readNBytes(row.length), row);
    }

    private Optional<ObjectNode> next(ExportLines lines) throws IOException {
        return lines.next().flatMap(line -> format.tree(line.getBytes(StandardCharsets.UTF_8)));
    }

    /** The record of a line; empty for other lines. */
    private Optional<AuditRecord> record(JsonNode line) {
        try {
            return line.has("erased")
                    ? Optional.of(AuditRecord.erased(line.path("erased").asLong(),
                            YearMonth.parse(line.path("month").asText()),
                            Hash.ofBase64(line.path("leaf").asText()).orElseThrow()))
                    : line.has("record") ? format.read(line.path("record")) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

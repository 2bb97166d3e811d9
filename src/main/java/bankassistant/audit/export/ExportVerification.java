package bankassistant.audit.export;

import bankassistant.audit.Change;
import bankassistant.audit.Finding;
import bankassistant.audit.Verdict;
import bankassistant.audit.note.Checkpoint;
import bankassistant.audit.note.ExportStatement;
import bankassistant.audit.note.SignedCheckpoint;
import bankassistant.audit.note.SignedExport;
import bankassistant.audit.note.VerifyingKey;
import bankassistant.audit.record.AuditQuery;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.RecordFormat;
import bankassistant.audit.tree.Hash;
import bankassistant.audit.tree.Proofs;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Checks an export of JSON Lines without the store. It is verified only if something held outside speaks for it: the store's
 * public key, or a checkpoint that the export proves its growth from. The log signed all lines, so nothing is in the file or left out
 * of it that was not when it was written. Of exports from before they were signed it says nothing of records that are not in the file.
 *
 * <p>Takes any bytes and never throws on what they hold. For one use.
 */
public final class ExportVerification {

    private final Optional<VerifyingKey> trustedKey;
    private final List<SignedCheckpoint> external;
    private final RecordFormat format = new RecordFormat();
    private final StatedErasures erasures = new StatedErasures();
    private ExportHeader header;
    private Optional<ExportStatement> statement = Optional.empty();
    private long firstSequence = -1;
    private long lastSequence = -1;
    /** The first record that a whole log has and this has not; -1 if there is none so far. */
    private long gap = -1;
    private long gapEnd = -1;
    private long records;
    /** The export's checkpoint, and earlier ones that it has grown from. */
    private final List<String> proved = new ArrayList<>();

    /**
     * @param trustedKey the store's public key, got from elsewhere than the export
     * @param external   checkpoints held outside; each has to agree
     */
    public ExportVerification(Optional<VerifyingKey> trustedKey, List<SignedCheckpoint> external) {
        this.trustedKey = trustedKey;
        this.external = List.copyOf(external);
    }

    /** @param export is closed */
    public ExportVerdict verify(InputStream export) {
        Optional<Finding> finding;
        try (ExportLines lines = new ExportLines(new BufferedInputStream(export))) {
            finding = lines(lines);
        } catch (IOException e) {
            finding = found(Change.DAMAGE, "The export can't be read any further.");
        }
        return new ExportVerdict(verdict(finding), header == null ? "" : header.query(),
                finding.isEmpty() ? statement : Optional.empty(),
                erasures.unstated().size());
    }

    /** The key that the export names; empty if it got no further. */
    Optional<VerifyingKey> key() {
        return Optional.ofNullable(header).map(ExportHeader::key);
    }

    private Verdict verdict(Optional<Finding> finding) {
        boolean confirmed = finding.isEmpty();
        long reach = !confirmed
                ? 0
                : trustedKey.isPresent()
                        ? header.size()
                        : external.stream().mapToLong(note -> note.checkpoint().size()).max().orElse(0);
        return new Verdict(finding, records, erasures.stated(),
                header == null ? Hash.EMPTY_TREE : header.checkpoint().checkpoint().root(),
                Math.max(0, proved.size() - 1), external.size(), reach);
    }

    private Optional<Finding> lines(ExportLines lines) throws IOException {
        Optional<Finding> finding = lines.next().flatMap(this::object).flatMap(ExportHeader::parse).map(this::header)
                .orElseGet(() -> found(Change.DAMAGE, "The first line is not that of an export."));
        while (finding.isEmpty()) {
            Optional<String> text = lines.next();
            Optional<ObjectNode> line = text.flatMap(this::object);
            if (line.isEmpty()) {
                return at(Change.TRUNCATION, "The export ends, or can't be read, behind " + records + " records.");
            }
            if (line.get().has("records")) {
                return end(line.get()).or(this::contents).or(() -> statement(text.get(), line.get(), lines.before()))
                        .or(() -> nothingBehind(lines));
            }
            finding = line.get().has("expiry") ? expiry(line.get()) : record(line.get());
        }
        return finding;
    }

    private Optional<Finding> header(ExportHeader read) {
        if (trustedKey.isPresent() && !trustedKey.get().equals(read.key())) {
            return found(Change.CHECKPOINT, "The export names another key than the one given.");
        }
        if (!read.checkpoint().isSignedBy(read.key())) {
            return found(Change.CHECKPOINT, "The export's checkpoint is not signed with its key.");
        }
        header = read;
        return growth(read.growth()).or(this::confirmed);
    }

    private Optional<Finding> growth(JsonNode growth) {
        Checkpoint newest = header.checkpoint().checkpoint();
        proved.add(header.checkpoint().text());
        for (JsonNode item : growth) {
            Optional<SignedCheckpoint> note = SignedCheckpoint.parse(item.path("checkpoint").asText());
            Optional<List<Hash>> proof = ExportJson.proof(item.path("proof"));
            if (note.isEmpty() || proof.isEmpty() || !note.get().isSignedBy(header.key())
                    || !Proofs.consistent(note.get().checkpoint().size(), note.get().checkpoint().root(),
                            newest.size(), newest.root(), proof.get())) {
                return found(Change.REWRITING, "The export's checkpoint has not grown from the earlier one it names.");
            }
            proved.add(note.get().text());
        }
        return Optional.empty();
    }

    private Optional<Finding> confirmed() {
        return external.stream().filter(note -> !proved.contains(note.text())).findFirst()
                .flatMap(note -> found(Change.REWRITING,
                        "The export does not prove that it has grown from the checkpoint of "
                                + note.checkpoint().time() + " over " + note.checkpoint().size()
                                + " records. Export again with --checkpoint and that checkpoint's file."))
                .or(() -> external.isEmpty() && trustedKey.isEmpty()
                        ? found(Change.UNCONFIRMED,
                                "The export agrees with itself at its beginning, which a forged one does too. Give the store's key"
                                        + " with --key, or a checkpoint held elsewhere with --checkpoint.")
                        : Optional.empty());
    }

    private Optional<Finding> record(ObjectNode line) {
        Optional<List<Hash>> proof = ExportJson.proof(line.path("proof"));
        boolean gone = line.has("erased");
        OptionalLong sequence = ExportJson.number(gone ? line.path("erased") : line.path("record").path("sequence"));
        if (!ExportJson.names(line).equals(expected(gone)) || proof.isEmpty() || sequence.isEmpty()) {
            return at(Change.DAMAGE, "Behind record " + lastSequence + " stands what is no record.");
        }
        long number = sequence.getAsLong();
        if (number <= lastSequence) {
            return Optional
                    .of(new Finding(number == lastSequence ? Change.INSERTION : Change.REORDERING, number, number,
                            "Record " + number + " stands behind record " + lastSequence + "."));
        }
        place(number);
        Optional<Hash> leaf = gone ? Hash.ofBase64(line.path("leaf").asText()) : leaf(line.path("record"));
        if (!stands(leaf, number, proof.get())) {
            return Optional.of(new Finding(Change.EDIT, number, number,
                    "Record " + number + " is not the one that the checkpoint speaks of."));
        }
        records++;
        if (gone) {
            erasures.miss(number);
            return Optional.empty();
        }
        return isExpiry(line.path("record"))
                ? format.read(line.path("record")).flatMap(erasures::know)
                : Optional.empty();
    }

    private Set<String> expected(boolean gone) {
        return !gone
                ? Set.of("record", "proof")
                : header.isSigned() ? Set.of("erased", "month", "leaf", "proof") : Set.of("erased", "leaf", "proof");
    }

    private void place(long number) {
        if (number > lastSequence + 1 && gap < 0) {
            gap = lastSequence + 1;
            gapEnd = number - 1;
        }
        firstSequence = firstSequence < 0 ? number : firstSequence;
        lastSequence = number;
    }

    /** A record that says of others why they have no content; it need not be one that was asked for. */
    private Optional<Finding> expiry(ObjectNode line) {
        JsonNode record = line.path("expiry");
        Optional<List<Hash>> proof = ExportJson.proof(line.path("proof"));
        OptionalLong sequence = ExportJson.number(record.path("sequence"));
        Optional<AuditRecord> read = format.read(record);
        if (!header.isSigned() || !ExportJson.names(line).equals(Set.of("expiry", "proof")) || proof.isEmpty()
                || sequence.isEmpty()
                || read.isEmpty() || !isExpiry(record)) {
            return at(Change.DAMAGE, "Behind record " + lastSequence + " stands what is no record.");
        }
        long number = sequence.getAsLong();
        if (!stands(leaf(record), number, proof.get())) {
            return Optional.of(new Finding(Change.EDIT, number, number,
                    "Record " + number + " is not the one that the checkpoint speaks of."));
        }
        return erasures.know(read.get());
    }

    private static boolean isExpiry(JsonNode record) {
        return record.path("entry").path("kind").asText().equals("expired");
    }

    private boolean stands(Optional<Hash> leaf, long number, List<Hash> proof) {
        return leaf.isPresent() && Proofs.includes(leaf.get(), number, header.size(), proof,
                header.checkpoint().checkpoint().root());
    }

    private Optional<Hash> leaf(JsonNode record) {
        try {
            return Optional.of(Hash.ofLeaf(format.bytes(record)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Finding> end(ObjectNode last) {
        OptionalLong stated = ExportJson.number(last.path("records"));
        if (!ExportJson.names(last).equals(header.isSigned() ? Set.of("records", "statement") : Set.of("records"))
                || stated.isEmpty()) {
            return at(Change.DAMAGE, "The last line is not that of an export.");
        }
        if (stated.getAsLong() != records) {
            return at(Change.DELETION, "The last line speaks of " + stated.getAsLong()
                    + " records; there are " + records + ".");
        }
        return header.query().equals(AuditQuery.ALL.words()) && records < header.size()
                ? leftOut(header.size() - records, true)
                : Optional.empty();
    }

    private Optional<Finding> leftOut(long missing, boolean whole) {
        boolean within = gap >= 0;
        long first = !whole ? -1 : within ? gap : lastSequence + 1;
        long last = !whole ? -1 : within ? gapEnd : header.size() - 1;
        return Optional.of(new Finding(Change.DELETION, first, last,
                "Records were left out since the export was written: " + missing + "."));
    }

    /** Whether what is missing was erased. Of exports from before they were signed that may not be told. */
    private Optional<Finding> contents() {
        return header.isSigned()
                ? erasures.unstated().stream().findFirst()
                        .map(first -> new Finding(Change.ERASURE, first, first, "The content of record " + first
                                + " is missing, and no record of an expiry says that it was erased."))
                : Optional.empty();
    }

    private Optional<Finding> statement(String text, ObjectNode last, Hash before) {
        if (!header.isSigned()) {
            return Optional.empty();
        }
        Optional<SignedExport> note = SignedExport.parse(last.path("statement").asText())
                .filter(read -> read.isSignedBy(header.key()) && read.statement().log().equals(header.key().name()));
        if (note.isEmpty()) {
            return found(Change.SIGNATURE, "What the last line says of the export is not signed with the log's key.");
        }
        ExportStatement said = note.get().statement();
        if (said.records() > records) {
            return leftOut(said.records() - records, said.isWhole());
        }
        if (said.records() < records) {
            return found(Change.INSERTION, "The log signed " + said.records() + " records; there are " + records + ".");
        }
        statement = Optional.of(said);
        return said.sha256().equals(before) && said.first() == firstSequence && said.last() == lastSequence
                && said.of() == header.size() && JsonLinesExport.last(note.get()).equals(text)
                        ? Optional.empty()
                        : found(Change.SIGNATURE, "The " + records + " records are as they were written. Something else"
                                + " is not: one was exchanged for another, or what the file says of itself was altered.");
    }

    private Optional<Finding> nothingBehind(ExportLines lines) {
        try {
            return lines.isAtEnd() ? Optional.empty() : at(Change.INSERTION, "There is more behind the last line.");
        } catch (IOException e) {
            return found(Change.DAMAGE, "The export can't be read any further.");
        }
    }

    private Optional<ObjectNode> object(String line) {
        return format.tree(line.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Finding> found(Change change, String words) {
        return Optional.of(new Finding(change, -1, -1, words));
    }

    /** Somewhere behind the last good record. */
    private Optional<Finding> at(Change change, String words) {
        return Optional.of(new Finding(change, lastSequence + 1, lastSequence + 1, words));
    }
}

package bankassistant.audit.export;

import bankassistant.audit.Change;
import bankassistant.audit.Finding;
import bankassistant.audit.Verdict;
import bankassistant.audit.note.SignedCheckpoint;
import bankassistant.audit.note.VerifyingKey;
import bankassistant.audit.record.RecordFormat;
import bankassistant.audit.tree.Hash;
import bankassistant.audit.tree.Proofs;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks an export of JSON Lines without the store. It is verified only if something held outside speaks for it: the store's
 * public key, or a checkpoint that the export proves its growth from. It says nothing of records that are not in the file.
 *
 * <p>Takes any bytes and never throws on what they hold. For one use.
 */
public final class ExportVerification {

    /** The longest line that is read, in characters. */
    private static final int LONGEST_LINE = 4_000_000;
    private static final int MOST_HASHES = 64;

    private final Optional<VerifyingKey> trustedKey;
    private final List<SignedCheckpoint> external;
    private final RecordFormat format = new RecordFormat();
    private SignedCheckpoint checkpoint;
    private long lastSequence = -1;
    private long records;
    private long erased;
    private int earlier;

    /**
     * @param trustedKey the store's public key, got from elsewhere than the export
     * @param external   checkpoints held outside; each has to agree
     */
    public ExportVerification(Optional<VerifyingKey> trustedKey, List<SignedCheckpoint> external) {
        this.trustedKey = trustedKey;
        this.external = List.copyOf(external);
    }

    public Verdict verify(InputStream export) {
        Optional<Finding> finding;
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(export, StandardCharsets.UTF_8.newDecoder()))) {
            finding = lines(lines);
        } catch (IOException e) {
            finding = found(Change.DAMAGE, "The export can't be read any further.");
        }
        return verdict(finding);
    }

    private Verdict verdict(Optional<Finding> finding) {
        boolean confirmed = finding.isEmpty();
        long reach = !confirmed
                ? 0
                : trustedKey.isPresent()
                        ? checkpoint.checkpoint().size()
                        : external.stream().mapToLong(note -> note.checkpoint().size()).max().orElse(0);
        return new Verdict(finding, records, erased,
                checkpoint == null ? Hash.EMPTY_TREE : checkpoint.checkpoint().root(),
                earlier, external.size(), 0, reach);
    }

    private Optional<Finding> lines(BufferedReader lines) throws IOException {
        Optional<Finding> finding = line(lines).flatMap(this::object).map(this::header)
                .orElseGet(() -> found(Change.DAMAGE, "The first line is not that of an export."));
        while (finding.isEmpty()) {
            Optional<ObjectNode> line = line(lines).flatMap(this::object);
            if (line.isEmpty()) {
                return at(Change.TRUNCATION, "The export ends, or can't be read, behind " + records + " records.");
            }
            if (line.get().has("records")) {
                return end(line.get(), lines);
            }
            finding = record(line.get());
        }
        return finding;
    }

    private Optional<Finding> header(ObjectNode header) {
        Optional<VerifyingKey> key = VerifyingKey.parse(header.path("key").asText());
        Optional<SignedCheckpoint> note = SignedCheckpoint.parse(header.path("checkpoint").asText());
        if (!names(header).equals(Set.of("format", "version", "query", "key", "checkpoint", "growth"))
                || !header.path("format").asText().equals(JsonLinesExport.FORMAT)
                || !header.path("version").isInt() || header.path("version").intValue() < 1
                || header.path("version").intValue() > JsonLinesExport.VERSION
                || !header.path("query").isTextual() || key.isEmpty() || note.isEmpty()) {
            return found(Change.DAMAGE, "The first line is not that of an export.");
        }
        if (trustedKey.isPresent() && !trustedKey.equals(key)) {
            return found(Change.CHECKPOINT, "The export names another key than the one given.");
        }
        if (!note.get().isSignedBy(key.get())) {
            return found(Change.CHECKPOINT, "The export's checkpoint is not signed with its key.");
        }
        checkpoint = note.get();
        return growth(header.path("growth"), key.get());
    }

    private Optional<Finding> growth(JsonNode growth, VerifyingKey key) {
        List<String> proved = new ArrayList<>();
        proved.add(checkpoint.text());
        for (JsonNode item : growth) {
            Optional<SignedCheckpoint> note = SignedCheckpoint.parse(item.path("checkpoint").asText());
            Optional<List<Hash>> proof = proof(item.path("proof"));
            if (note.isEmpty() || proof.isEmpty() || !note.get().isSignedBy(key)
                    || !Proofs.consistent(note.get().checkpoint().size(), note.get().checkpoint().root(),
                            checkpoint.checkpoint().size(), checkpoint.checkpoint().root(), proof.get())) {
                return found(Change.REWRITING, "The export's checkpoint has not grown from the earlier one it names.");
            }
            proved.add(note.get().text());
            earlier++;
        }
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
        Optional<List<Hash>> proof = proof(line.path("proof"));
        boolean gone = line.has("erased");
        JsonNode stated = gone ? line.path("erased") : line.path("record").path("sequence");
        OptionalLong sequence = stated.isIntegralNumber() && stated.canConvertToLong()
                ? OptionalLong.of(stated.longValue())
                : OptionalLong.empty();
        Set<String> expected = gone ? Set.of("erased", "leaf", "proof") : Set.of("record", "proof");
        if (!names(line).equals(expected) || proof.isEmpty() || sequence.isEmpty()) {
            return at(Change.DAMAGE, "Behind record " + lastSequence + " stands what is no record.");
        }
        long number = sequence.getAsLong();
        if (number <= lastSequence) {
            return Optional
                    .of(new Finding(number == lastSequence ? Change.INSERTION : Change.REORDERING, number, number,
                            "Record " + number + " stands behind record " + lastSequence + "."));
        }
        lastSequence = number;
        Optional<Hash> leaf = gone ? Hash.ofBase64(line.path("leaf").asText()) : leaf(line.path("record"));
        if (leaf.isEmpty() || !Proofs.includes(leaf.get(), number, checkpoint.checkpoint().size(), proof.get(),
                checkpoint.checkpoint().root())) {
            return Optional.of(new Finding(Change.EDIT, number, number,
                    "Record " + number + " is not the one that the checkpoint speaks of."));
        }
        records++;
        erased += gone ? 1 : 0;
        return Optional.empty();
    }

    private Optional<Hash> leaf(JsonNode record) {
        try {
            return Optional.of(Hash.ofLeaf(format.bytes(record)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Finding> end(ObjectNode last, BufferedReader lines) throws IOException {
        if (!names(last).equals(Set.of("records")) || !last.path("records").isIntegralNumber()
                || last.path("records").bigIntegerValue().bitLength() > Long.SIZE - 1) {
            return at(Change.DAMAGE, "The last line is not that of an export.");
        }
        if (last.path("records").longValue() != records) {
            return at(Change.DELETION, "The last line speaks of " + last.path("records").longValue()
                    + " records; there are " + records + ".");
        }
        return lines.read() < 0 ? Optional.empty() : at(Change.INSERTION, "There is more behind the last line.");
    }

    private static Set<String> names(ObjectNode json) {
        return json.properties().stream().map(property -> property.getKey()).collect(Collectors.toSet());
    }

    private static Optional<List<Hash>> proof(JsonNode json) {
        if (!json.isArray() || json.size() > MOST_HASHES) {
            return Optional.empty();
        }
        List<Hash> proof = new ArrayList<>();
        for (JsonNode text : json) {
            Optional<Hash> hash = text.isTextual() ? Hash.ofBase64(text.textValue()) : Optional.empty();
            if (hash.isEmpty()) {
                return Optional.empty();
            }
            proof.add(hash.get());
        }
        return Optional.of(proof);
    }

    private Optional<ObjectNode> object(String line) {
        return format.tree(line.getBytes(StandardCharsets.UTF_8));
    }

    /** The next line; empty at the end, or where a line is too long. */
    private static Optional<String> line(BufferedReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = reader.read(); c >= 0 && c != '\n'; c = reader.read()) {
            if (line.length() == LONGEST_LINE) {
                return Optional.empty();
            }
            line.append((char) c);
        }
        return line.isEmpty() ? Optional.empty() : Optional.of(line.toString());
    }

    private static Optional<Finding> found(Change change, String words) {
        return Optional.of(new Finding(change, -1, -1, words));
    }

    /** Somewhere behind the last good record. */
    private Optional<Finding> at(Change change, String words) {
        return Optional.of(new Finding(change, lastSequence + 1, lastSequence + 1, words));
    }
}

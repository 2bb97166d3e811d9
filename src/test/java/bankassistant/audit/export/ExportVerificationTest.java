package bankassistant.audit.export;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.audit.AuditLog;
import bankassistant.audit.Change;
import bankassistant.audit.Finding;
import bankassistant.audit.Logs;
import bankassistant.audit.note.ExportStatement;
import bankassistant.audit.note.SignedCheckpoint;
import bankassistant.audit.note.VerifyingKey;
import bankassistant.audit.record.AuditQuery;
import bankassistant.audit.record.RecordFormat;
import bankassistant.audit.tree.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportVerificationTest {

    private static final int FUZZED = 4_000;

    @TempDir
    private Path folder;

    private byte[] export;
    private VerifyingKey key;
    private SignedCheckpoint early;

    @BeforeEach
    void an_export() throws IOException {
        Path file = folder.resolve("export.jsonl");
        new Logs(folder.resolve("log")).filled(12);
        try (AuditLog log = new Logs(folder.resolve("log")).open()) {
            key = log.key();
            early = log.witnessed().getFirst();
            new Exporter(log, Logs.TELLER.get()).write(AuditQuery.ALL, Exporter.Format.JSONL, List.of(early), file);
        }
        export = Files.readAllBytes(file);
    }

    @Test
    void is_verified_by_the_key_or_by_an_earlier_checkpoint() {
        assertThat(verdict(export, Optional.of(key), List.of()).verified()).isTrue();
        assertThat(verdict(export, Optional.empty(), List.of(early)).verified()).isTrue();
        assertThat(verdict(export, Optional.of(key), List.of()).records()).isEqualTo(13);
    }

    @Test
    void is_not_verified_when_nothing_outside_speaks_for_it() {
        assertThat(change(export, Optional.empty(), List.of())).isEqualTo(Change.UNCONFIRMED);
    }

    @Test
    void a_part_of_the_log_is_verified_too() throws IOException {
        assertThat(verdict(part(), Optional.of(key), List.of()).records()).isEqualTo(10);
    }

    @Test
    void a_forged_log_does_not_pass_with_the_true_logs_key_or_checkpoint() throws IOException {
        Path file = folder.resolve("forged.jsonl");
        Logs forged = new Logs(folder.resolve("forged")).filled(20);
        try (AuditLog log = forged.open()) {
            new Exporter(log, Logs.TELLER.get()).write(AuditQuery.ALL, Exporter.Format.JSONL, List.of(), file);
        }
        byte[] bytes = Files.readAllBytes(file);
        assertThat(change(bytes, Optional.of(key), List.of())).isEqualTo(Change.CHECKPOINT);
        assertThat(change(bytes, Optional.empty(), List.of(early))).isEqualTo(Change.REWRITING);
    }

    @Test
    void each_change_is_called_by_its_name() {
        assertThat(changed(lines -> edited(lines, 4, "question 3", "question 9"))).isEqualTo(Change.EDIT);
        assertThat(changed(lines -> without(lines, 4))).isEqualTo(Change.DELETION);
        assertThat(changed(lines -> without(lines, lines.size() - 1))).isEqualTo(Change.TRUNCATION);
        assertThat(changed(lines -> exchanged(lines, 4, 5))).isEqualTo(Change.REORDERING);
        assertThat(changed(lines -> doubled(lines, 4))).isEqualTo(Change.INSERTION);
        assertThat(changed(lines -> edited(lines, 0, "\"version\":3", "\"version\":4"))).isEqualTo(Change.DAMAGE);
        assertThat(changed(lines -> edited(lines, 3, "\"record\":", "\"record\":{},\"record\":")))
                .isEqualTo(Change.TRUNCATION);
    }

    @Test
    void a_record_left_out_is_found_also_where_the_count_was_adjusted() {
        assertThat(changed(lines -> counted(without(lines, 4), 12))).isEqualTo(Change.DELETION);
        assertThat(changed(lines -> counted(without(lines, lines.size() - 2), 12))).isEqualTo(Change.DELETION);
        Finding finding = found(counted(without(lines(), 4), 12));
        assertThat(finding.first()).as("line 4 is record 3").isEqualTo(3);
        assertThat(finding.last()).isEqualTo(3);
    }

    @Test
    void a_record_left_out_of_a_part_is_found_too() throws IOException {
        export = part();
        assertThat(lines()).hasSize(12);
        Finding finding = found(counted(without(lines(), 4), 10, 9));
        assertThat(finding.change()).isEqualTo(Change.DELETION);
        assertThat(finding.first()).as("which one can't be told").isEqualTo(-1);
    }

    @Test
    void the_log_says_what_was_exported_by_whom_and_when() {
        ExportStatement statement = verdict(export, Optional.of(key), List.of()).statement().orElseThrow();
        assertThat(statement.by()).isEqualTo("ana, teller");
        assertThat(statement.isWhole()).isTrue();
        assertThat(statement.time()).isEqualTo("2026-11-23T08:00:00Z");
    }

    @Test
    void words_of_the_query_and_growth_can_not_be_altered() {
        assertThat(changed(lines -> edited(lines, 0, "\"query\":\"all\"", "\"query\":\"kind question\"")))
                .isEqualTo(Change.SIGNATURE);
        assertThat(changed(lines -> edited(lines, lines.size() - 1, "{\"records\"", "{ \"records\"")))
                .isEqualTo(Change.SIGNATURE);
        assertThat(changed(lines -> edited(lines, lines.size() - 1, "by ana", "by eve"))).isEqualTo(Change.SIGNATURE);
        assertThat(changed(lines -> edited(lines, 4, "\"record\":", " \"record\":"))).isEqualTo(Change.SIGNATURE);
    }

    @Test
    void the_end_of_another_export_does_not_fit() throws IOException {
        List<String> part = new ArrayList<>(new String(part(), StandardCharsets.UTF_8).lines().toList());
        assertThat(changed(lines -> {
            lines.set(lines.size() - 1, part.getLast());
            return lines;
        })).isEqualTo(Change.DELETION);
        assertThat(changed(lines -> {
            lines.set(lines.size() - 1, part.getLast().replace("\"records\":10", "\"records\":13"));
            return lines;
        })).isEqualTo(Change.INSERTION);
    }

    @Test
    void one_of_before_is_verified_without_saying_what_was_left_out() throws IOException {
        ExportVerdict whole = verdict(bytes(ofBefore(lines())), Optional.of(key), List.of());
        assertThat(whole.finding()).isEmpty();
        assertThat(whole.statement()).isEmpty();
        assertThat(whole.records()).isEqualTo(13);

        export = part();
        ExportVerdict part = verdict(bytes(ofBefore(counted(without(lines(), 4), 10, 9))), Optional.of(key), List.of());
        assertThat(part.finding()).as("a gap in a part can be anything").isEmpty();
        assertThat(part.statement()).isEmpty();
    }

    @Test
    void one_of_before_that_says_that_it_has_all_has_no_gaps() {
        Finding within = found(ofBefore(counted(without(lines(), 4), 12)));
        assertThat(within.change()).isEqualTo(Change.DELETION);
        assertThat(within.first()).isEqualTo(3);
        Finding behind = found(ofBefore(counted(without(lines(), lines().size() - 2), 12)));
        assertThat(behind.change()).isEqualTo(Change.DELETION);
        assertThat(behind.first()).isEqualTo(12);
    }

    @Test
    void a_content_missing_in_one_of_before_is_not_called_erased() {
        ExportVerdict verdict = verdict(bytes(ofBefore(gone(lines(), 4))), Optional.of(key), List.of());
        assertThat(verdict.finding()).isEmpty();
        assertThat(verdict.erased()).isZero();
        assertThat(verdict.unstated()).isEqualTo(1);
    }

    @Test
    void a_content_taken_out_is_no_erasure() {
        assertThat(changed(lines -> gone(lines, 4))).isEqualTo(Change.ERASURE);
        assertThat(found(gone(lines(), 4)).first()).isEqualTo(3);
    }

    /** Verified is only what is byte for byte what was exported. */
    @Test
    void fuzzed_exports_are_never_verified_and_never_throw() {
        Random random = new Random(13);
        for (int round = 0; round < FUZZED; round++) {
            byte[] fuzzed = fuzz(random);
            ExportVerdict verdict = verdict(fuzzed, Optional.of(key), List.of(early));
            if (verdict.verified()) {
                assertThat(fuzzed).isEqualTo(export);
            }
        }
    }

    private byte[] fuzz(Random random) {
        byte[] bytes = export.clone();
        for (int change = random.nextInt(3); change >= 0; change--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) "0123456789{}[]\",:\\ \n".charAt(random.nextInt(20));
                case 2 ->
                    System.arraycopy(export, random.nextInt(export.length - 40), bytes, Math.min(at, bytes.length - 40),
                            random.nextInt(40));
                default -> bytes = Arrays.copyOf(bytes, Math.max(100, at));
            }
        }
        return bytes;
    }

    private Change changed(UnaryOperator<List<String>> change) {
        return change(bytes(change.apply(lines())), Optional.of(key), List.of(early));
    }

    private Finding found(List<String> lines) {
        return verdict(bytes(lines), Optional.of(key), List.of()).finding().orElseThrow();
    }

    private List<String> lines() {
        return new ArrayList<>(new String(export, StandardCharsets.UTF_8).lines().toList());
    }

    private static byte[] bytes(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> counted(List<String> lines, int records) {
        return counted(lines, 13, records);
    }

    private static List<String> counted(List<String> lines, int from, int to) {
        return edited(lines, lines.size() - 1, "\"records\":" + from, "\"records\":" + to);
    }

    /** As exports were before they were signed. */
    private static List<String> ofBefore(List<String> lines) {
        lines.set(0, lines.getFirst().replace("\"version\":3", "\"version\":2"));
        lines.replaceAll(line -> line.replaceFirst(",\"month\":\"[0-9-]+\"", ""));
        lines.set(lines.size() - 1, lines.getLast().replaceFirst(",\"statement\":.*", "}"));
        return lines;
    }

    private byte[] part() throws IOException {
        Path file = folder.resolve("questions.jsonl");
        try (AuditLog log = new Logs(folder.resolve("log")).open()) {
            new Exporter(log, Logs.TELLER.get()).write(AuditQuery.ALL.ofKinds(Set.of("question")),
                    Exporter.Format.JSONL, List.of(early), file);
        }
        return Files.readAllBytes(file);
    }

    /** The record of a line passed off as one whose content was erased. */
    private static List<String> gone(List<String> lines, int line) {
        String text = lines.get(line);
        int proof = text.indexOf(",\"proof\":");
        RecordFormat format = new RecordFormat();
        JsonNode record = format.tree(text.getBytes(StandardCharsets.UTF_8)).orElseThrow().path("record");
        lines.set(line, "{\"erased\":" + record.path("sequence") + ",\"month\":\"2026-11\",\"leaf\":\""
                + Hash.ofLeaf(format.bytes(record)).base64() + "\"" + text.substring(proof));
        return lines;
    }

    private static List<String> edited(List<String> lines, int line, String from, String to) {
        assertThat(lines.get(line)).contains(from);
        lines.set(line, lines.get(line).replace(from, to));
        return lines;
    }

    private static List<String> without(List<String> lines, int line) {
        lines.remove(line);
        return lines;
    }

    private static List<String> doubled(List<String> lines, int line) {
        lines.add(line, lines.get(line));
        return lines;
    }

    private static List<String> exchanged(List<String> lines, int one, int other) {
        Collections.swap(lines, one, other);
        return lines;
    }

    private static Change change(byte[] bytes, Optional<VerifyingKey> key, List<SignedCheckpoint> external) {
        return verdict(bytes, key, external).finding().orElseThrow().change();
    }

    private static ExportVerdict verdict(byte[] bytes, Optional<VerifyingKey> key, List<SignedCheckpoint> external) {
        return new ExportVerification(key, external).verify(new ByteArrayInputStream(bytes));
    }
}

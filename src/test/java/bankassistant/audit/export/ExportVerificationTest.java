package bankassistant.audit.export;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.audit.AuditLog;
import bankassistant.audit.Change;
import bankassistant.audit.Logs;
import bankassistant.audit.Verdict;
import bankassistant.audit.note.SignedCheckpoint;
import bankassistant.audit.note.VerifyingKey;
import bankassistant.audit.record.AuditQuery;
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
        Path file = folder.resolve("part.jsonl");
        try (AuditLog log = new Logs(folder.resolve("log")).open()) {
            new Exporter(log, Logs.TELLER.get()).write(AuditQuery.ALL.ofKinds(Set.of("question")),
                    Exporter.Format.JSONL,
                    List.of(), file);
        }
        assertThat(verdict(Files.readAllBytes(file), Optional.of(key), List.of()).records()).isEqualTo(10);
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
        assertThat(changed(lines -> edited(lines, 0, "\"version\":2", "\"version\":3"))).isEqualTo(Change.DAMAGE);
        assertThat(changed(lines -> edited(lines, 3, "\"record\":", "\"record\":{},\"record\":")))
                .isEqualTo(Change.TRUNCATION);
    }

    /** Verified is only what says the same as what was exported. */
    @Test
    void fuzzed_exports_are_never_verified_and_never_throw() {
        String good = new String(export, StandardCharsets.UTF_8);
        Random random = new Random(13);
        for (int round = 0; round < FUZZED; round++) {
            byte[] fuzzed = fuzz(random);
            Verdict verdict = verdict(fuzzed, Optional.of(key), List.of(early));
            if (verdict.verified()) {
                assertThat(sense(new String(fuzzed, StandardCharsets.UTF_8))).isEqualTo(sense(good));
            }
        }
    }

    /** Without what proves nothing: the words of the query. */
    private static String sense(String text) {
        return text.replaceFirst("\"query\":\"(?:[^\"\\\\]|\\\\.)*\"", "");
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
        List<String> lines = new ArrayList<>(new String(export, StandardCharsets.UTF_8).lines().toList());
        String text = String.join("\n", change.apply(lines)) + "\n";
        return change(text.getBytes(StandardCharsets.UTF_8), Optional.of(key), List.of(early));
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

    private static Verdict verdict(byte[] bytes, Optional<VerifyingKey> key, List<SignedCheckpoint> external) {
        return new ExportVerification(key, external).verify(new ByteArrayInputStream(bytes));
    }
}

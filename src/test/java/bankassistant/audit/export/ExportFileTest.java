package bankassistant.audit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bankassistant.audit.AuditLog;
import bankassistant.audit.Change;
import bankassistant.audit.Logs;
import bankassistant.audit.note.SignedCheckpoint;
import bankassistant.audit.note.VerifyingKey;
import bankassistant.audit.record.AuditQuery;
import bankassistant.audit.record.Entries;
import bankassistant.identity.Role;
import bankassistant.identity.SignedIn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports as CSV and PDF can be checked as well: no byte of them is another unseen. */
class ExportFileTest {

    private static final int FUZZED = 100;

    @TempDir
    private Path folder;

    private Path csv;
    private Path proof;
    private Path pdf;
    private VerifyingKey key;
    private SignedCheckpoint early;

    @BeforeEach
    void exports_of_questions() throws IOException {
        csv = folder.resolve("e.csv");
        proof = folder.resolve("e.csv.proof.jsonl");
        pdf = folder.resolve("e.pdf");
        new Logs(folder.resolve("log")).filled(8);
        try (AuditLog log = new Logs(folder.resolve("log")).open()) {
            log.append(Logs.TELLER, Entries.answer(6, "=\"At\nmost\" $50."));
            key = log.key();
            early = log.witnessed().getFirst();
            for (Exporter.Format format : List.of(Exporter.Format.CSV, Exporter.Format.PDF)) {
                new Exporter(log, Logs.TELLER.get()).write(AuditQuery.ALL.ofKinds(Set.of("question", "answer")), format,
                        List.of(early), format == Exporter.Format.CSV ? csv : pdf);
            }
        }
    }

    @Test
    void are_verified_by_the_key_or_by_an_earlier_checkpoint() throws IOException {
        for (Path file : List.of(csv, pdf, proof)) {
            ExportVerdict verdict = verdict(file);
            assertThat(verdict.finding()).as(file.toString()).isEmpty();
            assertThat(verdict.records()).isEqualTo(7);
            assertThat(verdict.query()).isEqualTo("kind answer|question");
            assertThat(verdict.statement().orElseThrow().by()).isEqualTo("ana, teller");
            assertThat(verdict.statement().orElseThrow().of()).as("the export before is a record")
                    .isEqualTo(file.equals(pdf) ? 11 : 10);
            assertThat(new ExportFile(Optional.empty(), List.of(early)).verify(file).verified()).isTrue();
            assertThat(new ExportFile(Optional.empty(), List.of()).verify(file).finding().orElseThrow().change())
                    .isEqualTo(Change.UNCONFIRMED);
        }
    }

    @Test
    void an_edited_cell_is_an_edit_of_that_record() throws IOException {
        Files.writeString(csv, Files.readString(csv).replaceFirst("question 3", "question 9"));
        assertThat(change(csv)).isEqualTo(Change.EDIT);
        assertThat(verdict(csv).finding().orElseThrow().first()).isEqualTo(3);
    }

    @Test
    void rows_taken_out_put_in_or_moved_are_found() throws IOException {
        List<String> rows = Files.readString(csv).lines().toList();
        Files.writeString(csv, Files.readString(csv).replace(rows.get(4) + "\n", ""));
        assertThat(verdict(csv).finding().orElseThrow().first()).isEqualTo(4);

        Files.writeString(csv, String.join("\n", rows) + "\n" + rows.get(1) + "\n");
        assertThat(change(csv)).isEqualTo(Change.INSERTION);
        Files.writeString(csv, String.join("\n", rows.subList(1, rows.size())) + "\n");
        assertThat(change(csv)).as("without its header").isEqualTo(Change.EDIT);
    }

    @Test
    void a_table_without_its_proof_or_with_another_ones_is_not_verified() throws IOException {
        Path other = folder.resolve("other.csv");
        Files.copy(csv, other);
        assertThat(change(other)).isEqualTo(Change.UNCONFIRMED);
        assertThat(verdict(other).finding().orElseThrow().words()).contains("other.csv.proof.jsonl");

        try (AuditLog log = new Logs(folder.resolve("log")).open()) {
            new Exporter(log, Logs.TELLER.get()).write(AuditQuery.ALL.ofKinds(Set.of("question")), Exporter.Format.CSV,
                    List.of(), folder.resolve("q.csv"));
            new Exporter(log, Logs.TELLER.get()).write(AuditQuery.ALL, Exporter.Format.JSONL, List.of(),
                    folder.resolve("all.jsonl"));
        }
        Files.copy(folder.resolve("q.csv.proof.jsonl"), proof, StandardCopyOption.REPLACE_EXISTING);
        assertThat(change(csv)).isEqualTo(Change.INSERTION);
        Files.copy(folder.resolve("all.jsonl"), proof, StandardCopyOption.REPLACE_EXISTING);
        assertThat(change(csv)).as("it speaks for no table").isEqualTo(Change.UNCONFIRMED);
    }

    @Test
    void a_pdf_shows_the_records_and_carries_the_proofs() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(new PDFTextStripper().getText(document)).contains("question 3", early.signer(), "ana, teller");
            try (InputStream attached = document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames()
                    .get("records.proof.jsonl").getEmbeddedFile().createInputStream()) {
                assertThat(new ExportVerification(Optional.of(key), List.of()).verify(attached).finding()).isEmpty();
            }
        }
    }

    @Test
    void a_pdf_whose_pages_were_altered_or_covered_is_not_verified() throws IOException {
        byte[] good = Files.readAllBytes(pdf);
        try (PDDocument document = Loader.loadPDF(good)) {
            document.getPage(0).setRotation(90);
            document.save(pdf.toFile());
        }
        assertThat(change(pdf)).as("saved again").isEqualTo(Change.SIGNATURE);

        Files.write(pdf, good);
        Files.writeString(pdf, "1 0 obj\n<<>>\nendobj\n%%EOF\n", StandardOpenOption.APPEND);
        assertThat(change(pdf)).as("an update behind what is signed").isEqualTo(Change.SIGNATURE);

        String seal = new String(good, StandardCharsets.ISO_8859_1).lines().toList().getLast() + "\n";
        Files.writeString(pdf, seal, StandardOpenOption.APPEND);
        assertThat(change(pdf)).as("with the seal once more").isEqualTo(Change.SIGNATURE);

        Files.write(pdf, Arrays.copyOf(good, good.length - seal.length()));
        assertThat(change(pdf)).as("without the seal").isEqualTo(Change.SIGNATURE);
    }

    @Test
    void a_forged_logs_pdf_is_signed_with_another_key() throws IOException {
        Path forged = folder.resolve("forged.pdf");
        try (AuditLog log = new Logs(folder.resolve("forged")).filled(9).open()) {
            new Exporter(log, Logs.TELLER.get()).write(AuditQuery.ALL, Exporter.Format.PDF, List.of(), forged);
        }
        assertThat(change(forged)).isEqualTo(Change.CHECKPOINT);
        assertThat(new ExportFile(Optional.empty(), List.of(early)).verify(forged).finding().orElseThrow().change())
                .isEqualTo(Change.REWRITING);
    }

    @Test
    void readers_of_pdf_find_its_end_however_long_a_name_is() throws IOException {
        String longest = "\u4e00".repeat(64);
        try (AuditLog log = new Logs(folder.resolve("log")).open()) {
            new Exporter(log, new SignedIn(longest, Role.PRESENTER, "s")).replacing().write(AuditQuery.ALL,
                    Exporter.Format.PDF, List.of(), pdf);
        }
        byte[] bytes = Files.readAllBytes(pdf);
        String tail = new String(bytes, bytes.length - 1_024, 1_024, StandardCharsets.ISO_8859_1);
        assertThat(tail).contains("%%EOF");
        assertThat(verdict(pdf).statement().orElseThrow().by()).isEqualTo(longest + ", presenter");
    }

    @Test
    void files_that_are_there_stay_as_they_are() throws IOException {
        try (AuditLog log = new Logs(folder.resolve("log")).open()) {
            Exporter exporter = new Exporter(log, Logs.TELLER.get());
            long before = log.size();
            for (Path there : List.of(csv, proof)) {
                Files.writeString(there, "mine");
                assertThatExceptionOfType(FileAlreadyExistsException.class).isThrownBy(
                        () -> exporter.write(AuditQuery.ALL, Exporter.Format.CSV, List.of(), csv));
                assertThat(there).hasContent("mine");
                Files.deleteIfExists(csv);
            }
            assertThat(log.size()).as("nothing was given out").isEqualTo(before);
            exporter.replacing().write(AuditQuery.ALL, Exporter.Format.CSV, List.of(), csv);
        }
        assertThat(verdict(csv).verified()).isTrue();
    }

    /** Verified is only what is byte for byte what was exported, and nothing is thrown. */
    @Test
    void fuzzed_files_are_never_verified_and_never_throw() throws IOException {
        Random random = new Random(17);
        for (Path file : List.of(csv, proof, pdf)) {
            byte[] good = Files.readAllBytes(file);
            for (int round = 0; round < FUZZED; round++) {
                byte[] fuzzed = fuzz(good, random);
                Files.write(file, fuzzed);
                for (ExportFile verification : List.of(new ExportFile(Optional.of(key), List.of()),
                        new ExportFile(Optional.empty(), List.of(early)))) {
                    assertThat(verification.verify(file.equals(proof) ? csv : file).verified())
                            .as("%s, round %d", file, round).isEqualTo(Arrays.equals(good, fuzzed));
                }
            }
            Files.write(file, good);
        }
    }

    /** A forger signs what is no PDF at all: it is looked into, since nobody said which key to trust, and nothing is thrown. */
    @Test
    void rubbish_that_a_forger_signed_is_never_verified_and_never_throws() throws IOException {
        Random random = new Random(18);
        byte[] good = Files.readAllBytes(pdf);
        int end = good.length - (new String(good, StandardCharsets.ISO_8859_1).lines().toList().getLast() + "\n")
                .length();
        ForgedSeals forger = new ForgedSeals();
        for (int round = 0; round < FUZZED; round++) {
            byte[] body = fuzz(Arrays.copyOf(good, end), random);
            System.arraycopy(good, 0, body, 0, Math.min(8, body.length));
            Files.write(pdf, forger.sealed(body));
            assertThat(new ExportFile(Optional.empty(), List.of(early)).verify(pdf).verified()).isFalse();
        }
    }

    private static byte[] fuzz(byte[] good, Random random) {
        byte[] bytes = good.clone();
        for (int change = random.nextInt(3); change >= 0; change--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) "0123456789{}[]\",:\\ \n".charAt(random.nextInt(20));
                case 2 -> {
                    int length = random.nextInt(40);
                    System.arraycopy(good, random.nextInt(good.length - length), bytes,
                            Math.min(at, bytes.length - length), length);
                }
                case 3 -> bytes = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(9));
                default -> bytes = Arrays.copyOf(bytes, Math.max(50, at));
            }
        }
        return bytes;
    }

    private Change change(Path file) throws IOException {
        return verdict(file).finding().orElseThrow().change();
    }

    private ExportVerdict verdict(Path file) throws IOException {
        return new ExportFile(Optional.of(key), List.of()).verify(file);
    }
}

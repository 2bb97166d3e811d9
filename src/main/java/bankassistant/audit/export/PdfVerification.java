package bankassistant.audit.export;

import bankassistant.audit.Change;
import bankassistant.audit.Finding;
import bankassistant.audit.note.SignedCheckpoint;
import bankassistant.audit.note.VerifyingKey;
import bankassistant.audit.tree.Hash;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;

/**
 * Checks a PDF file: first that all its bytes are those that the log signed, pages, fonts and attachment alike, then the JSON Lines
 * attached to it. A file that was altered is not looked into. For one use.
 */
final class PdfVerification {

    private final Optional<VerifyingKey> trustedKey;
    private final ExportVerification verification;

    PdfVerification(Optional<VerifyingKey> trustedKey, List<SignedCheckpoint> external) {
        this.trustedKey = trustedKey;
        verification = new ExportVerification(trustedKey, external);
    }

    ExportVerdict verify(Path file) throws IOException {
        String last = lastLine(file);
        Optional<PdfSeal> seal = PdfSeal.parse(last);
        if (seal.isEmpty()) {
            return ExportFile.refused(Change.SIGNATURE, "The file does not end with what the log signed: it was"
                    + " altered at its end, or it is an export of before, which nothing can be checked by.");
        }
        if (trustedKey.isPresent() && !trustedKey.equals(seal.map(PdfSeal::key))) {
            return ExportFile.refused(Change.CHECKPOINT, "The export names another key than the one given.");
        }
        if (!seal.get().note().isSignedBy(seal.get().key()) || !seal.get().note().statement().sha256()
                .equals(digest(file, Files.size(file) - last.length()))) {
            return ExportFile.refused(Change.SIGNATURE,
                    "The file was altered after the log had signed it: do not rely on any page of it.");
        }
        ExportVerdict attached = attached(file);
        return attached.verified() && !verification.key().equals(seal.map(PdfSeal::key))
                ? attached.but(new Finding(Change.CHECKPOINT, -1, -1,
                        "The file is signed with another key than what is attached to it."))
                : attached;
    }

    /** With its end; empty if it is too long. */
    private static String lastLine(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, bytes.length() - PdfSeal.LONGEST - 1);
            byte[] tail = new byte[(int) (bytes.length() - from)];
            bytes.seek(from);
            bytes.readFully(tail);
            String text = new String(tail, StandardCharsets.ISO_8859_1);
            int before = text.lastIndexOf('\n', text.length() - 2);
            return before < 0 || !text.endsWith("\n") ? "" : text.substring(before + 1);
        }
    }

    private static Hash digest(Path file, long length) throws IOException {
        MessageDigest digest = Hash.sha256();
        byte[] buffer = new byte[1 << 16];
        long left = length;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    break;
                }
                digest.update(buffer, 0, read);
                left -= read;
            }
        }
        return Hash.of(digest.digest());
    }

    private ExportVerdict attached(Path file) {
        try (PDDocument document = Loader.loadPDF(file.toFile(), "", null, null,
                IOUtils.createTempFileOnlyStreamCache())) {
            Map<String, PDComplexFileSpecification> files = document.getDocumentCatalog().getNames()
                    .getEmbeddedFiles().getNames();
            try (InputStream in = files.get(PdfExport.PROOF).getEmbeddedFile().createInputStream()) {
                return verification.verify(in);
            }
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // without a key that is trusted a forger may have signed any bytes
            return ExportFile.refused(Change.DAMAGE,
                    "What should be attached to the file, the records and their proofs, can't be read.");
        }
    }
}

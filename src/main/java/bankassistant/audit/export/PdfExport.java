package bankassistant.audit.export;

import bankassistant.audit.AuditLog;
import bankassistant.audit.note.SignedCheckpoint;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import bankassistant.audit.record.Facts;
import bankassistant.audit.record.RecordFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Records on paper, oldest first: what was asked for and the signed checkpoint on the first page, then each record with its hash.
 * The proofs stand in the JSON Lines export; on paper nobody could check them.
 */
final class PdfExport {

    private final AuditLog log;
    private final OutputStream out;
    private final RecordFormat format = new RecordFormat();
    private long written;

    PdfExport(AuditLog log, OutputStream out) {
        this.log = log;
        this.out = out;
    }

    long write(Selection wanted) throws IOException {
        SignedCheckpoint checkpoint = log.checkpoint();
        try (PdfPages pages = new PdfPages("Audit log " + log.name())) {
            pages.title("Records of the audit log");
            pages.line("Log: " + log.name());
            pages.line("Records: " + wanted.words());
            pages.gap();
            pages.line("Signed checkpoint:");
            pages.fixed(checkpoint.text());
            pages.line("Key that checks it:");
            pages.fixed(log.key().text());
            pages.gap();
            wanted.each(log, checkpoint.checkpoint().size(), record -> write(record, pages));
            pages.line(written + " records.");
            pages.save(out);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return written;
    }

    private void write(AuditRecord record, PdfPages pages) {
        try {
            pages.heading(record.sequence() + "   " + (record.isErased() ? "" : record.time() + "   ") + record.kind());
            pages.line(
                    record.isErased()
                            ? ""
                            : record.who().map(who -> who.user() + ", " + who.role().name().toLowerCase(Locale.ROOT)
                                    + ", session " + who.session()).orElse("the application") + ", "
                                    + record.workstation());
            pages.line(words(record));
            String sources = record.entry() instanceof Entry.Answer answer
                    ? answer.sources().stream()
                            .map(source -> source.policy() + ", " + source.section() + ", version " + source.version())
                            .collect(Collectors.joining("; "))
                    : "";
            if (!sources.isEmpty()) {
                pages.line("Sources: " + sources);
            }
            pages.fixed(format.leaf(record).hex());
            pages.gap();
            written++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String words(AuditRecord record) {
        Entry entry = record.entry();
        String text = Facts.text(entry);
        String topic = Facts.meaning(entry).map(meaning -> " ("
                + (meaning.inScope() ? meaning.intent().orElse("banking") : "not banking") + ")").orElse("");
        return switch (entry) {
            case Entry.Question _ -> text + topic;
            case Entry.Erased erased -> "The content of this record of " + erased.month() + " was erased.";
            case Entry.Answer answer -> (answer.outcome() == Entry.Outcome.GIVEN
                    ? answer.form()
                    : answer.outcome().name().toLowerCase(Locale.ROOT)) + ": " + text;
            default -> format.json(record).path("entry").toString();
        };
    }
}

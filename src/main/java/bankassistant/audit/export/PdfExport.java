package bankassistant.audit.export;

import bankassistant.audit.note.SignedCheckpoint;
import bankassistant.audit.note.VerifyingKey;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import bankassistant.audit.record.Facts;
import bankassistant.audit.record.RecordFormat;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Records on paper, oldest first: what was asked for and the signed checkpoint on the first page, then each record with its hash.
 * The proofs are attached to the file as JSON Lines; on paper nobody could check them.
 */
final class PdfExport implements Rendition {

    /** Name of what is attached. */
    static final String PROOF = "records.proof.jsonl";

    private final PdfPages pages;
    private final RecordFormat format = new RecordFormat();

    PdfExport(PdfPages pages) {
        this.pages = pages;
    }

    void begin(String query, SignedCheckpoint checkpoint, VerifyingKey key) throws IOException {
        pages.title("Records of the audit log");
        pages.line("Log: " + key.name());
        pages.line("Records: " + query);
        pages.gap();
        pages.line("Signed checkpoint:");
        pages.fixed(checkpoint.text());
        pages.line("Key that checks it:");
        pages.fixed(key.text());
        pages.gap();
        pages.line("The proofs are attached to this file as " + PROOF
                + ", and the log signed the file as a whole. What is printed proves nothing. To check the file:");
        pages.fixed("assistant audit verify --export FILE.pdf --key FILE");
        pages.gap();
    }

    void end(long records) throws IOException {
        pages.line(records + " records.");
    }

    @Override
    public void write(AuditRecord record) throws IOException {
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

package bankassistant.audit.export;

import bankassistant.audit.AuditLog;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import bankassistant.audit.record.Facts;
import bankassistant.audit.record.RecordFormat;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table in UTF-8 for spreadsheets. A cell that a spreadsheet would compute begins with an apostrophe. */
final class CsvExport {

    private static final List<String> COLUMNS = List.of("sequence", "time", "workstation", "user", "role", "session",
            "kind", "intent", "in_scope", "policies", "text", "entry");
    private static final String FORMULAS = "=+-@\t\r\n";

    private final AuditLog log;
    private final OutputStream out;
    private final RecordFormat format = new RecordFormat();
    private long written;

    CsvExport(AuditLog log, OutputStream out) {
        this.log = log;
        this.out = out;
    }

    long write(Selection wanted) throws IOException {
        CsvSchema.Builder schema = CsvSchema.builder();
        COLUMNS.forEach(schema::addColumn);
        try (SequenceWriter writer = new CsvMapper().writer(schema.build().withHeader()).writeValues(new Open(out))) {
            wanted.each(log, log.size(), record -> write(record, writer));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return written;
    }

    private void write(AuditRecord record, SequenceWriter writer) {
        try {
            writer.write(cells(record).stream().map(CsvExport::defused).toArray(String[]::new));
            written++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> cells(AuditRecord record) {
        Entry entry = record.entry();
        return List.of(Long.toString(record.sequence()), record.isErased() ? "" : record.time().toString(),
                record.workstation(), record.user(),
                record.who().map(who -> who.role().name().toLowerCase(Locale.ROOT)).orElse(""),
                record.who().map(who -> who.session()).orElse(""), record.kind(),
                Facts.meaning(entry).flatMap(Entry.Meaning::intent).orElse(""),
                Facts.meaning(entry).map(meaning -> Boolean.toString(meaning.inScope())).orElse(""),
                Facts.policies(entry).collect(Collectors.joining(" ")), Facts.text(entry),
                format.json(record).path("entry").toString());
    }

    /** After OWASP's advice on CSV injection. */
    static String defused(String cell) {
        return !cell.isEmpty() && FORMULAS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    /** Stays open when the writer closes. */
    private static final class Open extends FilterOutputStream {

        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}

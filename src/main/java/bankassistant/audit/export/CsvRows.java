package bankassistant.audit.export;

import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import bankassistant.audit.record.Facts;
import bankassistant.audit.record.RecordFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Rows of a table in UTF-8 for spreadsheets. A cell that a spreadsheet would compute begins with an apostrophe. */
final class CsvRows {

    private static final List<String> COLUMNS = List.of("sequence", "time", "workstation", "user", "role", "session",
            "kind", "intent", "in_scope", "policies", "text", "entry");
    private static final String FORMULAS = "=+-@\t\r\n";

    private final RecordFormat format = new RecordFormat();
    private final ObjectWriter writer;

    CsvRows() {
        CsvSchema.Builder schema = CsvSchema.builder();
        COLUMNS.forEach(schema::addColumn);
        writer = new CsvMapper().writer(schema.build().withoutHeader());
    }

    /** The first line, with its end. */
    static byte[] header() {
        return (String.join(",", COLUMNS) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A record's row, with its end. */
    byte[] row(AuditRecord record) {
        try {
            return writer.writeValueAsBytes(cells(record).stream().map(CsvRows::defused).toArray(String[]::new));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written", e);
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
}

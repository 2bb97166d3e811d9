package bankassistant.lab;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes mistakes as CSV in UTF-8, with the header {@code line,text,label,predicted,confidence}. */
public final class MistakeFile {

    private MistakeFile() {}

    /** Writes a new file or over an old one. */
    public static void write(List<Mistake> mistakes, Path csv) throws IOException {
        write(mistakes, Mistake.class, csv, "line", "text", "label", "predicted", "confidence");
    }

    /** The same for spans, with the header {@code line,text,label,predicted,start,end}. */
    public static void writeSpans(List<PiiEvaluation.SpanMistake> mistakes, Path csv) throws IOException {
        write(mistakes, PiiEvaluation.SpanMistake.class, csv, "line", "text", "label", "predicted", "start", "end");
    }

    private static <T> void write(List<T> mistakes, Class<T> type, Path csv, String... columns) throws IOException {
        CsvMapper mapper = new CsvMapper();
        CsvSchema schema = mapper.schemaFor(type).sortedBy(columns).withHeader();
        try (OutputStream out = Files.newOutputStream(csv);
                SequenceWriter writer = mapper.writer(schema).writeValues(out)) {
            writer.writeAll(mistakes);
        }
    }
}

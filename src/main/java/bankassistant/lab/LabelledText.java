package bankassistant.lab;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text and what it is said to be.
 *
 * @param line the last of its row in the file, counted from 1
 */
public record LabelledText(int line, String text, String label) {

    /** Between labels that stand together. */
    private static final String AND = " + ";

    /**
     * Reads CSV in UTF-8 with a header; columns that are not asked for are left aside. Programs write labels with capitals and
     * blanks of their own, so these don't count.
     *
     * @param labelColumn beside the column {@code text}
     * @param labels      that may stand in it, different beyond their capitals
     * @return one for each row, at least one
     * @throws DataFileException if the file is missing, is no such CSV or holds something else, with the line
     */
    public static List<LabelledText> read(Path csv, String labelColumn, Set<String> labels) throws IOException {
        return read(csv, labelColumn, labels, false);
    }

    /** The same where several labels may stand together, with {@code +} between them. */
    public static List<LabelledText> readTogether(Path csv, String labelColumn, Set<String> labels)
            throws IOException {
        return read(csv, labelColumn, labels, true);
    }

    private static List<LabelledText> read(Path csv, String labelColumn, Set<String> labels, boolean together)
            throws IOException {
        Map<String, String> known = labels.stream().collect(Collectors.toMap(LabelledText::plain, label -> label));
        try (InputStream in = Files.newInputStream(csv);
                MappingIterator<Map<String, String>> rows = new CsvMapper().enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                        .readerForMapOf(String.class).with(CsvSchema.emptySchema().withHeader()).readValues(in)) {
            List<LabelledText> texts = new ArrayList<>();
            while (rows.hasNextValue()) {
                requireColumns(csv, (CsvSchema) rows.getParserSchema(), labelColumn);
                Map<String, String> row = rows.nextValue();
                int line = lastLine(rows.getParser().currentLocation());
                texts.add(new LabelledText(line, text(csv, line, row),
                        label(csv, line, row.get(labelColumn), labelColumn, known, together)));
            }
            if (texts.isEmpty()) {
                throw new DataFileException(csv, "holds no rows below the header text," + labelColumn);
            }
            return texts;
        } catch (NoSuchFileException e) {
            throw new DataFileException(csv, "there is no such file");
        } catch (CharConversionException e) {
            throw new DataFileException(csv, "is not UTF-8");
        } catch (JacksonException e) {
            JsonLocation where = e.getLocation();
            throw where == null || where.getLineNr() < 1
                    ? new DataFileException(csv, "is empty or no CSV")
                    : new DataFileException(csv, where.getLineNr(), "is not CSV");
        }
    }

    /** Of the row just read: the parser stands behind it, on the next line if the row ended in a line break. */
    private static int lastLine(JsonLocation behind) {
        return behind.getLineNr() - (behind.getColumnNr() == 1 ? 1 : 0);
    }

    private static void requireColumns(Path csv, CsvSchema header, String labelColumn) throws DataFileException {
        for (String column : List.of("text", labelColumn)) {
            if (header.column(column) == null) {
                throw new DataFileException(csv, 1, "the header has no column '" + column + "'; text," + labelColumn
                        + " is expected");
            }
        }
    }

    private static String text(Path csv, int line, Map<String, String> row) throws DataFileException {
        String text = row.get("text");
        if (text == null || text.isBlank()) {
            throw new DataFileException(csv, line, "the text is empty");
        }
        return text;
    }

    private static String label(Path csv, int line, String given, String column, Map<String, String> known,
            boolean together) throws DataFileException {
        if (given == null || given.isBlank()) {
            throw new DataFileException(csv, line, "the " + column + " is empty");
        }
        List<String> labels = Arrays.stream(together ? given.split(Pattern.quote(AND)) : new String[]{given})
                .map(label -> known.get(plain(label))).toList();
        if (labels.contains(null)) {
            throw new DataFileException(csv, line, "the " + column + " is not one of the " + known.size()
                    + " known, such as " + known.values().stream().sorted().findFirst().orElseThrow());
        }
        return String.join(AND, labels);
    }

    private static String plain(String label) {
        return label.strip().toLowerCase(Locale.ROOT);
    }
}

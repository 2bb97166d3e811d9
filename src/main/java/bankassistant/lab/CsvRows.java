package bankassistant.lab;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The rows of CSV with a header, in UTF-8. */
public final class CsvRows {

    private CsvRows() {}

    /**
     * Each row by the header's names.
     *
     * @throws DataFileException if there is no such file, or it is no CSV
     */
    public static List<Map<String, String>> read(Path csv) throws IOException {
        try (Reader reader = Files.newBufferedReader(csv, StandardCharsets.UTF_8);
                MappingIterator<Map<String, String>> rows = new CsvMapper().readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader()).readValues(reader)) {
            return rows.readAll();
        } catch (JacksonException e) {
            throw new DataFileException(csv, "is no CSV with a header");
        } catch (NoSuchFileException | FileNotFoundException e) {
            throw new DataFileException(csv, "there is no such file");
        }
    }
}

package bankassistant.lab;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The questions of a CSV file with a header. */
public final class QuestionColumn {

    private QuestionColumn() {}

    /**
     * What stands in the column {@code question}, row by row.
     *
     * @throws DataFileException if there is no such file, column or row
     */
    public static List<String> read(Path csv) throws IOException {
        List<String> questions = new ArrayList<>();
        try (MappingIterator<Map<String, String>> rows = new CsvMapper().readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader()).readValues(csv.toFile())) {
            while (rows.hasNextValue()) {
                String question = rows.nextValue().get("question");
                if (question == null || question.isBlank()) {
                    throw new DataFileException(csv, "has a row without a question");
                }
                questions.add(question);
            }
        } catch (NoSuchFileException | java.io.FileNotFoundException e) {
            throw new DataFileException(csv, "there is no such file");
        } catch (JacksonException e) {
            throw new DataFileException(csv, "is empty or no CSV");
        }
        if (questions.isEmpty()) {
            throw new DataFileException(csv, "holds no questions");
        }
        return questions;
    }
}

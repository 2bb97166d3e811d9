package bankassistant.lab;

import java.io.IOException;
import java.nio.file.Path;
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
        return rows(csv).stream().map(row -> row.get("question")).toList();
    }

    /** The whole rows, each of which has a question. */
    static List<Map<String, String>> rows(Path csv) throws IOException {
        List<Map<String, String>> rows = CsvRows.read(csv);
        if (rows.isEmpty()) {
            throw new DataFileException(csv, "holds no questions");
        }
        for (Map<String, String> row : rows) {
            String question = row.get("question");
            if (question == null || question.isBlank()) {
                throw new DataFileException(csv, "has a row without a question");
            }
        }
        return rows;
    }
}

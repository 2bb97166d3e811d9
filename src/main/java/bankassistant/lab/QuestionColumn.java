package bankassistant.lab;

import java.io.IOException;
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
        for (Map<String, String> row : CsvRows.read(csv)) {
            String question = row.get("question");
            if (question == null || question.isBlank()) {
                throw new DataFileException(csv, "has a row without a question");
            }
            questions.add(question);
        }
        if (questions.isEmpty()) {
            throw new DataFileException(csv, "holds no questions");
        }
        return questions;
    }
}

package bankassistant.lab;

import bankassistant.retrieval.Finding;
import bankassistant.retrieval.Hit;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** How often the right section is the first found, and among the first three. */
public final class RetrievalEvaluation {

    private final Function<String, Finding> finder;

    /** @param finder of a question */
    public RetrievalEvaluation(Function<String, Finding> finder) {
        this.finder = finder;
    }

    /**
     * A question and the section that answers it.
     *
     * @param sentence may be empty: it is not looked at here
     */
    public record Question(String question, String policy, String section, String sentence) {

        public Question {
            if (question == null || question.isBlank() || policy == null || section == null) {
                throw new IllegalArgumentException("a row needs a question, a policy and a section");
            }
        }

        String key() {
            return policy + "/" + section;
        }
    }

    /**
     * @param recallAt1 the right section came first
     * @param recallAt3 the right section was among the first three
     * @param mistakes  questions whose section did not come first, with those that did
     */
    public record Result(Proportion recallAt1, Proportion recallAt3, List<Mistake> mistakes) {

        public Result {
            mistakes = List.copyOf(mistakes);
        }
    }

    /** Reads CSV in UTF-8 with the header {@code question,policy,section,sentence}. */
    public static List<Question> read(Path csv) throws IOException {
        CsvSchema schema = CsvSchema.emptySchema().withHeader();
        try (Reader reader = Files.newBufferedReader(csv, StandardCharsets.UTF_8);
                MappingIterator<Question> rows = new CsvMapper().readerFor(Question.class).with(schema)
                        .readValues(reader)) {
            return rows.readAll();
        }
    }

    /** @param questions at least one */
    public Result run(List<Question> questions) {
        int first = 0;
        int firstThree = 0;
        List<Mistake> mistakes = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            List<String> found = finder.apply(question.question()).hits().stream().limit(3).map(Hit::passage)
                    .map(passage -> passage.key()).toList();
            int rank = found.indexOf(question.key());
            if (rank == 0) {
                first++;
            } else {
                // the first line is the header
                mistakes.add(new Mistake(i + 2, question.question(), question.key(), String.join(" ", found), 0));
            }
            if (rank >= 0) {
                firstThree++;
            }
        }
        return new Result(new Proportion(first, questions.size()), new Proportion(firstThree, questions.size()),
                mistakes);
    }
}

package bankassistant.lab;

import bankassistant.retrieval.Finding;
import bankassistant.retrieval.Hit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /**
     * Reads CSV in UTF-8 with the header {@code question,policy,section,sentence}; the last may be missing.
     *
     * @return one for each row, at least one
     * @throws DataFileException if the file is missing, is no such CSV or has a row without a question
     */
    public static List<Question> read(Path csv) throws IOException {
        List<Question> questions = new ArrayList<>();
        for (Map<String, String> row : QuestionColumn.rows(csv)) {
            if (!row.containsKey("policy") || !row.containsKey("section")) {
                throw new DataFileException(csv, "has no columns question, policy and section");
            }
            questions.add(new Question(row.get("question"), row.get("policy"), row.get("section"),
                    row.getOrDefault("sentence", "")));
        }
        return questions;
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

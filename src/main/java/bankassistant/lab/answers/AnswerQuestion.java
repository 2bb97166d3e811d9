package bankassistant.lab.answers;

import bankassistant.lab.DataFileException;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A question and what its answer must hold.
 *
 * @param must      terms, all of which must stand in the answer, at least one
 * @param mustNot   terms, none of which may
 * @param policy    that answers
 * @param section   that answers
 * @param reference a right answer in good words; may be null
 */
public record AnswerQuestion(String question, List<String> must, @JsonProperty("must_not") List<String> mustNot,
        String policy, String section, String reference) {

    public AnswerQuestion {
        if (question == null || question.isBlank() || must == null || must.isEmpty() || policy == null
                || section == null) {
            throw new IllegalArgumentException("a question needs must, policy and section");
        }
        must = List.copyOf(must);
        mustNot = mustNot == null ? List.of() : List.copyOf(mustNot);
    }

    /** What a good answer says, where the data tells. */
    public Optional<String> good() {
        return Optional.ofNullable(reference);
    }

    /** Whether a text holds all that it must and nothing that it must not. */
    public boolean passes(String text) {
        return must.stream().allMatch(term -> AnswerTerm.standsIn(term, text))
                && mustNot.stream().noneMatch(term -> AnswerTerm.standsIn(term, text));
    }

    /**
     * Reads JSONL in UTF-8.
     *
     * @throws DataFileException naming the line, if it holds something else
     */
    public static List<AnswerQuestion> read(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<AnswerQuestion> questions = new ArrayList<>();
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                try {
                    questions.add(mapper.readValue(lines.get(i), AnswerQuestion.class));
                } catch (JacksonException e) {
                    throw new DataFileException(file, i + 1,
                            "is no object with question, must, must_not, policy and section");
                }
            }
        }
        if (questions.isEmpty()) {
            throw new DataFileException(file, "holds no questions");
        }
        return questions;
    }
}

package bankassistant.lab.answers;

import bankassistant.lab.DataFileException;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the writer is to learn.
 *
 * @param title    of the evidence's section
 * @param evidence its sentences, joined by a space
 * @param answer   to be written
 */
public record AnswerText(String question, String title, String evidence, String answer) {

    public AnswerText {
        for (String part : new String[]{question, title, evidence, answer}) {
            if (part == null || part.isBlank()) {
                throw new IllegalArgumentException("question, title, evidence and answer are all needed");
            }
        }
    }

    /**
     * Reads JSONL in UTF-8.
     *
     * @throws DataFileException naming the line, if it holds something else
     */
    public static List<AnswerText> read(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        List<AnswerText> texts = new ArrayList<>();
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (int i = 0; i < lines.size(); i++) {
            try {
                texts.add(mapper.readValue(lines.get(i), AnswerText.class));
            } catch (JacksonException e) {
                throw new DataFileException(file, i + 1, "is no question with title, evidence and answer");
            }
        }
        if (texts.isEmpty()) {
            throw new DataFileException(file, "holds no lines");
        }
        return texts;
    }
}

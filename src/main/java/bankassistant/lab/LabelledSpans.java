package bankassistant.lab;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A text and where personal data stands in it.
 *
 * @param line counted from 1
 */
public record LabelledSpans(int line, String text, List<Span> spans) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    public LabelledSpans {
        spans = List.copyOf(spans);
    }

    /**
     * @param type  as Presidio names it, such as {@code CREDIT_CARD}
     * @param start UTF-16 offset
     * @param end   behind the last character
     */
    public record Span(String type, int start, int end) {

        int length() {
            return end - start;
        }

        /** How many characters both cover. */
        int shared(Span other) {
            return Math.max(0, Math.min(end, other.end) - Math.max(start, other.start));
        }
    }

    /**
     * Reads lines of JSON in UTF-8, {@code {"text", "spans": [{"type", "start", "end"}]}}; other keys are left aside, and
     * so are blank lines.
     *
     * @return one for each line, at least one
     * @throws DataFileException if the file is missing, or a line is something else, with its number
     */
    public static List<LabelledSpans> read(Path jsonLines) throws IOException {
        List<LabelledSpans> texts = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(jsonLines)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    texts.add(parse(jsonLines, number, line));
                }
            }
        } catch (NoSuchFileException e) {
            throw new DataFileException(jsonLines, "there is no such file");
        } catch (CharacterCodingException e) {
            throw new DataFileException(jsonLines, "is not UTF-8");
        }
        if (texts.isEmpty()) {
            throw new DataFileException(jsonLines, "holds no lines");
        }
        return texts;
    }

    private static LabelledSpans parse(Path file, int number, String line) throws DataFileException {
        JsonNode json;
        try {
            json = JSON.readTree(line);
        } catch (JacksonException e) {
            throw new DataFileException(file, number, "is not JSON");
        }
        if (!json.path("text").isTextual() || !json.path("spans").isArray()) {
            throw new DataFileException(file, number,
                    "{\"text\": \"...\", \"spans\": [{\"type\", \"start\", \"end\"}]} is expected");
        }
        String text = json.get("text").textValue();
        List<Span> spans = new ArrayList<>();
        for (JsonNode span : json.get("spans")) {
            spans.add(span(file, number, span, text.length()));
        }
        return new LabelledSpans(number, text, spans);
    }

    private static Span span(Path file, int number, JsonNode span, int length) throws DataFileException {
        if (!span.path("type").isTextual() || span.get("type").textValue().isBlank()) {
            throw new DataFileException(file, number, "a span has no type");
        }
        if (!span.path("start").canConvertToInt() || !span.path("start").isIntegralNumber()
                || !span.path("end").canConvertToInt() || !span.path("end").isIntegralNumber()) {
            throw new DataFileException(file, number, "a span's start or end is no whole number");
        }
        int start = span.get("start").intValue();
        int end = span.get("end").intValue();
        if (start < 0 || start >= end || end > length) {
            throw new DataFileException(file, number,
                    "a span from %d to %d does not lie in a text of %d characters".formatted(start, end, length));
        }
        return new Span(span.get("type").textValue(), start, end);
    }
}

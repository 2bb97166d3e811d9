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
import java.util.Optional;

/**
 * A text and where personal data stands in it.
 *
 * @param line    counted from 1
 * @param spans   in any order, of types that are masked
 * @param unknown spans of other types, such as {@code DATE_TIME}: neither these nor what is found in them is counted
 */
public record LabelledSpans(int line, String text, List<Span> spans, List<Span> unknown) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    public LabelledSpans {
        spans = List.copyOf(spans);
        unknown = List.copyOf(unknown);
    }

    /**
     * @param type  as Presidio names it, such as {@code CREDIT_CARD}; as the file names it where it is unknown
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
     * so are blank lines. Types may have other usual names, {@code ORG} for {@code ORGANIZATION}.
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
        List<Span> unknown = new ArrayList<>();
        for (JsonNode labelled : json.get("spans")) {
            Span span = span(file, number, labelled, text);
            Optional<String> type = PiiTypes.of(span.type());
            (type.isPresent() ? spans : unknown).add(new Span(type.orElse(span.type()), span.start(), span.end()));
        }
        return new LabelledSpans(number, text, spans, unknown);
    }

    private static Span span(Path file, int number, JsonNode span, String text) throws DataFileException {
        if (!span.path("type").isTextual() || span.get("type").textValue().isBlank()) {
            throw new DataFileException(file, number, "a span has no type");
        }
        if (!span.path("start").canConvertToInt() || !span.path("start").isIntegralNumber()
                || !span.path("end").canConvertToInt() || !span.path("end").isIntegralNumber()) {
            throw new DataFileException(file, number, "a span's start or end is no whole number");
        }
        int start = span.get("start").intValue();
        int end = span.get("end").intValue();
        if (start < 0 || start >= end || end > text.length()) {
            throw new DataFileException(file, number, "a span from %d to %d does not lie in a text of %d characters"
                    .formatted(start, end, text.length()));
        }
        if (isAmid(text, start) || isAmid(text, end) || isCountedOtherwise(text, start, end)) {
            throw new DataFileException(file, number,
                    ("a span from %d to %d does not fit its text: starts and ends are "
                            + "counted in UTF-16 units, in which an emoji has two, and seem to be counted in code points here")
                            .formatted(start, end));
        }
        return new Span(span.get("type").textValue(), start, end);
    }

    /** Whether an offset parts a character of two units. */
    private static boolean isAmid(String text, int offset) {
        return offset < text.length() && Character.isLowSurrogate(text.charAt(offset));
    }

    /** Whether a span cuts a word or holds a space at its end, and does not where its offsets count code points. */
    private static boolean isCountedOtherwise(String text, int start, int end) {
        int points = text.codePointCount(0, text.length());
        return points < text.length() && end <= points && !isClean(text, start, end)
                && isClean(text, text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }

    private static boolean isClean(String text, int start, int end) {
        return !Character.isWhitespace(text.charAt(start)) && !Character.isWhitespace(text.charAt(end - 1))
                && (start == 0 || !isWord(text, start - 1) || !isWord(text, start))
                && (end == text.length() || !isWord(text, end - 1) || !isWord(text, end));
    }

    private static boolean isWord(String text, int index) {
        return Character.isLetterOrDigit(text.charAt(index));
    }
}

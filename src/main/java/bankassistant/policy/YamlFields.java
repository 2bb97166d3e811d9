package bankassistant.policy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/**
 * A flat YAML mapping: names with a text or a list of texts, each with its line. Read token by token, so that no YAML
 * type or alias is ever resolved and every complaint can name its line.
 */
final class YamlFields {

    /**
     * The value of one name.
     *
     * @param line   of the name, counted from 1 in the file
     * @param list   whether it was written as a list
     * @param values one text, or the list's
     */
    record Field(int line, boolean list, List<String> values) {

        Field {
            values = List.copyOf(values);
        }
    }

    private final PolicyFile file;
    private final int firstLine;

    private YamlFields(PolicyFile file, int firstLine) {
        this.file = file;
        this.firstLine = firstLine;
    }

    /**
     * @param file      for complaints
     * @param yaml      the mapping
     * @param firstLine the line of the file at which {@code yaml} begins
     */
    static Map<String, Field> parse(PolicyFile file, String yaml, int firstLine) throws PolicyException {
        YamlFields fields = new YamlFields(file, firstLine);
        try (JsonParser parser = new YAMLFactory().createParser(yaml)) {
            return fields.mapping(parser);
        } catch (PolicyException e) {
            throw e;
        } catch (JsonProcessingException e) {
            throw file.refuse(fields.line(e.getLocation()), "is not valid YAML: " + firstSentence(e));
        } catch (IOException e) {
            throw file.refuse(firstLine, "is not valid YAML");
        }
    }

    private Map<String, Field> mapping(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw file.refuse(firstLine, "a list of 'name: value' lines is expected here");
        }
        Map<String, Field> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int line = line(parser.currentTokenLocation());
            if (fields.put(name, field(parser, name, line)) != null) {
                throw file.refuse(line, "'" + name + "' stands twice");
            }
        }
        if (parser.nextToken() != null) {
            throw file.refuse(line(parser.currentTokenLocation()), "holds more than one YAML document");
        }
        return fields;
    }

    private Field field(JsonParser parser, String name, int line) throws IOException {
        JsonToken token = parser.nextToken();
        if (token.isScalarValue()) {
            return new Field(line, false, List.of(text(parser)));
        }
        List<String> values = new ArrayList<>();
        if (token == JsonToken.START_ARRAY) {
            while (parser.nextToken().isScalarValue()) {
                values.add(text(parser));
            }
        }
        if (parser.currentToken() != JsonToken.END_ARRAY) {
            throw file.refuse(line(parser.currentTokenLocation()),
                    "'" + name + "' must be a text or a list of texts; put a text with a colon in quotes");
        }
        return new Field(line, true, values);
    }

    private static String text(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText().strip();
    }

    private int line(JsonLocation location) {
        return location == null || location.getLineNr() < 1 ? firstLine : firstLine + location.getLineNr() - 1;
    }

    private static String firstSentence(JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("").strip();
    }
}

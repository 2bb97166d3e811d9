package bankassistant.audit.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON in the one form that RFC 8785 (JCS) gives it: names sorted by their UTF-16 units, no spaces, the shortest escapes.
 * Of numbers only whole ones of at most 53 bits are taken, which have one form in every JSON implementation; nulls are not
 * taken.
 */
final class CanonicalJson {

    private static final long LARGEST = (1L << 53) - 1;

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /** @throws IllegalArgumentException if a value has no canonical form */
    static byte[] bytes(JsonNode json) {
        CanonicalJson writer = new CanonicalJson();
        writer.value(json);
        return writer.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void value(JsonNode json) {
        switch (json.getNodeType()) {
            case OBJECT -> object(json);
            case ARRAY -> array(json);
            case STRING -> string(json.textValue());
            case BOOLEAN -> out.append(json.booleanValue());
            case NUMBER -> number(json);
            default -> throw new IllegalArgumentException("no canonical form for a " + json.getNodeType());
        }
    }

    private void object(JsonNode json) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        json.properties().forEach(property -> sorted.put(property.getKey(), property.getValue()));
        out.append('{');
        Iterator<Map.Entry<String, JsonNode>> properties = sorted.entrySet().iterator();
        while (properties.hasNext()) {
            Map.Entry<String, JsonNode> property = properties.next();
            string(property.getKey());
            out.append(':');
            value(property.getValue());
            if (properties.hasNext()) {
                out.append(',');
            }
        }
        out.append('}');
    }

    private void array(JsonNode json) {
        out.append('[');
        for (int i = 0; i < json.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            value(json.get(i));
        }
        out.append(']');
    }

    private void number(JsonNode json) {
        if (!json.isIntegralNumber() || !json.canConvertToLong() || Math.abs(json.longValue()) > LARGEST) {
            throw new IllegalArgumentException("not a whole number of at most 53 bits");
        }
        out.append(json.longValue());
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> character(text, i, c);
            }
        }
        out.append('"');
    }

    private void character(String text, int i, char c) {
        if (c < ' ') {
            out.append(String.format("\\u%04x", (int) c));
            return;
        }
        boolean paired = Character.isHighSurrogate(c)
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : !Character.isLowSurrogate(c) || i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        if (!paired) {
            throw new IllegalArgumentException("half a character");
        }
        out.append(c);
    }
}

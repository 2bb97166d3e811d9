package bankassistant.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A policy file as a test needs it: valid, but for what the test changes. */
final class PolicyText {

    static final String BODY = """
            ## Replacing a worn card {#replacement}

            A worn card is replaced for $5.
            """;

    private final Map<String, String> fields = new LinkedHashMap<>();
    private String body = BODY;

    static PolicyText valid() {
        PolicyText text = new PolicyText();
        text.fields.put("id", "cards");
        text.fields.put("title", "Cards");
        text.fields.put("version", "\"2026.1\"");
        text.fields.put("effective", "2026-09-01");
        text.fields.put("review", "2027-03-01");
        text.fields.put("owner", "Card Services");
        text.fields.put("sources", "[\"12 CFR Part 1005\"]");
        text.fields.put("verify", "[]");
        return text;
    }

    PolicyText with(String field, String yaml) {
        fields.put(field, yaml);
        return this;
    }

    PolicyText without(String field) {
        fields.remove(field);
        return this;
    }

    PolicyText body(String markdown) {
        body = markdown;
        return this;
    }

    Path in(Path folder, String name) throws IOException {
        return Files.writeString(folder.resolve(name), toString());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("---\n");
        fields.forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
        return text.append("---\n\n").append(body).toString();
    }
}

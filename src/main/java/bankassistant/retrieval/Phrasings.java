package bankassistant.retrieval;

import bankassistant.policy.PolicyException;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads how customers and staff ask for a section in their own words: questions put beside a passage in the index make it
 * found by words it does not have (Nogueira et al. 2019, arXiv 1904.08375, who generate them).
 */
public final class Phrasings {

    private Phrasings() {}

    /**
     * Reads {@code phrasings.yaml}: lists of questions by {@code policy/section}.
     *
     * @return empty if there is no such file
     * @throws PolicyException if it is not of this form
     */
    public static Map<String, List<String>> read(Path file) throws PolicyException {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            Map<String, List<String>> read = new YAMLMapper().readValue(Files.readString(file, StandardCharsets.UTF_8),
                    new TypeReference<>() {
                    });
            Map<String, List<String>> copy = new HashMap<>();
            read.forEach((section, phrasings) -> copy.put(section, List.copyOf(phrasings)));
            return Map.copyOf(copy);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
            throw refused(file, line, e);
        } catch (IOException | RuntimeException e) {
            throw refused(file, 0, e);
        }
    }

    private static PolicyException refused(Path file, int line, Exception cause) {
        PolicyException refused = new PolicyException(file, line,
                "holds lines such as 'cards/change-pin: [How do I set a new PIN]' and nothing else");
        refused.initCause(cause);
        return refused;
    }
}

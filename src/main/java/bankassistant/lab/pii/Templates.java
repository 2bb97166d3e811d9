package bankassistant.lab.pii;

import bankassistant.lab.DataFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Named lists of templates. In the file a name in brackets begins a list, and each line below it is a template; {@code \n} in it
 * stands for a line break, {@code #} begins a comment.
 */
final class Templates {

    private final Path file;
    private final Map<String, List<String>> lists = new LinkedHashMap<>();

    private Templates(Path file) {
        this.file = file;
    }

    /** @throws IOException naming file and line, if a template stands before the first name */
    static Templates read(Path file) throws IOException {
        Templates templates = new Templates(file);
        List<String> current = null;
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.matches("\\[[a-z-]+]")) {
                current = templates.lists.computeIfAbsent(line.substring(1, line.length() - 1),
                        _ -> new ArrayList<>());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                if (current == null) {
                    throw new DataFileException(file, i + 1, "stands below no name in brackets");
                }
                current.add(line.replace("\\n", "\n"));
            }
        }
        return templates;
    }

    boolean has(String name) {
        return lists.containsKey(name);
    }

    List<String> list(String name) {
        List<String> list = lists.get(name);
        if (list == null) {
            throw new IllegalArgumentException(file + " has no list [" + name + "]");
        }
        return list;
    }
}

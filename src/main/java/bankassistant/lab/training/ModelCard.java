package bankassistant.lab.training;

import bankassistant.model.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * The README beside trained weights, in Markdown.
 *
 * @param title    name of the model
 * @param purpose  what it is for, from what data it was made
 * @param command  that trains it again
 * @param training by name, how it was trained
 * @param scores   by measure and data, such as "accuracy, 5-fold cross-validation"
 * @param limits   what it isn't for, what it gets wrong
 */
public record ModelCard(String title, String purpose, String command, Map<String, String> training,
        Map<String, String> scores, String limits) {

    /** @param curve file name of the loss curve's picture, in the same folder */
    public void write(Path file, String curve) throws IOException {
        String text = """
                # %s

                %s

                ## Training

                    %s

                %s
                ![Loss by step](%s)

                ## Scores

                %s
                ## Limits

                %s
                """.formatted(title, purpose, command, table("setting", training), curve, table("measure", scores),
                limits);
        AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String table(String head, Map<String, String> rows) {
        StringBuilder table = new StringBuilder("| %s | value |\n|---|---|\n".formatted(head));
        rows.forEach((name, value) -> table.append("| %s | %s |\n".formatted(cell(name), cell(value))));
        return table.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}

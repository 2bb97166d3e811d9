package bankassistant.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.model.ModelManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCommandTest {

    @TempDir
    private Path root;

    private final Cli cli = new Cli();

    @BeforeEach
    void aModelWithItsManifest() throws IOException {
        Files.createDirectories(root.resolve("models/base"));
        Files.writeString(root.resolve("models/base/weights.gguf"), "weights");
        Files.writeString(root.resolve("models/base/tokenizer.json"), "{}");
        ModelManifest.compute(root.resolve("models")).write();
        cli.installedIn(root);
    }

    @Test
    void finds_unaltered_files_good() {
        assertThat(cli.run("model", "verify")).isZero();
        assertThat(cli.screen.lines()).containsExactly("good     base/tokenizer.json", "good     base/weights.gguf");
    }

    @Test
    void refuses_an_altered_file_by_name() throws IOException {
        Files.writeString(root.resolve("models/base/weights.gguf"), "Weights");

        assertThat(cli.run("model", "verify")).isEqualTo(1);
        assertThat(cli.screen.lines()).anySatisfy(line -> assertThat(line)
                .startsWith("REFUSED  base/weights.gguf: its SHA-256 is ").contains(" states "));
    }

    @Test
    void takes_files_for_good_once_they_are_sealed() throws IOException {
        Files.writeString(root.resolve("models/base/weights.gguf"), "Weights");
        Files.writeString(root.resolve("models/base/new.json"), "{}");

        assertThat(cli.run("model", "seal")).isZero();
        assertThat(cli.run("model", "verify")).isZero();
        assertThat(cli.screen.lines()).contains("good     base/new.json");
    }

    @Test
    void refuses_a_missing_file_and_one_that_is_not_stated() throws IOException {
        Files.move(root.resolve("models/base/weights.gguf"), root.resolve("models/base/other.gguf"));

        assertThat(cli.run("model", "verify")).isEqualTo(1);
        assertThat(cli.screen.lines()).contains("REFUSED  base/weights.gguf: missing",
                "REFUSED  base/other.gguf: not in manifest.json");
    }

    @Test
    void reports_as_json() throws IOException {
        Files.delete(root.resolve("models/base/weights.gguf"));

        assertThat(cli.run("model", "verify", "--json")).isEqualTo(1);
        assertThat(cli.screen.lines()).containsExactly("{\"file\":\"base/tokenizer.json\",\"verified\":true}",
                "{\"file\":\"base/weights.gguf\",\"verified\":false,\"reason\":\"missing\"}");
    }

    @Test
    void lists_files_with_their_size() {
        assertThat(cli.run("model", "list", "--json")).isZero();

        assertThat(cli.objects()).extracting(json -> json.get("file").asText()).containsExactly("base/tokenizer.json",
                "base/weights.gguf");
        assertThat(cli.objects().getLast().get("bytes").intValue()).isEqualTo(7);
    }

    @Test
    void refuses_a_manifest_that_points_outside() throws IOException {
        Files.writeString(root.resolve("models/manifest.json"), "{\"../secret\": \"" + "0".repeat(64) + "\"}");

        assertThat(cli.run("model", "verify")).isEqualTo(1);
        assertThat(cli.screen.err()).contains("manifest.json, ../secret");
    }

    @Test
    void refuses_a_manifest_that_is_none() throws IOException {
        for (String text : new String[]{"", "[]", "{\"a\": 1}", "{\"a\": \"xyz\"}", "nonsense"}) {
            Files.writeString(root.resolve("models/manifest.json"), text);
            assertThat(cli.run("model", "verify")).as(text).isEqualTo(1);
        }
        Files.delete(root.resolve("models/manifest.json"));
        assertThat(cli.run("model", "verify")).isEqualTo(1);
        assertThat(cli.screen.err()).doesNotContain("(error").contains("missing from");
    }
}

package bankassistant.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own. */
class MainTest {

    @TempDir
    private Path temp;

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only there a display can be missing")
    void without_display_and_input_it_says_so_and_ends_well() throws Exception {
        assertThat(start("--demo", "--data", temp.resolve("data").toString())).isZero();

        assertThat(err()).containsOnlyOnce("There is no display").contains("The chat in the terminal starts instead");
        assertThat(temp.resolve("out")).isEmptyFile();
    }

    @Test
    void without_users_it_says_how_they_are_made() throws Exception {
        assertThat(start("--data", temp.resolve("data").toString(), "ask", "Hello?")).isEqualTo(1);

        assertThat(err()).contains("`assistant set-up`").hasLineCount(1);
    }

    @Test
    void keeps_standard_error_quiet() throws Exception {
        assertThat(start("--version")).isZero();

        assertThat(temp.resolve("out")).hasContent("BankingAssistant-v1.0");
        assertThat(err()).isEmpty();
    }

    @Test
    void refuses_a_data_folder_inside_a_file() throws Exception {
        Path file = Files.writeString(temp.resolve("file"), "");

        assertThat(start("--data", file.resolve("data").toString(), "ask", "Hello?")).isEqualTo(1);
        assertThat(err()).contains("a part of its path is a file").doesNotContain("\tat ");
    }

    private int start(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                        System.getProperty("java.class.path"), "--enable-native-access=ALL-UNNAMED",
                        "-Dbankassistant.home=" + Path.of("").toAbsolutePath(), "bankassistant.app.Main"));
        command.addAll(List.of(arguments));
        Path nothing = Files.writeString(temp.resolve("in"), "");
        ProcessBuilder builder = new ProcessBuilder(command).redirectInput(nothing.toFile())
                .redirectOutput(temp.resolve("out").toFile()).redirectError(temp.resolve("err").toFile());
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private String err() throws IOException {
        return Files.readString(temp.resolve("err"));
    }
}

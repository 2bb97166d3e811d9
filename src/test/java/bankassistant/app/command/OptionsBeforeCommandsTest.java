package bankassistant.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.app.Options;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsBeforeCommandsTest {

    private final Cli cli = new Cli();

    @Test
    void opens_the_front_door_without_a_command() {
        assertThat(cli.run()).isZero();

        assertThat(cli.opened).containsExactly(new Options(false, false, Optional.empty(), Options.Device.AUTO));
        assertThat(cli.parts.closed()).isTrue();
    }

    @Test
    void takes_all_options_before_a_command() {
        assertThat(cli.run("--demo", "--fresh", "--data", "some folder", "--device", "cpu", "ask", "Hello?")).isZero();

        assertThat(cli.opened)
                .containsExactly(new Options(true, true, Optional.of(Path.of("some folder")), Options.Device.CPU));
    }

    @Test
    void empties_no_folder_but_the_demo_one() {
        assertThat(cli.run("--fresh", "ask", "Hello?")).isEqualTo(2);

        assertThat(cli.opened).isEmpty();
        assertThat(cli.screen.err()).contains("--demo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--nonsense", "nonsense", "--device=tpu", "--data", "model", "ask", "model nonsense",
            "ask --batch x Hello", "ask --nonsense"})
    void calls_a_wrong_use_wrong(String line) {
        assertThat(cli.run(line.split(" "))).isEqualTo(2);

        assertThat(cli.screen.err()).contains("--help").doesNotContain("\tat ");
        assertThat(cli.screen.out()).isEmpty();
        assertThat(cli.opened).isEmpty();
    }

    @Test
    void names_the_devices_as_they_are_typed() {
        assertThat(cli.run("--device", "tpu", "ask", "Hello?")).isEqualTo(2);

        assertThat(cli.screen.err()).contains("'--device'", "expected auto, cpu or gpu but was 'tpu'")
                .doesNotContain("CPU", "case-insensitive");
    }

    @Test
    void tells_its_version() {
        assertThat(cli.run("--version")).isZero();
        assertThat(cli.screen.out()).isEqualTo("BankingAssistant-v1.0" + System.lineSeparator());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "ask --help", "model --help", "model verify --help"})
    void helps_without_opening_anything(String line) {
        assertThat(cli.run(line.split(" "))).isZero();

        assertThat(cli.screen.out()).startsWith("Usage: assistant");
        assertThat(cli.opened).isEmpty();
    }
}

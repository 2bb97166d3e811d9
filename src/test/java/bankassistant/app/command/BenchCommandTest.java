package bankassistant.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bankassistant.answering.ScriptedModel;
import bankassistant.app.FakeChat;
import bankassistant.app.FakeParts;
import bankassistant.app.Installation;
import bankassistant.app.Screen;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchCommandTest {

    private final Screen screen = new Screen();
    private final ScriptedModel model = ScriptedModel.saying("word ".repeat(200));
    private final FakeParts parts = new FakeParts(new FakeChat(), model);

    @Test
    void prints_what_it_measured_as_one_object() throws IOException {
        assertThat(run("bench", "--runs", "2", "--json")).isZero();

        assertThat(screen.lines()).hasSize(1);
        JsonNode figures = new ObjectMapper().readTree(screen.out());
        assertThat(figures.get("prefill_128_tokens_per_s").asDouble()).isEqualTo(1000);
        assertThat(figures.get("prefill_384_tokens_per_s").asDouble()).isEqualTo(1000);
        assertThat(figures.get("decode_at_300_tokens_per_s").asDouble()).isEqualTo(59 / 0.6, within(0.01));
        assertThat(figures.get("answer_300_60_p50_ms").asDouble()).isBetween(900.0, 920.0)
                .isEqualTo(figures.get("answer_300_60_p95_ms").asDouble());
        assertThat(figures.get("start_to_ready_s").asDouble()).isPositive();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux tells a process its memory in a file")
    void tells_the_memory_that_is_used() throws IOException {
        run("bench", "--runs", "1", "--json");

        JsonNode figures = new ObjectMapper().readTree(screen.out());
        assertThat(figures.get("resident_mib").asLong()).isPositive()
                .isLessThanOrEqualTo(figures.get("resident_peak_mib").asLong());
    }

    @Test
    void prints_a_line_for_each_figure_and_closes_what_it_opened() {
        assertThat(run("bench", "--runs", "1")).isZero();

        assertThat(screen.lines()).anyMatch(line -> line.matches("prefill_128_tokens_per_s +1000.0"))
                .noneMatch(line -> line.contains("{"));
        assertThat(parts.closed()).isTrue();
        assertThat(model.closed).isEqualTo(model.opened).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many"})
    void wants_at_least_one_run(String runs) {
        assertThat(run("bench", "--runs", runs)).isEqualTo(2);

        assertThat(screen.err()).contains("--runs");
        assertThat(model.opened).isZero();
    }

    private int run(String... arguments) {
        return CommandLines.run(arguments, screen.streams(), _ -> parts, () -> new Installation(Path.of("")),
                (_, _) -> 0);
    }
}

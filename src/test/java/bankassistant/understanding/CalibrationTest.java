package bankassistant.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.model.ModelFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationTest {

    private static final String GOOD = """
            {"intent_temperature": 1.3, "scope_temperature": 0.9, "in_scope": 0.4, "small_talk": 0.5, "vague": 0.6,
             "part_in_scope": 0.9, "part_out_of_scope": 0.95, "answered": 0.85, "in_scope_answered": 0.05, "piece_answered": 0.3}
            """;

    @TempDir
    private Path folder;

    @Test
    void is_read_from_the_file_beside_the_heads() throws IOException {
        assertThat(read(GOOD)).isEqualTo(new Calibration(1.3, 0.9, 0.4, 0.5, 0.6, 0.9, 0.95, 0.85, 0.05, 0.3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1.3|0|intent_temperature", "1.3|-1|intent_temperature", "0.4|1.1|in_scope",
            "0.6|null|", "\\{|{\"extra\":1,|extra", "\"vague\": 0.6,||vague", "0.9,|\"NaN\",|scope_temperature"})
    void is_refused_where_it_is_not_what_it_should_be(String good, String bad, String named) {
        assertThatThrownBy(() -> read(GOOD.replaceFirst(good, bad == null ? "" : bad)))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("calibration.json").hasMessageContaining(named == null ? "" : named);
    }

    @Test
    void is_refused_when_it_is_no_json() {
        assertThatThrownBy(() -> read("half")).isInstanceOf(ModelFileException.class);
        assertThatThrownBy(() -> read(GOOD + GOOD)).isInstanceOf(ModelFileException.class);
    }

    private Calibration read(String json) throws IOException {
        return Calibration.read(Files.writeString(folder.resolve("calibration.json"), json));
    }
}

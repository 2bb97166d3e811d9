package bankassistant.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.model.ModelFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceCalibrationTest {

    private static final String WHOLE = """
            {"temperature": 1, "head": 0.3, "bias": -15, "nearness": 18, "certainty": 0.2, "none": -0.7,
             "answerable": 0.2, "cosine": 2, "margin": 0.5}""";

    @TempDir
    private Path folder;

    @Test
    void is_read_from_json() throws IOException {
        assertThat(read(WHOLE)).isEqualTo(new EvidenceCalibration(1, 0.3, -15, 18, 0.2, -0.7, 0.2, 2, 0.5));
    }

    @Test
    void a_missing_an_unknown_and_an_impossible_value_are_refused() {
        for (String wrong : new String[]{WHOLE.replace("\"bias\": -15,", ""), WHOLE.replace("bias", "bios"),
                WHOLE.replace("\"temperature\": 1", "\"temperature\": 0"),
                WHOLE.replace("0.2, \"cosine", "2, \"cosine")}) {
            assertThatThrownBy(() -> read(wrong)).isInstanceOf(ModelFileException.class)
                    .hasMessageContaining("calibration");
        }
    }

    private EvidenceCalibration read(String json) throws IOException {
        return EvidenceCalibration.read(Files.writeString(folder.resolve("calibration.json"), json));
    }
}

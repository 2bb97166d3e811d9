package bankassistant.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShippedModelsTest {

    @Test
    void the_manifest_states_every_model_file_as_it_is() throws IOException {
        Path models = Path.of("models");

        assertThat(ModelManifest.read(models).hashes()).isEqualTo(ModelManifest.compute(models).hashes());
    }
}

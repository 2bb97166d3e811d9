package bankassistant.model.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.model.training.Parameter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeftFolderTest {

    private static final String QUERY = "base_model.model.model.layers.0.self_attn.q_proj.lora_";
    private static final Parameter A = new Parameter(QUERY + "A.weight", new long[]{2, 3}, true);
    private static final Parameter B = new Parameter(QUERY + "B.weight", new long[]{4, 2}, true);
    private static final Parameter HEAD = new Parameter("head.weight", new long[]{2, 3}, true);
    private static final PeftFolder ADAPTER = new PeftFolder(2, 4, 0.05, List.of("q_proj"), "a-base", "SEQ_CLS");

    @TempDir
    private Path folder;

    @Test
    void writes_an_adapter_that_is_read_back() throws IOException {
        float[] a = {1, 2, 3, 4, 5, 6};
        float[] b = {1, 0, 0.5f, 0, 0, 0, -1, 1};
        ADAPTER.write(folder.resolve("adapter"), List.of(B, A), List.of(b, a));

        PeftAdapter adapter = PeftAdapter.open(folder.resolve("adapter"));
        assertThat(adapter.names()).containsExactly("model.layers.0.self_attn.q_proj.weight");
        LoraPair pair = adapter.pair("model.layers.0.self_attn.q_proj.weight").orElseThrow();
        assertThat(pair.a()).containsExactly(a);
        assertThat(pair.b()).containsExactly(b);
        assertThat(pair.out()).isEqualTo(4);
        assertThat(pair.in()).isEqualTo(3);
        assertThat(pair.scale()).isEqualTo(2);
    }

    @Test
    void the_config_has_what_others_ask_for() throws IOException {
        ADAPTER.write(folder, List.of(A, B), List.of(new float[6], new float[8]));

        JsonNode config = new ObjectMapper().readTree(folder.resolve("adapter_config.json").toFile());
        assertThat(config.toString()).contains("\"peft_type\":\"LORA\"", "\"r\":2", "\"lora_alpha\":4,",
                "\"lora_dropout\":0.05", "\"target_modules\":[\"q_proj\"]", "\"base_model_name_or_path\":\"a-base\"",
                "\"task_type\":\"SEQ_CLS\"", "\"bias\":\"none\"", "\"inference_mode\":true");
    }

    @Test
    void refuses_what_is_no_half_of_an_adapter() {
        assertThat(PeftFolder.isAdapter(A)).isTrue();
        assertThat(PeftFolder.isAdapter(HEAD)).isFalse();

        assertThatThrownBy(() -> ADAPTER.write(folder, List.of(HEAD), List.of(new float[6])))
                .hasMessage("head.weight is no half of an adapter of rank 2");
        Parameter other = new Parameter(QUERY + "B.weight", new long[]{2, 4}, true);
        assertThatThrownBy(() -> ADAPTER.write(folder, List.of(other), List.of(new float[8])))
                .hasMessageEndingWith("is no half of an adapter of rank 2");
        assertThat(folder).isEmptyDirectory();
    }
}

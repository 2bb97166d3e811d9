package bankassistant.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDList;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ModelExtension.class)
class TorchScriptArchiveTest {

    private final TorchThread thread;

    TorchScriptArchiveTest(TestModels models) {
        thread = models.thread();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sum.torchscript.txt", "decoder.torchscript.txt", "prepare.torchscript.txt"})
    void an_archive_holds_the_code_as_it_is(String resource) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(TorchScriptArchive.pack(resource))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }

        assertThat(entries).containsOnlyKeys("m/data.pkl", "m/code/__torch__.py", "m/constants.pkl", "m/version",
                "m/byteorder");
        try (var code = TorchScriptArchive.class.getResourceAsStream(resource)) {
            assertThat(entries.get("m/code/__torch__.py")).isEqualTo(code.readAllBytes());
        }
    }

    @Test
    void its_lists_begin_empty_and_keep_what_is_added() {
        float[][] results = thread.call(() -> {
            try (TorchScript script = new TorchScript("sum.torchscript.txt")) {
                var manager = script.manager();
                script.call(manager, "keep", manager.create(new float[]{10, 20}), 3);
                NDList both = script.call(manager, "both", manager.create(new float[]{1, 2}), 0.5);
                return new float[][]{both.get(0).toFloatArray(), both.get(1).toFloatArray()};
            }
        });

        assertThat(results[0]).containsExactly(0.5f, 1);
        assertThat(results[1]).containsExactly(13, 23);
    }

    @Test
    void each_network_has_attributes_of_its_own() {
        thread.run(() -> {
            try (TorchScript one = new TorchScript("sum.torchscript.txt");
                    TorchScript other = new TorchScript("sum.torchscript.txt")) {
                one.call(one.manager(), "keep", one.manager().create(new float[]{1}), 1);

                assertThatThrownBy(() -> other.call(other.manager(), "both", other.manager().create(1f), 1.0))
                        .isInstanceOf(RuntimeException.class).hasMessageContaining("index");
            }
        });
    }

    @Test
    void a_missing_resource_is_named() {
        assertThatThrownBy(() -> TorchScriptArchive.pack("none.torchscript.txt"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("none.torchscript.txt");
    }

    @Test
    void code_that_does_not_compile_is_an_error_and_no_crash() {
        assertThatThrownBy(() -> thread.run(() -> new TorchScript("wrong.torchscript.txt").close()))
                .isInstanceOf(RuntimeException.class).hasMessageContaining("no_such_operation");
    }

    @Test
    void arguments_that_torchscript_does_not_know_are_refused() {
        assertThatThrownBy(() -> thread.run(() -> {
            try (TorchScript script = new TorchScript("sum.torchscript.txt")) {
                script.call(script.manager(), "keep", "text");
            }
        })).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("String");
    }
}

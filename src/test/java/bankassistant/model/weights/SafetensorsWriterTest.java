package bankassistant.model.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.model.training.Parameter;
import bankassistant.model.weights.SafetensorsWriter.Precision;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsWriterTest {

    private static final Parameter MATRIX = new Parameter("b.weight", new long[]{2, 3}, true);
    private static final Parameter VECTOR = new Parameter("a.bias", new long[]{2}, false);
    private static final float[] SIX = {0, -0f, 1.0000001f, 1e-30f, -3.4e38f, 0.1f};

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void inAFolder() {
        file = folder.resolve("model.safetensors");
    }

    @Test
    void writes_what_is_read_back() throws IOException {
        new SafetensorsWriter().add(MATRIX, SIX, Precision.F32)
                .add(VECTOR, new float[]{1.5f, 65504f}, Precision.F16).write(file);

        try (SafetensorsFile read = SafetensorsFile.open(file)) {
            assertThat(read.names()).containsExactly("a.bias", "b.weight");
            assertThat(read.shape("b.weight")).containsExactly(2, 3);
            assertThat(read.floats("b.weight")).containsExactly(SIX);
            assertThat(read.floats("a.bias")).containsExactly(1.5f, 65504f);
        }
    }

    @Test
    void rounds_to_half_precision() throws IOException {
        new SafetensorsWriter().add(VECTOR, new float[]{0.1f, -2049}, Precision.F16).write(file);

        try (SafetensorsFile read = SafetensorsFile.open(file)) {
            assertThat(read.floats("a.bias")).containsExactly(0.099975586f, -2048);
        }
    }

    @Test
    void the_data_begin_at_a_multiple_of_8_bytes() throws IOException {
        for (String name : new String[]{"a", "ab", "abc", "abcd", "abcde", "abcdef", "abcdefg", "abcdefgh"}) {
            new SafetensorsWriter().add(new Parameter(name, new long[]{1}, true), new float[]{7}, Precision.F32)
                    .write(file);

            assertThat(ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).getLong() % 8)
                    .isZero();
            try (SafetensorsFile read = SafetensorsFile.open(file)) {
                assertThat(read.floats(name)).containsExactly(7);
            }
        }
    }

    @Test
    void the_same_values_make_the_same_file() throws IOException {
        new SafetensorsWriter().add(MATRIX, SIX, Precision.F32).add(VECTOR, new float[2], Precision.F32).write(file);
        byte[] first = Files.readAllBytes(file);
        new SafetensorsWriter().add(VECTOR, new float[2], Precision.F32).add(MATRIX, SIX, Precision.F32).write(file);

        assertThat(file).hasBinaryContent(first);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void refuses_by_name_what_a_file_can_not_hold() {
        SafetensorsWriter writer = new SafetensorsWriter().add(MATRIX, SIX, Precision.F32);

        assertThatThrownBy(() -> writer.add(VECTOR, new float[]{1, 70_000}, Precision.F16))
                .hasMessage("a.bias has the value 70000.0, which F16 can't hold");
        assertThatThrownBy(() -> writer.add(VECTOR, new float[]{1, Float.NaN}, Precision.F32))
                .hasMessage("a.bias has the value NaN, which F32 can't hold");
        assertThatThrownBy(() -> writer.add(VECTOR, new float[3], Precision.F32))
                .hasMessage("a.bias has 3 values in the shape [2]");
        assertThatThrownBy(() -> writer.add(MATRIX, SIX, Precision.F32)).hasMessage("b.weight comes twice");
    }
}

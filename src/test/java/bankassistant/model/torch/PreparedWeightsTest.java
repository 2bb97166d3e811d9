package bankassistant.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedWeightsTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void choose() {
        file = PreparedWeights.file(folder.resolve("cache"), "weights", "preparation");
    }

    @Test
    void blocks_come_back_in_their_order() throws IOException {
        write("first", "", "third");
        PreparedWeights.Reader reader = PreparedWeights.Reader.open(file).orElseThrow();

        assertThat(text(reader.next(Arena.ofAuto()))).isEqualTo("first");
        assertThat(text(reader.next(Arena.ofAuto()))).isEmpty();
        assertThat(text(reader.next(Arena.ofAuto()))).isEqualTo("third");
    }

    @Test
    void every_ingredient_chooses_another_file() {
        assertThat(PreparedWeights.file(folder, "weights", "preparation").getFileName()).isEqualTo(file.getFileName());
        assertThat(Stream.of(PreparedWeights.file(folder, "weights", "preparation"),
                PreparedWeights.file(folder, "weightsp", "reparation"), PreparedWeights.file(folder, "weights"),
                PreparedWeights.file(folder, "preparation", "weights"))).doesNotHaveDuplicates();
    }

    @Test
    void a_file_that_is_cut_off_anywhere_is_not_used() throws IOException {
        write("some", "weights");
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertThat(PreparedWeights.Reader.open(file)).as("%d bytes", length).isEmpty();
        }
    }

    @Test
    void a_file_with_any_bit_changed_is_not_used() throws IOException {
        write("some", "weights");
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= (byte) (1 << i % 8);
            Files.write(file, changed);

            assertThat(PreparedWeights.Reader.open(file)).as("byte %d", i).isEmpty();
        }
    }

    @Test
    void a_file_with_more_behind_it_is_not_used() throws IOException {
        write("some");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));

        assertThat(PreparedWeights.Reader.open(file)).isEmpty();
    }

    @Test
    void what_was_not_finished_leaves_nothing_behind() throws IOException {
        try (PreparedWeights.Writer writer = new PreparedWeights.Writer(file)) {
            writer.add(bytes("half"));
        }

        assertThat(PreparedWeights.Reader.open(file)).isEmpty();
        assertThat(file.getParent()).isEmptyDirectory();
    }

    @Test
    void a_new_file_replaces_the_old_one() throws IOException {
        write("old");
        write("new");

        assertThat(text(PreparedWeights.Reader.open(file).orElseThrow().next(Arena.ofAuto()))).isEqualTo("new");
    }

    @Test
    void a_folder_that_can_not_be_made_is_reported() throws IOException {
        Files.writeString(file.getParent(), "a file in the folder's place");

        assertThatIOException().isThrownBy(() -> new PreparedWeights.Writer(file).close());
    }

    private void write(String... blocks) throws IOException {
        try (PreparedWeights.Writer writer = new PreparedWeights.Writer(file)) {
            for (String block : blocks) {
                writer.add(bytes(block));
            }
            writer.finish();
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(ByteBuffer block) {
        return StandardCharsets.UTF_8.decode(block).toString();
    }
}

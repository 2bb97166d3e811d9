package bankassistant.model.torch;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.LogLines;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The cache is a convenience: whatever lies there, the model loads and is the same. */
@ExtendWith(ModelExtension.class)
class PreparedModelTest {

    private static final int[] IDS = ByteTokenizer.withChatMl().encode("What does a wire cost?");

    /** Where the file has the SHA-256 of its content, and the content. */
    private static final int SUM = 8;
    private static final int CONTENT = 16;

    @TempDir
    private Path folder;

    private final TestModels models;
    private Path cache;
    private float[] expected;

    PreparedModelTest(TestModels models) {
        this.models = models;
    }

    @BeforeEach
    void loadOnce() throws IOException {
        cache = folder.resolve("cache");
        expected = logits();
    }

    @Test
    void the_second_start_reads_what_the_first_one_kept() throws IOException {
        byte[] kept = Files.readAllBytes(keptFile());

        assertThat(logits()).isEqualTo(expected);
        assertThat(Files.readAllBytes(keptFile())).isEqualTo(kept);
    }

    @Test
    void a_broken_file_is_made_anew() throws IOException {
        byte[] whole = Files.readAllBytes(keptFile());
        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 1;
        byte[] renamed = whole.clone();
        renamed[0] = 'X';
        for (byte[] broken : new byte[][]{{}, Arrays.copyOf(whole, whole.length / 2), flipped, renamed}) {
            Files.write(keptFile(), broken);

            try (LogLines log = new LogLines("bankassistant.model.torch")) {
                assertThat(logits()).isEqualTo(expected);
                assertThat(log.messages()).containsExactly("The prepared weights are damaged and are made anew");
            }
            assertThat(Files.readAllBytes(keptFile())).isEqualTo(whole);
        }
    }

    @Test
    void blocks_of_wrong_lengths_are_made_anew() throws IOException {
        byte[] whole = Files.readAllBytes(keptFile());
        for (long length : new long[]{-1, 0, 7, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE}) {
            ByteBuffer lying = ByteBuffer.wrap(whole.clone()).order(ByteOrder.LITTLE_ENDIAN);
            lying.putLong(CONTENT, length);
            CRC32C sum = new CRC32C();
            sum.update(lying.array(), CONTENT, whole.length - CONTENT);
            lying.order(ByteOrder.BIG_ENDIAN).putLong(SUM, sum.getValue());
            Files.write(keptFile(), lying.array());
            assertThat(PreparedWeights.Reader.open(keptFile())).isPresent();

            assertThat(logits()).isEqualTo(expected);
            assertThat(Files.readAllBytes(keptFile())).isEqualTo(whole);
        }
    }

    @Test
    void a_folder_in_the_place_of_the_file_is_let_be() throws IOException {
        Path file = keptFile();
        Files.delete(file);
        Files.createDirectories(file.resolve("inside"));

        assertThat(logits()).isEqualTo(expected);
        assertThat(file.resolve("inside")).isDirectory();
    }

    @Test
    void a_cache_folder_that_can_not_be_made_does_not_hinder() throws IOException {
        cache = Files.writeString(folder.resolve("file"), "in the place of the folder").resolve("cache");

        assertThat(logits()).isEqualTo(expected);
    }

    private float[] logits() throws IOException {
        try (TorchLanguageModel model = models.loader(cache).load(TinyLlama.small(), ByteTokenizer::withChatMl,
                Precision.INT8)) {
            return model.logits(IDS);
        }
    }

    private Path keptFile() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.reduce((a, b) -> {
                throw new AssertionError("more than one file is kept");
            }).orElseThrow();
        }
    }
}

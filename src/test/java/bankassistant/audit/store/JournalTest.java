package bankassistant.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {

    private static final int BLOCK = FileChange.BLOCK;

    @TempDir
    private Path folder;

    @Test
    void what_the_disk_still_has_of_an_earlier_run_is_not_redone_behind_a_later_one() throws IOException {
        byte[] earlier = journal(1, 2);
        byte[] later = journal(3);
        System.arraycopy(later, 0, earlier, 0, later.length);

        assertThat(redone(earlier)).containsOnly(3).hasSize(BLOCK);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 27, 28, 29, 4_000, 4_131, 4_132, 4_163})
    void a_change_with_any_byte_altered_is_not_redone_nor_what_comes_after_it(int place) throws IOException {
        byte[] journal = journal(1, 2, 3);
        int one = journal.length / 3;
        journal[one + place] ^= 1;

        assertThat(redone(journal)).containsOnly(1).hasSize(BLOCK);
    }

    @Test
    void a_change_that_is_there_in_part_is_not_redone() throws IOException {
        byte[] journal = journal(1, 2);
        for (int length = 0; length < journal.length / 2; length += 7) {
            assertThat(redone(Arrays.copyOf(journal, length))).as("%d bytes", length).isEmpty();
        }
    }

    /** Changes that append a block of these each. */
    private byte[] journal(int... fills) throws IOException {
        Path file = folder.resolve("journal");
        Files.deleteIfExists(file);
        try (FileChannel channel = channel(file); FileChannel none = channel(folder.resolve("none"))) {
            Journal journal = new Journal(channel);
            long size = 0;
            for (int fill : fills) {
                byte[] block = new byte[BLOCK];
                Arrays.fill(block, (byte) fill);
                FileChange change = FileChange.ofNothing(size);
                change.write(none, ByteBuffer.wrap(block), size);
                journal.add(change);
                size += BLOCK;
            }
        }
        return Files.readAllBytes(file);
    }

    private byte[] redone(byte[] journal) throws IOException {
        Path file = folder.resolve("file");
        Files.deleteIfExists(file);
        Files.write(folder.resolve("journal"), journal);
        try (FileChannel channel = channel(file); FileChannel from = channel(folder.resolve("journal"))) {
            new Journal(from).redo(channel);
            assertThat(from.size()).isZero();
        }
        return Files.readAllBytes(file);
    }

    private static FileChannel channel(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}

package bankassistant.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournaledFileTest {

    private static final String NAME = "some.mv.db";

    @TempDir
    private Path folder;

    /** What a file that is written at once holds. */
    private byte[] model = {};
    /** The model when something was forced, with the acts done before and after. */
    private final List<Forced> forced = new ArrayList<>();

    private record Forced(int begun, int done, byte[] content) {}

    @BeforeEach
    void begin() {
        FilePath.register(new JournaledDisk());
        RecordedDisk.begin();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void it_holds_what_was_written_as_any_file_does(int seed) throws IOException {
        work(new Random(seed), 300);

        assertThat(Files.readAllBytes(folder.resolve(NAME))).isEqualTo(model);
        assertThat(folder.resolve(NAME + JournaledDisk.SUFFIX)).isEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void after_a_power_failure_or_a_kill_it_holds_what_was_forced_last_or_was_being_forced(int seed)
            throws IOException {
        forced.add(new Forced(0, 0, model));
        work(new Random(seed), 300);
        assertThat(RecordedDisk.truncated(NAME + JournaledDisk.SUFFIX)).as("the journal begins anew").isGreaterThan(1);

        for (int acts = 0; acts <= RecordedDisk.acts(); acts += 5) {
            int at = acts;
            List<byte[]> possible = possible(at);
            assertThat(possible).as("after act %d", at)
                    .anyMatch(content -> Arrays.equals(content, redone(RecordedDisk.after(at, new Random(at)))));
            assertThat(possible).as("killed after act %d", at)
                    .anyMatch(content -> Arrays.equals(content, redone(RecordedDisk.afterKill(at))));
        }
    }

    @Test
    void whoever_finds_it_locked_leaves_file_and_journal_as_they_are() throws IOException {
        Path journal = folder.resolve(NAME + JournaledDisk.SUFFIX);
        try (FileChannel first = open()) {
            first.write(ByteBuffer.wrap(new byte[5_000]), 0);
            first.force(false);
            byte[] before = Files.readAllBytes(journal);
            try (FileChannel second = unlocked()) {
                assertThatThrownBy(second::tryLock).isInstanceOf(OverlappingFileLockException.class);
                assertThatIOException().isThrownBy(() -> second.write(ByteBuffer.wrap(new byte[1]), 0));
                assertThatIOException().isThrownBy(() -> read(second));
            }
            assertThat(before).isNotEmpty();
            assertThat(journal).hasBinaryContent(before);
            first.write(ByteBuffer.wrap(new byte[]{7}), 4_999);
        }
        assertThat(Files.readAllBytes(folder.resolve(NAME))).hasSize(5_000).endsWith(7);
    }

    @Test
    void a_failure_amid_bringing_it_back_changes_nothing() throws IOException {
        work(new Random(7), 60);
        int amid = forced.get(forced.size() / 2).done() + 1;
        Map<String, byte[]> left = RecordedDisk.after(amid, new Random(7));
        byte[] whole = redone(left);
        RecordedDisk.begin();
        write(left);
        open().close();

        for (int acts = 0; acts <= RecordedDisk.acts(); acts++) {
            Map<String, byte[]> again = RecordedDisk.after(acts, left, new Random(acts));
            assertThat(redone(again)).as("after act %d", acts).isEqualTo(whole);
        }
    }

    @Test
    void a_change_behind_a_failed_one_is_refused() throws IOException {
        FullDisk.of(20_000);
        FileChannel file = FilePath.get(JournaledDisk.SCHEME + FullDisk.SCHEME + folder.resolve(NAME)).open("rw");
        file.tryLock();
        file.write(ByteBuffer.wrap(new byte[10_000]), 0);
        assertThatIOException().isThrownBy(() -> {
            file.force(true);
            file.write(ByteBuffer.wrap(new byte[10_000]), 0);
            file.force(true);
        });
        FullDisk.of(1_000_000);

        assertThatIOException().isThrownBy(() -> file.force(true));
        file.close();
        assertThat(redone(folder)).hasSize(10_000);
    }

    private List<byte[]> possible(int acts) {
        Forced last = forced.stream().filter(one -> one.done() <= acts).reduce((_, later) -> later).orElseThrow();
        return forced.stream().filter(one -> one == last || one.begun() <= acts && one.done() > acts)
                .map(Forced::content).toList();
    }

    /** Writes, truncates, reads and forces by chance, the file and the model alike; closes the file. */
    private void work(Random random, int steps) throws IOException {
        try (FileChannel file = open()) {
            for (int step = 0; step < steps; step++) {
                switch (random.nextInt(8)) {
                    case 0 -> {
                        int size = random.nextInt(model.length + 1);
                        file.truncate(size);
                        model = Arrays.copyOf(model, size);
                    }
                    case 1, 2 -> force(file);
                    default -> write(file, random);
                }
                assertThat(read(file)).as("step %d", step).isEqualTo(model);
            }
            force(file);
        }
    }

    private void force(FileChannel file) throws IOException {
        int begun = RecordedDisk.acts();
        file.force(true);
        forced.add(new Forced(begun, RecordedDisk.acts(), model.clone()));
    }

    private void write(FileChannel file, Random random) throws IOException {
        int position = random.nextInt(model.length + 5_000);
        byte[] bytes = new byte[1 + random.nextInt(60_000)];
        random.nextBytes(bytes);
        file.write(ByteBuffer.wrap(bytes), position);
        model = Arrays.copyOf(model, Math.max(model.length, position + bytes.length));
        System.arraycopy(bytes, 0, model, position, bytes.length);
    }

    private static byte[] read(FileChannel file) throws IOException {
        ByteBuffer all = ByteBuffer.allocate((int) file.size() + 1);
        while (file.read(all, all.position()) >= 0 && all.position() < file.size()) {
            // the rest
        }
        return Arrays.copyOf(all.array(), all.position());
    }

    private FileChannel open() throws IOException {
        FileChannel file = unlocked();
        file.tryLock();
        return file;
    }

    private FileChannel unlocked() throws IOException {
        return FilePath.get(JournaledDisk.SCHEME + RecordedDisk.SCHEME + folder.resolve(NAME)).open("rw");
    }

    private void write(Map<String, byte[]> files) throws IOException {
        for (String name : List.of(NAME, NAME + JournaledDisk.SUFFIX)) {
            Files.write(folder.resolve(name), files.getOrDefault(name, new byte[0]));
        }
    }

    /** What the file holds when it is opened after this. */
    private byte[] redone(Map<String, byte[]> files) {
        try {
            write(files);
            return redone(folder);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] redone(Path folder) throws IOException {
        try (FileChannel file = FilePath.get(JournaledDisk.SCHEME + "file:" + folder.resolve(NAME)).open("rw")) {
            file.tryLock();
            return read(file);
        }
    }
}

package bankassistant.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.audit.Logs;
import bankassistant.audit.note.SigningKey;
import bankassistant.audit.tree.Frontier;
import bankassistant.audit.tree.Hash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power fails, or the process ends, between any two acts of the store on its files, amid writing, opening and closing: what was acknowledged
 * is there afterwards, and the store can be written on. What the disk was not told to hold is lost, or there in part.
 */
class PowerFailureTest {

    /** Written in each opening; the last one only opens and closes. */
    private static final List<Integer> RECORDS = List.of(40, 20, 0);
    private static final int ALL = RECORDS.stream().mapToInt(Integer::intValue).sum();
    private static final int SAMPLED = 40;

    @TempDir
    private Path folder;

    /** Acts done by the time that so many records were acknowledged: the place in the list is their number. */
    private final List<Integer> acknowledged = new ArrayList<>();
    /** Acts that are done amid a closing or the opening after it. */
    private final List<Integer> amidClosing = new ArrayList<>();
    private Frontier tree;

    @Test
    void what_was_acknowledged_survives_a_sampled_failure() throws IOException {
        fill();
        Random random = new Random(5);
        fail(IntStream.concat(
                IntStream.generate(() -> random.nextInt(acknowledged.getFirst(), RecordedDisk.acts() + 1))
                        .limit(SAMPLED),
                IntStream.generate(() -> amidClosing.get(random.nextInt(amidClosing.size()))).limit(SAMPLED))
                .toArray(), 1);
    }

    /** {@code mvn -B verify -Pendurance -Dtest=PowerFailureTest} */
    @Test
    @Tag("endurance")
    void what_was_acknowledged_survives_every_failure() throws IOException {
        fill();
        fail(IntStream.rangeClosed(acknowledged.getFirst(), RecordedDisk.acts()).toArray(), 3);
    }

    private void fill() {
        RecordedDisk.begin();
        tree = new Frontier();
        for (int records : RECORDS) {
            int before = RecordedDisk.acts();
            try (RecordStore store = open(folder.resolve("log"), RecordedDisk.SCHEME)) {
                if (acknowledged.isEmpty()) {
                    age();
                    acknowledged.add(RecordedDisk.acts());
                } else {
                    IntStream.rangeClosed(before, RecordedDisk.acts()).forEach(amidClosing::add);
                }
                append(store, records);
                before = RecordedDisk.acts();
            }
            IntStream.rangeClosed(before, RecordedDisk.acts()).forEach(amidClosing::add);
        }
        assertThat(RecordedDisk.truncated(RecordStore.JOURNAL)).as("the journal begins anew amid writing too")
                .isGreaterThan(RECORDS.size());
    }

    private void append(RecordStore store, int records) {
        for (int i = 0; i < records; i++) {
            store.insert(List.of(row(tree)));
            acknowledged.add(RecordedDisk.acts());
            if (tree.size() % 10 == 0) {
                store.insertCheckpoint(tree.size(), "note " + tree.size(), false);
            }
        }
    }

    /**
     * As if the store had been open for long: the database writes over places that it gave up once their content is 45 seconds old. Now it does so
     * at once, in later openings too.
     */
    private void age() {
        try (Connection owner = new Database(folder.resolve("log").resolve(RecordStore.NAME), Logs.key(1),
                RecordedDisk.SCHEME).owner(); Statement statement = owner.createStatement()) {
            statement.execute("SET RETENTION_TIME 0");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void fail(int[] places, int times) throws IOException {
        int lost = 0;
        for (int place : places) {
            for (int seed = 0; seed < times; seed++) {
                lost += surviving("failed-" + place + "-" + seed, place,
                        RecordedDisk.after(place, new Random(31L * place + seed)));
            }
            surviving("killed-" + place, place, RecordedDisk.afterKill(place));
        }
        System.out.printf(
                "%d power failures and %d kills amid %d acts on the files, %d of them amid closing and opening"
                        + " again: nothing acknowledged was lost, %d records that were not%n",
                places.length * times,
                places.length, RecordedDisk.acts(), amidClosing.size(), lost);
    }

    /** @return how many more records were on their way and are not there */
    private int surviving(String name, int acts, Map<String, byte[]> files) throws IOException {
        Path disk = Files.createDirectories(folder.resolve(name));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(disk.resolve(file.getKey()), file.getValue());
        }
        int sure = (int) acknowledged.stream().filter(done -> done <= acts).count() - 1;
        Frontier known = new Frontier();
        try (RecordStore store = open(disk, "file:")) {
            assertThat(store.extent().rows()).as(name).isEqualTo(store.extent().size())
                    .isBetween((long) sure, (long) Math.min(ALL, sure + 1));
            for (int i = 0; i < store.extent().size(); i++) {
                Row expected = row(known);
                Row found = store.row(i).orElseThrow();
                assertThat(found.leaf()).isEqualTo(expected.leaf());
                assertThat(found.content().orElseThrow()).isEqualTo(expected.content().orElseThrow());
            }
            assertThat(store.checkpoints()).hasSizeGreaterThanOrEqualTo(sure / 10 - 1);
            store.insert(List.of(row(known)));
            return (int) (Math.min(ALL, sure + 1) - store.extent().size() + 1);
        }
    }

    private static Row row(Frontier tree) {
        byte[] content = ("record " + tree.size()).repeat(20).getBytes(StandardCharsets.UTF_8);
        Hash leaf = Hash.ofLeaf(content);
        return new Row(tree.size(), leaf, tree.add(leaf), 24_300, content);
    }

    private static RecordStore open(Path folder, String scheme) {
        return RecordStore.open(folder, Logs.key(1), () -> SigningKey.random("test"), scheme);
    }
}

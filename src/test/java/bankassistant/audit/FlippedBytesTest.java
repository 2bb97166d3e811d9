package bankassistant.audit;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.audit.note.SignedCheckpoint;
import bankassistant.audit.record.AuditQuery;
import bankassistant.audit.record.AuditRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bytes of a small store are flipped, one at a time. With a checkpoint held outside, a store that verifies holds exactly the
 * records that were written; any other is refused, and nothing is thrown but what says so.
 */
class FlippedBytesTest {

    private static final int SAMPLED = 150;
    /** The start, a question and the stop. */
    private static final int SMALLEST = 3;

    @TempDir
    private Path folder;

    @Test
    void no_sampled_flipped_byte_passes_for_what_was_written() throws IOException {
        Logs logs = new Logs(folder.resolve("log")).filled(9);
        int length = (int) Files.size(file(logs));
        flip(logs, new Random(9).ints(0, length).distinct().limit(SAMPLED).toArray());
    }

    /**
     * {@code mvn -B verify -Pendurance -Dtest=FlippedBytesTest}. With {@code -Dflips.stride=16 -Dflips.first=3} only each 16th byte from the
     * third on, of the store in {@code -Dflips.store=DIR}, which is made if it is not there: sixteen runs flip each byte of one store, and a run
     * that was stopped is begun again alone. A process can do some ten thousand, since the database keeps hold of damaged files.
     */
    @Test
    @Tag("endurance")
    void no_flipped_byte_passes_for_what_was_written() throws IOException {
        int stride = Integer.getInteger("flips.stride", 1);
        int first = Integer.getInteger("flips.first", 0);
        Path store = Path.of(System.getProperty("flips.store", folder.resolve("log").toString()));
        Logs logs = new Logs(store);
        if (!Files.exists(file(logs))) {
            // closing it once more leaves out what the database needs no longer
            logs.filled(SMALLEST).openToRead().close();
        }
        int length = (int) Files.size(file(logs));
        flip(logs, IntStream.iterate(first, place -> place < length, place -> place + stride).toArray());
    }

    private void flip(Logs logs, int[] places) throws IOException {
        byte[] good = Files.readAllBytes(file(logs));
        List<AuditRecord> written;
        List<SignedCheckpoint> held;
        // of a copy: opening and closing a store writes its file anew
        Logs copy = new Logs(folder.resolve("copy"));
        Files.createDirectories(copy.place.folder());
        Files.write(file(copy), good);
        try (AuditLog log = copy.openToRead()) {
            written = log.page(AuditQuery.ALL, Long.MAX_VALUE, 100).records();
            held = log.checkpoints(100);
        }
        assertThat(held).isNotEmpty();
        int verified = 0;
        for (int place : places) {
            // the database keeps hold of a damaged file until its process ends
            Logs flipped = new Logs(folder.resolve("flipped-" + place));
            Files.createDirectories(flipped.place.folder());
            byte[] bytes = good.clone();
            bytes[place] ^= (byte) (1 << place % 8);
            Files.write(file(flipped), bytes);
            copyCheckpoints(logs, flipped);
            try (AuditLog log = flipped.openToRead()) {
                if (log.verify(held, Verification.Progress.NONE).verified()) {
                    assertThat(log.page(AuditQuery.ALL, Long.MAX_VALUE, 100).records()).as("byte %d", place)
                            .isEqualTo(written);
                    verified++;
                }
            } catch (AuditException e) {
                assertThat(e.problem()).as("byte %d: %s", place, e.getCause()).isIn(AuditException.Problem.DAMAGED,
                        AuditException.Problem.WRONG_KEY, AuditException.Problem.ALTERED);
            }
        }
        System.out.printf("%d of %d flips changed nothing that is a record%n", verified, places.length);
    }

    /** The folder is exchanged as a whole: copies that are gone would be told of each time. */
    private static void copyCheckpoints(Logs from, Logs to) throws IOException {
        try (Stream<Path> files = Files.walk(from.place.checkpoints())) {
            for (Path file : files.toList()) {
                Files.copy(file, to.place.checkpoints().resolve(from.place.checkpoints().relativize(file)));
            }
        }
    }

    private static Path file(Logs logs) {
        return logs.place.folder().resolve("records.mv.db");
    }
}

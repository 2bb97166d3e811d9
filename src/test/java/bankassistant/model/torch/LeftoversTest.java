package bankassistant.model.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    private static final Instant NOW = Instant.parse("2026-09-01T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    private Path cache;

    @Test
    void removes_what_a_killed_process_left_and_not_what_is_being_written() throws IOException {
        Path used = file("weights-a.bin", Duration.ZERO);
        Path left = file("weights-1.partial", HOUR.plus(MINUTE));
        Path leftToo = file("encoder-1.tmp", HOUR.plus(MINUTE));
        Path underway = file("weights-2.partial", HOUR.minus(MINUTE));

        removeAfterUseOf(used);

        assertThat(left).doesNotExist();
        assertThat(leftToo).doesNotExist();
        assertThat(underway).exists();
        assertThat(used).exists();
    }

    @Test
    void removes_weights_not_used_for_a_month_and_nothing_else() throws IOException {
        Path used = file("weights-a.bin", Duration.ZERO);
        Path old = file("weights-b.bin", MONTH.plus(MINUTE));
        Path oldToo = file("encoder-b.weights", MONTH.plus(MINUTE));
        Path recent = file("weights-c.bin", MONTH.minus(MINUTE));
        Path another = file("notes.txt", MONTH.multipliedBy(2));

        removeAfterUseOf(used);

        assertThat(old).doesNotExist();
        assertThat(oldToo).doesNotExist();
        assertThat(recent).exists();
        assertThat(another).exists();
    }

    @Test
    void keeps_old_weights_that_are_used_again_and_notes_their_use() throws IOException {
        Path used = file("weights-a.bin", MONTH.multipliedBy(2));

        removeAfterUseOf(used);

        assertThat(Files.getLastModifiedTime(used).toInstant()).isEqualTo(NOW);
    }

    @Test
    void a_missing_folder_is_no_failure() {
        new Leftovers(cache.resolve("none"), Clock.fixed(NOW, ZoneOffset.UTC))
                .removeAfterUseOf(cache.resolve("none/x"));

        assertThat(cache.resolve("none")).doesNotExist();
    }

    private void removeAfterUseOf(Path used) {
        new Leftovers(cache, Clock.fixed(NOW, ZoneOffset.UTC)).removeAfterUseOf(used);
    }

    private Path file(String name, Duration age) throws IOException {
        Path file = Files.writeString(cache.resolve(name), "x");
        return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    }
}

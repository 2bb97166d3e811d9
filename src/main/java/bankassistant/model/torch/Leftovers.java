package bankassistant.model.torch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the cache of weights small: takes away what a killed process left half written and what no model has used for a
 * month. A file's time of change tells when it was used last. What can't be deleted, as an open file on Windows, stays.
 */
final class Leftovers {

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private static final Duration WRITING_TAKES_LESS_THAN = Duration.ofHours(1);
    private static final Duration UNUSED = Duration.ofDays(30);
    private static final String PARTIAL = "{weights-*.partial,encoder-*.tmp}";
    private static final String WHOLE = "{weights-*.bin,encoder-*.weights}";

    private final Path folder;
    private final Clock clock;

    Leftovers(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Notes that a file was used just now, and deletes what no one uses; never fails. */
    void removeAfterUseOf(Path file) {
        try {
            if (Files.isRegularFile(file)) {
                Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
            }
            removeOlder(PARTIAL, WRITING_TAKES_LESS_THAN);
            removeOlder(WHOLE, UNUSED);
        } catch (IOException e) {
            LOG.warn("Old weights stay in the cache for now", e);
        }
    }

    private void removeOlder(String names, Duration age) throws IOException {
        Instant limit = clock.instant().minus(age);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, names)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}

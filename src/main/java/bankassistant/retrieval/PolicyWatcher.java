package bankassistant.retrieval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the policies' folder at an interval and refreshes the index when a file was changed, added or taken away. It
 * looks at sizes and times, since file events don't come from network drives; the index compares hashes.
 */
public final class PolicyWatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyWatcher.class);

    private final Path folder;
    private final IndexKeeper keeper;
    private final ScheduledExecutorService executor;
    private Map<String, String> seen;

    /** Starts to watch; the state at this moment is taken as known. */
    public PolicyWatcher(Path folder, IndexKeeper keeper, Duration interval) {
        this.folder = folder;
        this.keeper = keeper;
        this.seen = stamps(folder);
        this.executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "policy-watcher");
            thread.setDaemon(true);
            return thread;
        });
        executor.scheduleWithFixedDelay(this::look, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            Map<String, String> now = stamps(folder);
            if (!now.equals(seen)) {
                keeper.refresh();
                seen = now;
            }
        } catch (IOException | RuntimeException e) {
            // seen stays as it was: the next look tries again
            LOG.warn("The search index was not renewed", e);
        }
    }

    private static Map<String, String> stamps(Path folder) {
        Map<String, String> stamps = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                stamps.put(file.getFileName().toString(), stamp(file));
            }
        } catch (IOException e) {
            stamps.put("", "unreadable");
        }
        return stamps;
    }

    private static String stamp(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.size() + " " + attributes.lastModifiedTime();
        } catch (NoSuchFileException e) {
            return "gone";
        }
    }

    @Override
    public void close() {
        executor.close();
    }
}

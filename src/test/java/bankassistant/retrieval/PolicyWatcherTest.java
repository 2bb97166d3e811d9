package bankassistant.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class PolicyWatcherTest {

    private static final Duration INTERVAL = Duration.ofMillis(20);

    @TempDir
    private Path folder;

    @TempDir
    private Path policies;

    private final Semaphore reads = new Semaphore(0);

    @Test
    void refreshes_when_a_file_changes_comes_or_goes() throws Exception {
        Path file = Files.writeString(policies.resolve("01-cards.md"), "one");
        try (IndexKeeper keeper = keeper(); PolicyWatcher watcher = new PolicyWatcher(policies, keeper, INTERVAL)) {
            assertThat(watcher).isNotNull();
            Files.writeString(file, "changed");
            assertThat(refreshed()).as("changed").isTrue();
            Path second = Files.writeString(policies.resolve("02-fees.md"), "two");
            assertThat(refreshed()).as("came").isTrue();
            Files.delete(second);
            assertThat(refreshed()).as("went").isTrue();
        }
    }

    @Test
    void does_nothing_while_nothing_changes() throws Exception {
        Files.writeString(policies.resolve("01-cards.md"), "one");
        try (IndexKeeper keeper = keeper(); PolicyWatcher watcher = new PolicyWatcher(policies, keeper, INTERVAL)) {
            assertThat(watcher).isNotNull();
            assertThat(reads.tryAcquire(300, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    @Test
    void logs_a_failure_without_its_words() throws Exception {
        Path file = Files.writeString(policies.resolve("01-cards.md"), "one");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(PolicyWatcher.class);
        logger.addAppender(log);
        PolicySource failing = () -> {
            reads.release();
            throw new IllegalStateException("secret");
        };
        try (IndexKeeper keeper = new IndexKeeper(failing, new WordEncoder("e1"), folder, new IndexListener() {
        }); PolicyWatcher watcher = new PolicyWatcher(policies, keeper, INTERVAL)) {
            assertThat(watcher).isNotNull();
            Files.writeString(file, "changed");
            assertThat(refreshed()).isTrue();
        } finally {
            logger.detachAppender(log);
        }
        assertThat(log.list).isNotEmpty().allSatisfy(event -> {
            assertThat(event.getFormattedMessage()).doesNotContain("secret");
            assertThat(event.getThrowableProxy().getClassName()).endsWith("IllegalStateException");
        });
    }

    private boolean refreshed() throws InterruptedException {
        boolean read = reads.tryAcquire(10, TimeUnit.SECONDS);
        // a write that is seen half done is looked at twice
        Thread.sleep(3 * INTERVAL.toMillis());
        reads.drainPermits();
        return read;
    }

    private IndexKeeper keeper() throws IOException {
        return new IndexKeeper(() -> {
            reads.release();
            return new PolicyTexts(PolicyBuilder.cardsAndFees(), Map.of());
        }, new WordEncoder("e1"), folder, new IndexListener() {
        });
    }
}

package bankassistant.retrieval;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder that keeps the index: one folder in it for each fingerprint, complete from the moment it has its name.
 * Several processes may share it; a lock file lets one of them build while others wait.
 */
final class IndexFolder {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);
    private static final String FINGERPRINT = "fingerprint";
    private static final String LOCK = "build.lock";
    private static final String UNFINISHED = "unfinished";
    /** A file lock is the whole process's: within it, this one makes others wait. */
    private static final Object IN_THIS_PROCESS = new Object();

    private final Path folder;

    IndexFolder(Path folder) {
        this.folder = folder;
    }

    /** What is to be indexed, computed only when it must be. */
    @FunctionalInterface
    interface Content {
        List<EncodedPassage> get() throws IOException;
    }

    /** The index of this fingerprint; empty if there is none or it is damaged. */
    Optional<PolicyIndex> open(String fingerprint) {
        Path path = folder.resolve(fingerprint);
        if (!Files.isDirectory(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(open(path, fingerprint));
        } catch (IOException e) {
            LOG.warn("The search index can't be used and will be built anew ({})", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static PolicyIndex open(Path path, String fingerprint) throws IOException {
        Directory directory = new MMapDirectory(path);
        PolicyIndex index;
        try {
            index = PolicyIndex.open(directory);
        } catch (IOException e) {
            directory.close();
            throw e;
        }
        if (!fingerprint.equals(index.userData().get(FINGERPRINT))) {
            index.release();
            throw new IOException("the index is that of another fingerprint");
        }
        return index;
    }

    /** The index of this fingerprint, built first unless another process has done so meanwhile. */
    PolicyIndex build(String fingerprint, Content content) throws IOException {
        Files.createDirectories(folder);
        synchronized (IN_THIS_PROCESS) {
            try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE)) {
                channel.lock(); // until the channel closes
                Optional<PolicyIndex> built = open(fingerprint);
                if (built.isPresent()) {
                    return built.get();
                }
                write(fingerprint, content.get());
                return open(folder.resolve(fingerprint), fingerprint);
            }
        }
    }

    private void write(String fingerprint, List<EncodedPassage> passages) throws IOException {
        Path unfinished = folder.resolve(UNFINISHED);
        delete(unfinished);
        try (Directory directory = new MMapDirectory(unfinished)) {
            new PolicyIndexWriter().write(directory, passages, Map.of(FINGERPRINT, fingerprint));
        }
        Path path = folder.resolve(fingerprint);
        delete(path);
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes all indexes but this one. What another process still reads may stay, to be deleted another time. */
    void deleteOthers(String fingerprint) {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path other : entries.filter(path -> isIndex(path) && !path.endsWith(fingerprint)).toList()) {
                delete(other);
            }
        } catch (IOException e) {
            LOG.debug("An old search index stays for now", e);
        }
    }

    private static boolean isIndex(Path path) {
        return path.getFileName().toString().matches("[0-9a-f]{64}");
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}

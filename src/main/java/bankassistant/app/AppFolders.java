package bankassistant.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder in which the application keeps what it makes, and its parts. While it is open no other process can make
 * it anew; several processes may use it side by side.
 *
 * <p>A folder of ours is marked by a file that names its kind, so that nothing else is ever deleted and demo data never
 * mixes with the bank's own.
 */
public final class AppFolders implements AutoCloseable {

    private static final String NAME = "BankingAssistant";
    /** Made from files that are shipped, named by their hashes: worth keeping when the demo is made anew. */
    private static final Set<String> KEPT_BY_FRESH = Set.of("native", "cache", OwnedFolder.MARKER, FolderLock.FILE);

    private final Path root;
    private final Path natives;
    private final FolderLock lock;

    private AppFolders(Path root, Path natives, FolderLock lock) {
        this.root = root;
        this.natives = natives;
        this.lock = lock;
    }

    /**
     * Makes the folder where it is missing, readable and writable by its owner only.
     *
     * @throws RefusedException if the folder can't be used; the message tells why and what to do
     */
    public static AppFolders open(Options options, Surroundings surroundings) {
        Path usual = surroundings.dataHome().resolve(NAME);
        String kind = options.demo() ? "demo" : "data";
        Path root = options.data().orElse(options.demo() ? usual.resolveSibling(NAME + "-demo") : usual)
                .toAbsolutePath().normalize();
        // the extracted libraries take 450 MB: the demo shares the usual folder's
        Path shared = options.data().isPresent() ? root : usual.toAbsolutePath().normalize();
        try {
            OwnedFolder.claim(root, kind);
            if (!shared.equals(root)) {
                OwnedFolder.claim(shared, "data");
            }
            if (options.fresh()) {
                makeAnew(root);
            }
            FolderLock lock = FolderLock.shared(root);
            AppFolders folders = new AppFolders(root, shared.resolve("native"), lock);
            for (Path part : new Path[]{folders.index(), folders.cache(), folders.logs(), folders.natives()}) {
                Files.createDirectories(part);
            }
            return folders;
        } catch (IOException e) {
            throw new RefusedException("The data folder " + root + " can't be used: " + Failures.reason(e)
                    + ". Choose another one with --data DIR.", e);
        }
    }

    private static void makeAnew(Path root) throws IOException {
        try (FolderLock _ = FolderLock.exclusive(root); Stream<Path> entries = Files.list(root)) {
            for (Path entry : entries.toList()) {
                if (!KEPT_BY_FRESH.contains(entry.getFileName().toString())) {
                    OwnedFolder.delete(entry);
                }
            }
        }
    }

    public Path root() {
        return root;
    }

    /** The search index. */
    public Path index() {
        return root.resolve("index");
    }

    /** What is computed once and can be computed again. */
    public Path cache() {
        return root.resolve("cache");
    }

    /** The audit log. */
    public Path audit() {
        return root.resolve("audit");
    }

    /** Extracted native libraries. */
    public Path natives() {
        return natives;
    }

    public Path logs() {
        return root.resolve("logs");
    }

    @Override
    public void close() {
        lock.close();
    }
}

package bankassistant.retrieval;

import bankassistant.model.TextEncoder;
import bankassistant.policy.PolicyException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps an index of the current policies: opens the one in the folder if it was made of these policies by this encoder,
 * builds it otherwise, and swaps it in while searches under way finish on the one before.
 *
 * <p>Safe for several threads.
 */
public final class IndexKeeper implements AutoCloseable {

    private final PolicySource policies;
    private final TextEncoder encoder;
    private final IndexFolder folder;
    private final IndexListener listener;
    private final Object refreshing = new Object();
    private final Object serving = new Object();

    private PolicyIndex current;
    private String fingerprint = "";
    private String refused = "";
    private boolean closed;

    /**
     * Nothing is read before {@link #refresh()}.
     *
     * @param folder for the index, made when missing; may be shared with other processes
     */
    public IndexKeeper(PolicySource policies, TextEncoder encoder, Path folder, IndexListener listener) {
        this.policies = policies;
        this.encoder = encoder;
        this.folder = new IndexFolder(folder);
        this.listener = listener;
    }

    /**
     * Brings the index up to date; returns when it is. Policies that can't be used are told to the listener, once for
     * each reason, and the index of before goes on serving.
     *
     * @return whether the index is that of the policies as they stand
     * @throws PolicyException if they can't be used and there is no index of before
     * @throws IOException if the index can't be written or read
     */
    public boolean refresh() throws IOException {
        synchronized (refreshing) {
            PolicyTexts read;
            try {
                read = policies.read();
            } catch (PolicyException e) {
                if (!isReady()) {
                    throw e;
                }
                tellOnce(e);
                return false;
            }
            refused = "";
            String wanted = IndexFingerprint.of(encoder.sha256(), read);
            if (!wanted.equals(fingerprint)) {
                Optional<PolicyIndex> kept = folder.open(wanted);
                swap(kept.isPresent() ? kept.get() : build(wanted, read));
                fingerprint = wanted;
                folder.deleteOthers(wanted);
            }
            listener.ready();
            return true;
        }
    }

    private void tellOnce(PolicyException reason) {
        if (!reason.getMessage().equals(refused)) {
            refused = reason.getMessage();
            listener.refused(reason);
        }
    }

    private PolicyIndex build(String wanted, PolicyTexts read) throws IOException {
        Map<String, float[]> known = current == null ? Map.of() : PassageEncoder.vectors(current.passages());
        return folder.build(wanted, () -> new PassageEncoder(encoder).encode(read, known, listener::building));
    }

    private void swap(PolicyIndex next) throws IOException {
        PolicyIndex before;
        synchronized (serving) {
            if (closed) {
                next.release();
                throw new IllegalStateException("the index was closed while it was built");
            }
            before = current;
            current = next;
        }
        if (before != null) {
            before.release();
        }
    }

    /** Whether there is an index to search. */
    public boolean isReady() {
        synchronized (serving) {
            return current != null;
        }
    }

    /**
     * Lends the index for one use.
     *
     * @throws IllegalStateException if none was built yet, or this is closed
     */
    <T> T use(Use<T> use) throws IOException {
        PolicyIndex index;
        synchronized (serving) {
            if (current == null || !current.acquire()) {
                throw new IllegalStateException("there is no search index yet");
            }
            index = current;
        }
        try {
            return use.of(index);
        } finally {
            index.release();
        }
    }

    /** One use of an index. */
    @FunctionalInterface
    interface Use<T> {
        T of(PolicyIndex index) throws IOException;
    }

    @Override
    public void close() throws IOException {
        synchronized (serving) {
            closed = true;
            if (current != null) {
                current.release();
                current = null;
            }
        }
    }
}

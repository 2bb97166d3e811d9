package bankassistant.audit.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Changes of a file, written one after the other before the file is. Each ends with a SHA-256 over it and over the end of the one before, so
 * that one which is there in part, or does not belong behind the others, is known as such. For one thread at a time.
 */
final class Journal {

    /** A random number of this run of changes, bytes kept, bytes afterwards, blocks. */
    private static final int HEAD = Long.BYTES * 3 + Integer.BYTES;
    private static final int BLOCK_HEAD = Long.BYTES;
    private static final int DIGEST = 32;

    private final FileChannel channel;
    private final SecureRandom random = new SecureRandom();
    private byte[] before = new byte[DIGEST];
    private long run;
    private long end;

    Journal(FileChannel channel) {
        this.channel = channel;
    }

    /** In bytes. */
    long size() {
        return end;
    }

    /** Does to the file again whatever stands here. What is not whole was never acknowledged, and not begun in the file. */
    void redo(FileChannel file) throws IOException {
        if (channel.size() == 0) {
            return;
        }
        for (Optional<FileChange> change = next(); change.isPresent(); change = next()) {
            change.get().applyTo(file);
        }
        file.force(true);
        clear();
    }

    private Optional<FileChange> next() throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        if (!read(head)) {
            return Optional.empty();
        }
        MessageDigest digest = digest();
        digest.update(head.array());
        long ownRun = head.getLong();
        long kept = head.getLong();
        long size = head.getLong();
        int blocks = head.getInt();
        if (blocks < 0 || (long) blocks * (BLOCK_HEAD + FileChange.BLOCK) > channel.size() - end) {
            return Optional.empty();
        }
        TreeMap<Long, byte[]> changed = new TreeMap<>();
        ByteBuffer block = ByteBuffer.allocate(BLOCK_HEAD + FileChange.BLOCK);
        for (int i = 0; i < blocks && read(block.clear()); i++) {
            digest.update(block.array());
            byte[] bytes = new byte[FileChange.BLOCK];
            changed.put(block.getLong(), bytes);
            block.get(bytes);
        }
        ByteBuffer own = ByteBuffer.allocate(DIGEST);
        byte[] expected = digest.digest();
        if (!read(own) || !MessageDigest.isEqual(own.array(), expected)) {
            return Optional.empty();
        }
        before = expected;
        run = ownRun;
        return Optional.of(FileChange.of(changed, kept, size));
    }

    private boolean read(ByteBuffer target) throws IOException {
        while (target.hasRemaining()) {
            int read = channel.read(target, end);
            if (read < 0) {
                return false;
            }
            end += read;
        }
        target.flip();
        return true;
    }

    /** Adds a change; when this returns the disk holds it. After a failure nothing more may be added. */
    void add(FileChange change) throws IOException {
        if (end == 0) {
            run = random.nextLong();
        }
        MessageDigest digest = digest();
        ByteBuffer head = ByteBuffer.allocate(HEAD).putLong(run).putLong(change.kept()).putLong(change.size())
                .putInt(change.blocks().size()).flip();
        digest.update(head.array());
        ByteBuffer pending = ByteBuffer.allocate(HEAD + DIGEST + 64 * (BLOCK_HEAD + FileChange.BLOCK)).put(head);
        for (Map.Entry<Long, byte[]> block : change.blocks().entrySet()) {
            if (pending.remaining() < BLOCK_HEAD + FileChange.BLOCK + DIGEST) {
                write(pending);
            }
            int at = pending.position();
            pending.putLong(block.getKey()).put(block.getValue());
            digest.update(pending.array(), at, BLOCK_HEAD + FileChange.BLOCK);
        }
        byte[] own = digest.digest();
        write(pending.put(own));
        channel.force(true);
        before = own;
    }

    private void write(ByteBuffer pending) throws IOException {
        pending.flip();
        while (pending.hasRemaining()) {
            end += channel.write(pending, end);
        }
        pending.clear();
    }

    /** Leaves out all changes. Only when the disk holds all of them in the file. */
    void clear() throws IOException {
        channel.truncate(0);
        channel.force(true);
        end = 0;
        before = new byte[DIGEST];
    }

    void close() throws IOException {
        channel.close();
    }

    private MessageDigest digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(before);
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

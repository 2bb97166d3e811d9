package bankassistant.model.torch;

import bankassistant.model.Sha256;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A file of prepared weights, so that a model that was merged, rotated and quantized once starts at once. It is kept in
 * the application's cache under the hash of all it was made from, and holds the blocks in the order in which they are
 * read: a magic number, the CRC-32C of what follows (8 bytes: damage is to be found, quickly, at each start), then for
 * each block its length (8 bytes, little-endian) and bytes.
 */
final class PreparedWeights {

    private static final byte[] MAGIC = {'B', 'A', 'W', 'E', 'I', 'G', 'H', '2'};
    private static final int PART_BYTES = 1 << 20;
    private static final int HEADER_BYTES = MAGIC.length + Long.BYTES;

    private PreparedWeights() {}

    /** Where the weights made from these ingredients are kept. */
    static Path file(Path folder, String... ingredients) {
        MessageDigest digest = Sha256.digest();
        for (String ingredient : ingredients) {
            digest.update(ingredient.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return folder.resolve("weights-" + HexFormat.of().formatHex(digest.digest(), 0, 16) + ".bin");
    }

    /** Reads blocks one after another, without mapping the file: what is read counts once in the process's memory. */
    static final class Reader implements AutoCloseable {

        private final FileChannel channel;

        private Reader(FileChannel channel) {
            this.channel = channel;
        }

        /**
         * Opens a file.
         *
         * @return empty if there is none, or if it is not whole: then it is to be made anew
         */
        static Optional<Reader> open(Path file) throws IOException {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            try {
                if (isWhole(channel)) {
                    channel.position(HEADER_BYTES);
                    return Optional.of(new Reader(channel));
                }
                channel.close();
                return Optional.empty();
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        }

        private static boolean isWhole(FileChannel channel) throws IOException {
            ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
            fill(header, channel);
            byte[] magic = new byte[MAGIC.length];
            if (header.hasRemaining()) {
                return false;
            }
            long sum = header.flip().get(magic).getLong();
            CRC32C actual = new CRC32C();
            ByteBuffer part = ByteBuffer.allocate(PART_BYTES);
            while (fill(part.clear(), channel)) {
                actual.update(part.flip());
            }
            return Arrays.equals(magic, MAGIC) && sum == actual.getValue();
        }

        /** Reads as much as there is. @return whether there was anything */
        private static boolean fill(ByteBuffer buffer, FileChannel channel) throws IOException {
            int empty = buffer.remaining();
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // reads on
            }
            return buffer.remaining() < empty;
        }

        /** The next block, as a direct buffer of the arena. */
        ByteBuffer next(Arena arena) throws IOException {
            ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            fill(length, channel);
            long bytes = length.flip().getLong();
            if (bytes < 0 || bytes > channel.size() - channel.position()) {
                throw new IOException("a block of %,d bytes is not there".formatted(bytes));
            }
            ByteBuffer block = arena.allocate(bytes, Long.BYTES).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
            fill(block, channel);
            return block.flip();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** Writes blocks beside the file and puts them in its place when all are there. */
    static final class Writer implements AutoCloseable {

        private final Path file;
        private final Path partial;
        private final FileChannel channel;
        private final CRC32C sum = new CRC32C();

        Writer(Path file) throws IOException {
            this.file = file;
            Files.createDirectories(file.getParent());
            this.partial = Files.createTempFile(file.getParent(), "weights-", ".partial");
            this.channel = FileChannel.open(partial, StandardOpenOption.WRITE);
            channel.position(HEADER_BYTES);
        }

        void add(ByteBuffer block) throws IOException {
            ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            write(length.putLong(block.remaining()).flip());
            write(block);
        }

        private void write(ByteBuffer bytes) throws IOException {
            sum.update(bytes.duplicate());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        /** Makes the file valid; without it nothing is kept. */
        void finish() throws IOException {
            ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).putLong(sum.getValue()).flip();
            channel.write(header, 0);
            channel.force(true);
            channel.close();
            try {
                Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
            Files.deleteIfExists(partial);
        }
    }
}

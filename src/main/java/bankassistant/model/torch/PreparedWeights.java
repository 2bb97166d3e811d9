package bankassistant.model.torch;

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
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A file of prepared weights, so that a model that was merged, rotated and quantized once starts at once. It is kept in
 * the application's cache under the hash of all it was made from, and holds the blocks in the order in which they are
 * read: a magic number, the SHA-256 of what follows, then for each block its length (8 bytes, little-endian) and bytes.
 */
final class PreparedWeights {

    private static final byte[] MAGIC = {'B', 'A', 'W', 'E', 'I', 'G', 'H', '1'};
    private static final int DIGEST_BYTES = 32;
    private static final int HEADER_BYTES = MAGIC.length + DIGEST_BYTES;

    private PreparedWeights() {}

    /** Where the weights made from these ingredients are kept. */
    static Path file(Path folder, String... ingredients) {
        MessageDigest digest = sha256();
        for (String ingredient : ingredients) {
            digest.update(ingredient.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return folder.resolve("weights-" + HexFormat.of().formatHex(digest.digest(), 0, 16) + ".bin");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Reads blocks one after another. Closing unmaps the file: no block may be used then. */
    static final class Reader implements AutoCloseable {

        private final Arena arena;
        private final ByteBuffer content;

        private Reader(Arena arena, ByteBuffer content) {
            this.arena = arena;
            this.content = content;
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
            Arena arena = Arena.ofShared();
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                if (channel.size() >= HEADER_BYTES && channel.size() <= Integer.MAX_VALUE) {
                    ByteBuffer all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena)
                            .asByteBuffer();
                    if (isWhole(all)) {
                        return Optional.of(new Reader(arena, all));
                    }
                }
                arena.close();
                return Optional.empty();
            } catch (IOException | RuntimeException e) {
                arena.close();
                throw e;
            }
        }

        /** Leaves the position behind the header. */
        private static boolean isWhole(ByteBuffer all) {
            byte[] magic = new byte[MAGIC.length];
            byte[] digest = new byte[DIGEST_BYTES];
            all.get(magic).get(digest);
            MessageDigest actual = sha256();
            actual.update(all.slice());
            return Arrays.equals(magic, MAGIC) && Arrays.equals(digest, actual.digest());
        }

        /** The next block, as a direct buffer on the mapped file. */
        ByteBuffer next() {
            long length = content.order(ByteOrder.LITTLE_ENDIAN).getLong();
            ByteBuffer block = content.slice(content.position(), Math.toIntExact(length))
                    .order(ByteOrder.LITTLE_ENDIAN);
            content.position(content.position() + block.capacity());
            return block;
        }

        @Override
        public void close() {
            arena.close();
        }
    }

    /** Writes blocks beside the file and puts them in its place when all are there. */
    static final class Writer implements AutoCloseable {

        private final Path file;
        private final Path partial;
        private final FileChannel channel;
        private final MessageDigest digest = sha256();

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
            digest.update(bytes.duplicate());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        /** Makes the file valid; without it nothing is kept. */
        void finish() throws IOException {
            ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).put(digest.digest()).flip();
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

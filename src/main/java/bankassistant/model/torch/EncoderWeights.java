package bankassistant.model.torch;

import bankassistant.model.ModelFileException;
import bankassistant.model.weights.BertWeights;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The encoder's weights as one mapped file in the order the network takes them, so that a start need not inflate
 * and reorder 133 MB, and rows of the word table are in memory only once used. The file begins with a page of text that names its source and
 * the checksum of the rest; one that does not match is written anew.
 *
 * <p>Must outlive the network, whose embeddings lie in the mapping.
 */
final class EncoderWeights implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EncoderWeights.class);

    private static final String FORMAT = "encoder weights 1";
    private static final int HEADER = 4096;
    /** Numbers written at once. */
    private static final int BLOCK = 1 << 16;

    private final Arena loading;
    private final Arena serving;
    private final MemorySegment values;
    private final MemorySegment embeddings;
    private final String sha256;

    private EncoderWeights(Arena loading, Arena serving, MemorySegment values, MemorySegment embeddings,
            String sha256) {
        this.loading = loading;
        this.serving = serving;
        this.values = values;
        this.embeddings = embeddings;
        this.sha256 = sha256;
    }

    /** Where the weights of this source are kept. */
    static Path file(PackagedEncoder source, Path folder) throws IOException {
        return folder.resolve("encoder-" + source.key() + ".weights");
    }

    /** Writes the file of this source when there is none; quick otherwise. @return whether it was written */
    static boolean prepare(PackagedEncoder source, Path folder) throws IOException {
        Path file = file(source, folder);
        if (Files.isRegularFile(file)) {
            return false;
        }
        write(source, file);
        return true;
    }

    /** Opens the file of this source in the folder, or writes it first when it is missing or damaged. */
    static EncoderWeights open(PackagedEncoder source, Path folder) throws IOException {
        Path file = file(source, folder);
        EncoderWeights weights = Files.isRegularFile(file) ? map(file, source.key()) : null;
        if (weights == null) {
            if (Files.exists(file)) {
                LOG.warn("The encoder's weights in the cache are damaged and are made anew");
            }
            write(source, file);
            weights = map(file, source.key());
        }
        if (weights == null) {
            throw new ModelFileException(file, "", "does not hold what was written; is the disk full or failing?");
        }
        return weights;
    }

    /** The mapped file, or null when it is damaged or of another source. */
    private static EncoderWeights map(Path file, String key) throws IOException {
        Arena loading = Arena.ofShared();
        EncoderWeights weights = null;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() == HEADER + EncoderShape.bytes()) {
                MemorySegment all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), loading);
                MemorySegment values = all.asSlice(HEADER);
                String sha256 = sha256(all.asSlice(0, HEADER), key, checksum(values.asByteBuffer()));
                if (sha256 != null) {
                    Arena serving = Arena.ofShared();
                    MemorySegment embeddings = channel.map(FileChannel.MapMode.READ_ONLY, HEADER,
                            EncoderShape.embeddingBytes(), serving);
                    weights = new EncoderWeights(loading, serving, values, embeddings, sha256);
                }
            }
            return weights;
        } finally {
            if (weights == null) {
                loading.close();
            }
        }
    }

    /** The hash that the header names, or null if it is not the header of this source and checksum. */
    private static String sha256(MemorySegment header, String key, String checksum) {
        String text = new String(header.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.US_ASCII);
        List<String> lines = text.lines().toList();
        boolean good = lines.size() > 3 && lines.get(0).equals(FORMAT) && lines.get(1).equals(key)
                && lines.get(3).equals(checksum);
        return good ? lines.get(2) : null;
    }

    private static void write(PackagedEncoder source, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path unfinished = Files.createTempFile(file.getParent(), "encoder-", ".tmp");
        try {
            write(source.weights(), source.key(), unfinished);
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void write(BertWeights weights, String key, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            CRC32C checksum = new CRC32C();
            channel.position(HEADER);
            for (EncoderShape.Part part : EncoderShape.parts(PackagedEncoder.CONFIG)) {
                write(part.values(weights), channel, checksum);
            }
            String header = String.join("\n", FORMAT, key, weights.sha256(), hex(checksum), "");
            channel.position(0);
            writeAll(channel, ByteBuffer.wrap(header.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
    }

    private static void write(float[] values, FileChannel channel, CRC32C checksum) throws IOException {
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK * Float.BYTES).order(ByteOrder.nativeOrder());
        for (int from = 0; from < values.length; from += BLOCK) {
            int count = Math.min(BLOCK, values.length - from);
            block.clear().limit(count * Float.BYTES).asFloatBuffer().put(values, from, count);
            checksum.update(block.duplicate());
            writeAll(channel, block);
        }
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String checksum(ByteBuffer bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return hex(checksum);
    }

    private static String hex(CRC32C checksum) {
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }

    /** SHA-256 of the file that the weights came from. */
    String sha256() {
        return sha256;
    }

    /**
     * The tensors' bytes in the order of {@link EncoderShape#parts}, views of the mapping: those of the embeddings to be
     * used until this closes, the others until {@link #loaded()}.
     */
    List<ByteBuffer> tensors() {
        List<ByteBuffer> tensors = new ArrayList<>();
        long at = 0;
        for (EncoderShape.Part part : EncoderShape.parts(PackagedEncoder.CONFIG)) {
            MemorySegment mapping = tensors.size() < EncoderShape.EMBEDDINGS ? embeddings : values;
            tensors.add(mapping.asSlice(at, part.bytes()).asByteBuffer().order(ByteOrder.nativeOrder()));
            at += part.bytes();
        }
        return tensors;
    }

    /** Says that all but the embeddings were copied: their part of the mapping is given back. */
    void loaded() {
        loading.close();
    }

    @Override
    public void close() {
        if (loading.scope().isAlive()) {
            loading.close();
        }
        serving.close();
    }
}

package bankassistant.lab.training;

import bankassistant.model.training.TrainingState;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * A checkpoint as bytes: a magic number that ends with the version; the length of a JSON header (4 bytes) and the header;
 * for each parameter its values, first and second moments (float32); the CRC-32C of all before it (8 bytes). Big-endian.
 */
final class CheckpointFile {

    private static final byte[] MAGIC = {'B', 'A', 'T', 'R', 'A', 'I', 'N', '1'};
    private static final int BUFFER_BYTES = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private CheckpointFile() {}

    /** @param sizes values of each parameter */
    private record Header(long step, Map<String, String> settings, List<LossPoint> curve, int[] sizes) {}

    static void write(Checkpoint checkpoint, OutputStream target) throws IOException {
        TrainingState state = checkpoint.state();
        int[] sizes = state.values().stream().mapToInt(values -> values.length).toArray();
        byte[] header = JSON
                .writeValueAsBytes(new Header(checkpoint.step(), checkpoint.settings(), checkpoint.curve(), sizes));
        CheckedOutputStream sum = new CheckedOutputStream(target, new CRC32C());
        DataOutputStream out = new DataOutputStream(sum);
        out.write(MAGIC);
        out.writeInt(header.length);
        out.write(header);
        for (int i = 0; i < sizes.length; i++) {
            write(state.values().get(i), out);
            write(state.firstMoments().get(i), out);
            write(state.secondMoments().get(i), out);
        }
        out.writeLong(sum.getChecksum().getValue());
        out.flush();
    }

    private static void write(float[] values, OutputStream out) throws IOException {
        ByteBuffer part = ByteBuffer.allocate(BUFFER_BYTES);
        for (int from = 0; from < values.length; from += BUFFER_BYTES / Float.BYTES) {
            int count = Math.min(values.length - from, BUFFER_BYTES / Float.BYTES);
            part.clear().asFloatBuffer().put(values, from, count);
            out.write(part.array(), 0, count * Float.BYTES);
        }
    }

    /** @throws IOException saying what is wrong, if it can't be read or is not whole */
    static Checkpoint read(Path file) throws IOException {
        requireWhole(file);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            in.skipNBytes(MAGIC.length);
            Header header = JSON.readValue(in.readNBytes(in.readInt()), Header.class);
            List<float[]> values = new ArrayList<>();
            List<float[]> first = new ArrayList<>();
            List<float[]> second = new ArrayList<>();
            for (int size : header.sizes()) {
                values.add(floats(size, in));
                first.add(floats(size, in));
                second.add(floats(size, in));
            }
            return new Checkpoint(header.step(), header.settings(), header.curve(),
                    new TrainingState(values, first, second));
        }
    }

    private static float[] floats(int count, DataInputStream in) throws IOException {
        float[] values = new float[count];
        byte[] part = new byte[BUFFER_BYTES];
        for (int from = 0; from < count; from += BUFFER_BYTES / Float.BYTES) {
            int some = Math.min(count - from, BUFFER_BYTES / Float.BYTES);
            in.readFully(part, 0, some * Float.BYTES);
            ByteBuffer.wrap(part).asFloatBuffer().get(values, from, some);
        }
        return values;
    }

    /** Checked before anything in it is believed, lengths above all. */
    private static void requireWhole(Path file) throws IOException {
        long bytes = Files.size(file) - Long.BYTES;
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)) {
            CheckedInputStream sum = new CheckedInputStream(raw, new CRC32C());
            byte[] magic = sum.readNBytes(MAGIC.length);
            if (!Arrays.equals(magic, 0, Math.min(magic.length, MAGIC.length - 1), MAGIC, 0, MAGIC.length - 1)) {
                throw new IOException("it is no checkpoint");
            }
            if (magic.length < MAGIC.length || bytes < MAGIC.length) {
                throw new IOException("it is cut off");
            }
            if (magic[MAGIC.length - 1] != MAGIC[MAGIC.length - 1]) {
                throw new IOException("it is of another version");
            }
            sum.skipNBytes(bytes - MAGIC.length);
            if (new DataInputStream(raw).readLong() != sum.getChecksum().getValue()) {
                throw new IOException("it is damaged");
            }
        }
    }
}

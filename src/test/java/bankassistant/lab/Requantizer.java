package bankassistant.lab;

import bankassistant.model.weights.GgufFile;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a GGUF model anew with its matrices in another of llama.cpp's formats. The metadata is copied as it stands, the
 * embeddings become Q8_0 and the norms F32, as llama.cpp's own tool leaves them.
 */
final class Requantizer {

    private static final int ALIGNMENT = 32;
    private static final int HEADER_BYTES = 24;
    private static final int METADATA_COUNT = 16;
    private static final int STRING = 8;
    private static final int ARRAY = 9;

    private final GgufFile source;
    private final BlockFormat matrices;

    private record Placed(String name, BlockFormat format, int[] shape, long offset) {

        long bytes() {
            long values = 1;
            for (int size : shape) {
                values *= size;
            }
            return format.bytes(values);
        }
    }

    private Requantizer(GgufFile source, BlockFormat matrices) {
        this.source = source;
        this.matrices = matrices;
    }

    /** Writes {@code target}, over a file that is there already. */
    static void requantize(Path source, Path target, BlockFormat matrices) throws IOException {
        Path partial = target.resolveSibling(target.getFileName() + ".partial");
        try (GgufFile file = GgufFile.open(source);
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(partial)))) {
            new Requantizer(file, matrices).write(header(source), out);
        }
        Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private void write(byte[] header, DataOutputStream out) throws IOException {
        out.write(header);
        List<Placed> tensors = place();
        for (Placed tensor : tensors) {
            out.write(describe(tensor));
        }
        pad(out);
        for (Placed tensor : tensors) {
            out.write(tensor.format().encode(source.floats(tensor.name())));
            pad(out);
        }
    }

    private List<Placed> place() throws IOException {
        List<Placed> tensors = new ArrayList<>();
        long offset = 0;
        for (String name : source.tensorNames()) {
            int[] shape = source.shape(name);
            Placed tensor = new Placed(name, format(name, shape), shape, offset);
            tensors.add(tensor);
            offset += (tensor.bytes() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        }
        return tensors;
    }

    private BlockFormat format(String name, int[] shape) {
        if (shape.length == 1) {
            return BlockFormat.F32;
        }
        return name.equals("token_embd.weight") ? BlockFormat.Q8_0 : matrices;
    }

    /** A file gives the innermost dimension first. */
    private static byte[] describe(Placed tensor) {
        byte[] name = tensor.name().getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(24 + name.length + 8 * tensor.shape().length)
                .order(ByteOrder.LITTLE_ENDIAN);
        out.putLong(name.length).put(name).putInt(tensor.shape().length);
        for (int i = tensor.shape().length - 1; i >= 0; i--) {
            out.putLong(tensor.shape()[i]);
        }
        return out.putInt(tensor.format().ggmlId()).putLong(tensor.offset()).array();
    }

    private static void pad(DataOutputStream out) throws IOException {
        out.write(new byte[Math.floorMod(-out.size(), ALIGNMENT)]);
    }

    /** Everything before the tensors' descriptions. */
    private static byte[] header(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer in = channel.map(MapMode.READ_ONLY, 0, Math.min(channel.size(), Integer.MAX_VALUE))
                    .order(ByteOrder.LITTLE_ENDIAN);
            long fields = in.getLong(METADATA_COUNT);
            in.position(HEADER_BYTES);
            for (long i = 0; i < fields; i++) {
                skip(in, STRING);
                skip(in, in.getInt());
            }
            byte[] header = new byte[in.position()];
            in.get(0, header);
            return header;
        }
    }

    private static void skip(ByteBuffer in, int type) {
        if (type == STRING) {
            int length = Math.toIntExact(in.getLong());
            in.position(in.position() + length);
        } else if (type == ARRAY) {
            int elements = in.getInt();
            long count = in.getLong();
            for (long i = 0; i < count; i++) {
                skip(in, elements);
            }
        } else {
            in.position(in.position() + scalarBytes(type));
        }
    }

    /** Of GGUF's metadata types. */
    private static int scalarBytes(int type) {
        return switch (type) {
            case 0, 1, 7 -> 1;
            case 2, 3 -> 2;
            case 4, 5, 6 -> 4;
            case 10, 11, 12 -> 8;
            default -> throw new IllegalArgumentException("unknown metadata type " + type);
        };
    }
}

package bankassistant.model.torch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs TorchScript text into the archive that {@code torch::jit::load} reads: a stored zip of the code and a pickle of
 * the module's attributes, here all empty lists. The format is PyTorch's serialization (torch/csrc/jit/docs).
 */
final class TorchScriptArchive {

    private static final Pattern LIST_ATTRIBUTE = Pattern.compile("^  (\\w+) : List\\[(.+)]$", Pattern.MULTILINE);

    private TorchScriptArchive() {}

    /**
     * Packs resources beside this class, one text after the other. Their code declares one class {@code M} whose attributes,
     * but for {@code training}, are lists.
     */
    static InputStream pack(String... resources) {
        ByteArrayOutputStream code = new ByteArrayOutputStream();
        try {
            for (String resource : resources) {
                append(resource, code);
            }
            return new ByteArrayInputStream(pack(code.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(String resource, ByteArrayOutputStream code) throws IOException {
        try (InputStream in = TorchScriptArchive.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no such resource: " + resource);
            }
            in.transferTo(code);
        }
    }

    private static byte[] pack(byte[] code) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(code.length + 4096);
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            store(zip, "m/data.pkl", attributes(new String(code, StandardCharsets.UTF_8)));
            store(zip, "m/code/__torch__.py", code);
            store(zip, "m/constants.pkl", ascii("\u0080\u0002)."));
            store(zip, "m/version", ascii("6\n"));
            store(zip, "m/byteorder", ascii("little"));
        }
        return bytes.toByteArray();
    }

    /** A pickle (protocol 2) of an instance of M: {@code training} false and each declared list empty. */
    private static byte[] attributes(String code) throws IOException {
        ByteArrayOutputStream pickle = new ByteArrayOutputStream();
        pickle.write(ascii("\u0080\u0002c__torch__\nM\nq\u0000)\u0081q\u0001}q\u0002("));
        writeText(pickle, "training");
        pickle.write(ascii("q\u0003\u0089"));
        Matcher attribute = LIST_ATTRIBUTE.matcher(code);
        while (attribute.find()) {
            writeText(pickle, attribute.group(1));
            boolean tensors = attribute.group(2).equals("Tensor");
            pickle.write(ascii(tensors ? "ctorch.jit._pickle\nbuild_tensorlist\n]\u0085R" : "]"));
        }
        pickle.write(ascii("ub."));
        return pickle.toByteArray();
    }

    /** BINUNICODE: the length as four little-endian bytes, then UTF-8. */
    private static void writeText(ByteArrayOutputStream pickle, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        pickle.write('X');
        pickle.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(utf8.length).array());
        pickle.write(utf8);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}

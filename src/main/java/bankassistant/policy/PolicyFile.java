package bankassistant.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A text file of the policy folder, read with care: a plain file of at most 1 MB in UTF-8.
 *
 * @param path   where it was read
 * @param text   with {@code \n} at each line's end and without a byte order mark
 * @param sha256 of the bytes, lower-case hexadecimal
 */
record PolicyFile(Path path, String text, String sha256) {

    private static final int MAX_BYTES = 1 << 20;

    static PolicyFile read(Path path) throws PolicyException {
        byte[] bytes = bytes(path);
        String text = decode(path, bytes).replace("\r\n", "\n").replace('\r', '\n');
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        refuseControlCharacters(path, text);
        return new PolicyFile(path, text, sha256(bytes));
    }

    PolicyException refuse(int line, String reason) {
        return new PolicyException(path, line, reason);
    }

    private static byte[] bytes(Path path) throws PolicyException {
        if (Files.isSymbolicLink(path)) {
            throw new PolicyException(path, "is a symbolic link; put the file itself into the folder");
        }
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new PolicyException(path, "is not a file");
        }
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new PolicyException(path, "is larger than 1 MB; divide it into several policies");
            }
            return bytes;
        } catch (PolicyException e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw new PolicyException(path, "does not exist");
        } catch (IOException e) {
            throw withCause(new PolicyException(path, "cannot be read; check who may read the file"), e);
        }
    }

    private static String decode(Path path, byte[] bytes) throws PolicyException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        if (result.isError()) {
            int line = 1 + (int) out.chars().filter(c -> c == '\n').count();
            throw new PolicyException(path, line, "is not UTF-8 text; save the file with the encoding UTF-8");
        }
        return out.toString();
    }

    private static void refuseControlCharacters(Path path, String text) throws PolicyException {
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
            } else if (Character.isISOControl(c) && c != '\t') {
                throw new PolicyException(path, line, "holds the control character U+%04X".formatted((int) c));
            }
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static PolicyException withCause(PolicyException exception, Throwable cause) {
        exception.initCause(cause);
        return exception;
    }
}

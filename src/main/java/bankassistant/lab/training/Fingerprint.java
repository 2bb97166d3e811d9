package bankassistant.lab.training;

import bankassistant.model.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The SHA-256 of values in their order. Each array goes in with its length, so that none runs into the next. */
final class Fingerprint {

    private final MessageDigest digest = Sha256.digest();

    Fingerprint add(int... values) {
        ByteBuffer bytes = buffer(values.length, Integer.BYTES);
        for (int value : values) {
            bytes.putInt(value);
        }
        return add(bytes);
    }

    Fingerprint add(float... values) {
        ByteBuffer bytes = buffer(values.length, Float.BYTES);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return add(bytes);
    }

    Fingerprint add(long... values) {
        ByteBuffer bytes = buffer(values.length, Long.BYTES);
        for (long value : values) {
            bytes.putLong(value);
        }
        return add(bytes);
    }

    Fingerprint add(boolean... values) {
        ByteBuffer bytes = buffer(values.length, Byte.BYTES);
        for (boolean value : values) {
            bytes.put((byte) (value ? 1 : 0));
        }
        return add(bytes);
    }

    Fingerprint add(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return add(buffer(utf8.length, Byte.BYTES).put(utf8));
    }

    private static ByteBuffer buffer(int values, int bytesEach) {
        return ByteBuffer.allocate(Integer.BYTES + values * bytesEach).putInt(values);
    }

    private Fingerprint add(ByteBuffer bytes) {
        digest.update(bytes.flip());
        return this;
    }

    /** Lower-case hexadecimal; nothing can be added afterwards. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}

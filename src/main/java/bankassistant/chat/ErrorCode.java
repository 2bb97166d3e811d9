package bankassistant.chat;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * A short name for a failure that a person can read out on the phone, such as {@code 7KQ2:M0XA}. The first group names
 * the place where it broke, the second the way there. It is made of class and method names only, so it holds no data,
 * and stays the same when lines move. After Cryptomator's {@code ErrorCode}.
 */
public final class ErrorCode {

    /** Crockford's base 32: no letter that is mistaken for a digit. */
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int FRAMES = 12;

    private ErrorCode() {}

    public static String of(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return group(root, 1) + ":" + group(root, FRAMES);
    }

    private static String group(Throwable failure, int frames) {
        StringBuilder place = new StringBuilder(failure.getClass().getName());
        StackTraceElement[] trace = failure.getStackTrace();
        for (int i = 0; i < Math.min(frames, trace.length); i++) {
            place.append('|').append(trace[i].getClassName()).append('.').append(trace[i].getMethodName());
        }
        CRC32 crc = new CRC32();
        crc.update(place.toString().getBytes(StandardCharsets.UTF_8));
        StringBuilder group = new StringBuilder();
        for (int shift = 0; shift < 20; shift += 5) {
            group.append(DIGITS.charAt((int) (crc.getValue() >> shift) & 31));
        }
        return group.toString();
    }
}

package bankassistant.identity;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Makes a key from a password, slowly: Argon2id, version 1.3 (RFC 9106). */
final class Argon2 {

    static final int SALT_LENGTH = 16;

    private Argon2() {}

    /** 32 bytes, which the caller wipes. */
    static byte[] key(Password password, byte[] salt, PasswordCost cost) {
        byte[] bytes = password.bytes();
        try {
            return key(bytes, salt, cost);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    static byte[] key(byte[] password, byte[] salt, PasswordCost cost) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13).withSalt(salt).withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.passes()).withParallelism(cost.lanes()).build());
        byte[] key = new byte[KeyWrap.KEY_LENGTH];
        generator.generateBytes(password, key);
        return key;
    }

    /** Nanoseconds that the processor works on one attempt, however busy the machine is otherwise. */
    static long measure(PasswordCost cost) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        key(new byte[12], new byte[SALT_LENGTH], cost);
        return threads.getCurrentThreadCpuTime() - start;
    }
}

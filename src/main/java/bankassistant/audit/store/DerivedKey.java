package bankassistant.audit.store;

import bankassistant.identity.FileKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/** Keys for single purposes, derived from the file key (HKDF with SHA-256, RFC 5869). */
public final class DerivedKey {

    private static final int BYTES = 32;

    private DerivedKey() {}

    /** @return 32 bytes; another purpose gives others */
    public static byte[] of(FileKey key, String purpose) {
        byte[] bytes = key.bytes();
        try {
            return KDF.getInstance("HKDF-SHA256").deriveData(HKDFParameterSpec.ofExtract().addIKM(bytes)
                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 25 has HKDF", e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}

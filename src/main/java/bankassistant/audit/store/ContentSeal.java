package bankassistant.audit.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals contents: compressed (raw DEFLATE behind a dictionary of what records have in common), then encrypted with AES-256-GCM under a
 * key of the record's own, which is made from the month's key and a random salt (HMAC-SHA256). So one record's key can be kept
 * where the month's is erased. A sealed content is salt (16 bytes), ciphertext, tag (16 bytes).
 *
 * <p>Not safe for several threads.
 */
final class ContentSeal implements AutoCloseable {

    /** Of keys, in bytes. */
    static final int KEY = 32;

    private static final int SALT = 16;
    private static final int TAG_BITS = 128;
    /** Each key seals one content. */
    private static final GCMParameterSpec NONCE = new GCMParameterSpec(TAG_BITS, new byte[12]);
    /** Never changes: what is sealed could not be read with another one. Likelier pieces stand nearer to the end. */
    private static final byte[] DICTIONARY = ("\"kind\":\"record_viewed\"\"kind\":\"sign_in\",\"users_revision\":\"kind\":\"sign_out\""
            + "\"kind\":\"model_loaded\",\"name\":\"kind\":\"index_built\",\"policies\":{\"refused\"\"failed\"\"stopped\"\"error\":\""
            + "\"outcome\":\"given\",\"pii\":{\"PERSON\":1},\"form\":\"quoted\"\"withheld\"\"out_of_scope\"\"clarify\""
            + "{\"application\":\"1.0.0\",\"entry\":{\"answer_tokens\":\"checks\":{\"faults\":[],\"figures_carried\":true,"
            + "\"invented\":[],\"written\":true},\"form\":\"written\",\"kind\":\"answer\",\"meaning\":{\"confidence_e4\":"
            + ",\"in_scope\":true,\"intent\":\"},\"models\":{\"sources\":[{\"policy\":\",\"section\":\",\"sha256\":\""
            + ",\"version\":\"2026.1\"}],\"text\":\"the account card of and to is a in your for bank\",\"timings_us\":{\"check\":"
            + ",\"find\":,\"first_token\":,\"mask\":,\"record\":,\"total\":,\"understand\":,\"write\":},\"prompt_tokens\":,\"question\":"
            + "{\"application\":\"1.0.0\",\"entry\":{\"conversation\":\",\"kind\":\"question\",\"meaning\":{\"confidence_e4\":"
            + ",\"pii\":{},\"text\":\"\",\"turn\":\"},\"role\":\"teller\",\"salt\":\"\",\"sequence\":,\"session\":\","
            + "\"time\":\"2026-\",\"user\":\"\",\"v\":2,\"workstation\":\"").getBytes(StandardCharsets.US_ASCII);

    private final SecureRandom random = new SecureRandom();
    private final Mac mac;
    private final Cipher cipher;
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private final Inflater inflater = new Inflater(true);

    ContentSeal() {
        try {
            mac = Mac.getInstance("HmacSHA256");
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES and SHA-256", e);
        }
    }

    byte[] seal(byte[] key, byte[] content) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        byte[] small = deflated(content);
        byte[] sealed = Arrays.copyOf(salt, SALT + small.length + TAG_BITS / Byte.SIZE);
        try {
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(recordKey(key, salt), "AES"), NONCE);
            cipher.doFinal(small, 0, small.length, sealed, SALT);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a content can't be sealed", e);
        }
    }

    /** The content; empty if it was not sealed with this month's key. */
    Optional<byte[]> open(byte[] key, byte[] sealed) {
        return sealed.length < SALT ? Optional.empty() : openOne(recordKey(key, sealed), sealed);
    }

    /** The content; empty if it was not sealed with the key that {@link #recordKey} gave for it. */
    Optional<byte[]> openOne(byte[] recordKey, byte[] sealed) {
        try {
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(recordKey, "AES"), NONCE);
            return inflated(cipher.doFinal(sealed, SALT, sealed.length - SALT));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The key of one record only. @param sealed its content */
    byte[] recordKey(byte[] key, byte[] sealed) {
        try {
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(sealed, 0, SALT);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC with SHA-256", e);
        }
    }

    private byte[] deflated(byte[] content) {
        deflater.reset();
        deflater.setDictionary(DICTIONARY);
        deflater.setInput(content);
        deflater.finish();
        byte[] small = new byte[content.length + 64 + content.length / 100];
        return Arrays.copyOf(small, deflater.deflate(small));
    }

    private Optional<byte[]> inflated(byte[] small) {
        inflater.reset();
        inflater.setDictionary(DICTIONARY);
        inflater.setInput(small);
        byte[] content = new byte[Math.min(Row.LONGEST, Math.max(512, 4 * small.length))];
        int length = 0;
        try {
            while (!inflater.finished()) {
                if (length == content.length) {
                    if (length == Row.LONGEST) {
                        return Optional.empty();
                    }
                    content = Arrays.copyOf(content, Math.min(Row.LONGEST, 2 * length));
                }
                int read = inflater.inflate(content, length, content.length - length);
                if (read == 0 && !inflater.finished() && inflater.needsInput()) {
                    return Optional.empty();
                }
                length += read;
            }
            return Optional.of(Arrays.copyOf(content, length));
        } catch (DataFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        deflater.end();
        inflater.end();
    }
}

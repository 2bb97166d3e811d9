package bankassistant.audit.note;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A public key that checks checkpoints, and its name. Its text is the verifier key of C2SP's signed notes:
 * {@code name+hash+base64(0x01 || key)}, with the hash in hexadecimal digits.
 */
public final class VerifyingKey {

    private static final byte ED25519 = 1;
    private static final int KEY_BYTES = 32;
    private static final int SIGNATURE_BYTES = 64;
    private static final int HASH_BYTES = 4;
    /** What stands before the key in its X.509 form (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] raw;
    private final byte[] hash;
    private final PublicKey key;

    private VerifyingKey(String name, byte[] raw) throws GeneralSecurityException {
        this.name = name;
        this.raw = raw;
        byte[] encoded = Arrays.copyOf(X509, X509.length + KEY_BYTES);
        System.arraycopy(raw, 0, encoded, X509.length, KEY_BYTES);
        key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(ED25519);
        hash = Arrays.copyOf(digest.digest(raw), HASH_BYTES);
    }

    static VerifyingKey of(String name, PublicKey key) throws GeneralSecurityException {
        byte[] encoded = key.getEncoded();
        return new VerifyingKey(name, Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length));
    }

    /** From a text as {@link #text} makes it; empty for anything else. */
    public static Optional<VerifyingKey> parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3 || parts[0].isBlank() || parts[0].contains(" ")) {
            return Optional.empty();
        }
        try {
            byte[] typed = Base64.getDecoder().decode(parts[2]);
            if (typed.length != 1 + KEY_BYTES || typed[0] != ED25519) {
                return Optional.empty();
            }
            VerifyingKey key = new VerifyingKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
            return Optional.of(key).filter(read -> read.text().equals(text.strip()));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    public String name() {
        return name;
    }

    /** To be given to whoever is to check. */
    public String text() {
        byte[] typed = new byte[1 + KEY_BYTES];
        typed[0] = ED25519;
        System.arraycopy(raw, 0, typed, 1, KEY_BYTES);
        return name + "+" + HexFormat.of().formatHex(hash) + "+" + Base64.getEncoder().encodeToString(typed);
    }

    byte[] hash() {
        return hash.clone();
    }

    /** @param signature the key's hash, then the signature itself */
    boolean verifies(String text, byte[] signature) {
        if (signature.length != HASH_BYTES + SIGNATURE_BYTES
                || !Arrays.equals(hash, Arrays.copyOf(signature, HASH_BYTES))) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(signature, HASH_BYTES, SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyingKey that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(raw);
    }

    @Override
    public String toString() {
        return text();
    }
}

package bankassistant.audit.note;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The Ed25519 key (RFC 8032) that signs a store's checkpoints and what is exported from it. */
public final class SigningKey {

    private final PrivateKey key;
    private final VerifyingKey verifying;

    private SigningKey(PrivateKey key, VerifyingKey verifying) {
        this.key = key;
        this.verifying = verifying;
    }

    /**
     * A new key.
     *
     * @param name of the store; without spaces and plus signs
     */
    public static SigningKey random(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new SigningKey(pair.getPrivate(), VerifyingKey.of(name, pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
    }

    /**
     * One that was kept.
     *
     * @param pkcs8     as {@link #pkcs8} gives it
     * @param verifying its other half
     * @throws IllegalArgumentException if that is no key
     */
    public static SigningKey of(byte[] pkcs8, VerifyingKey verifying) {
        try {
            return new SigningKey(KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)),
                    verifying);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("this is no Ed25519 key", e);
        }
    }

    /** To be kept secret. */
    public byte[] pkcs8() {
        return key.getEncoded();
    }

    public VerifyingKey verifying() {
        return verifying;
    }

    public SignedCheckpoint sign(Checkpoint checkpoint) {
        return new SignedCheckpoint(checkpoint, verifying.name(), signature(checkpoint.text()));
    }

    public SignedExport sign(ExportStatement statement) {
        return new SignedExport(statement, verifying.name(), signature(statement.text()));
    }

    private String signature(String text) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            byte[] signature = signer.sign();
            byte[] hash = verifying.hash();
            byte[] both = new byte[hash.length + signature.length];
            System.arraycopy(hash, 0, both, 0, hash.length);
            System.arraycopy(signature, 0, both, hash.length, signature.length);
            return Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key signs any text", e);
        }
    }
}

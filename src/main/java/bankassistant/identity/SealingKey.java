package bankassistant.identity;

import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Signs the users file with Ed25519 (RFC 8032). */
final class SealingKey {

    private final Ed25519PrivateKeyParameters key;

    private SealingKey(byte[] seed) {
        this.key = new Ed25519PrivateKeyParameters(seed, 0);
    }

    /** Of those who hold the store's file key. */
    static SealingKey ofStore(byte[] fileKey) {
        byte[] seed = KeyWrap.derive(fileKey, "banking-assistant/users-file/seal/1");
        try {
            return new SealingKey(seed);
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    /** Of the administrators. */
    static SealingKey ofAdministration(byte[] administrationKey) {
        return new SealingKey(administrationKey);
    }

    /** In Base64. */
    String publicKey() {
        return KeyWrap.base64(key.generatePublicKey().getEncoded());
    }

    /** In Base64. */
    String sign(byte[] message) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        return KeyWrap.base64(signer.generateSignature());
    }

    static boolean isSigned(byte[] message, String signature, String publicKey) {
        try {
            byte[] encoded = Base64.getDecoder().decode(publicKey);
            if (encoded.length != Ed25519PublicKeyParameters.KEY_SIZE) {
                return false;
            }
            Ed25519Signer verifier = new Ed25519Signer();
            verifier.init(false, new Ed25519PublicKeyParameters(encoded, 0));
            verifier.update(message, 0, message.length);
            return verifier.verifySignature(Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException e) {
            // not Base64, or no point of the curve
            return false;
        }
    }
}

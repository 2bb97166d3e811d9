package bankassistant.identity;

import java.util.Objects;

/**
 * Something secret, encrypted with AES-256-GCM.
 *
 * @param nonce 12 bytes in Base64, used once
 * @param data  the secret and a tag of 16 bytes, in Base64
 */
record Wrapped(String nonce, String data) {

    Wrapped {
        Objects.requireNonNull(nonce);
        Objects.requireNonNull(data);
    }
}

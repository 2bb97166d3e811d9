package bankassistant.model.token;

import java.nio.charset.StandardCharsets;

/** Tokens of SentencePiece kind: U+2581 stands for a space, {@code <0x0A>} for a byte. */
final class SentencePieceBytes {

    private SentencePieceBytes() {}

    static byte[] bytes(String token) {
        if (token.matches("<0x[0-9A-F]{2}>")) {
            return new byte[]{(byte) Integer.parseInt(token, 3, 5, 16)};
        }
        return token.replace('\u2581', ' ').getBytes(StandardCharsets.UTF_8);
    }
}

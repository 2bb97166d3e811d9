package bankassistant.retrieval;

import bankassistant.model.Sha256;
import bankassistant.policy.Policy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.TreeMap;

/** Names what an index is made of: its format, the encoder and the policies. */
final class IndexFingerprint {

    private IndexFingerprint() {}

    /** SHA-256, lower-case hexadecimal, equal for equal parts only. */
    static String of(String encoderSha256, PolicyTexts texts) {
        MessageDigest digest = Sha256.digest();
        add(digest, IndexFields.FORMAT);
        add(digest, encoderSha256);
        for (Policy policy : texts.policies()) {
            add(digest, policy.id());
            add(digest, policy.sha256());
        }
        new TreeMap<>(texts.phrasings()).forEach((section, phrasings) -> {
            add(digest, section);
            phrasings.forEach(phrasing -> add(digest, phrasing));
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String part) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }
}

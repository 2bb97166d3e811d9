package bankassistant.audit.export;

import bankassistant.audit.note.ExportStatement;
import bankassistant.audit.note.SigningKey;
import bankassistant.audit.tree.Hash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Puts what somebody signs with a key of their own behind any bytes. */
final class ForgedSeals {

    private final SigningKey key = SigningKey.random("forger");

    byte[] sealed(byte[] body) {
        MessageDigest digest = Hash.sha256();
        ExportStatement statement = new ExportStatement("forger", 1, 0, 0, 1, Hash.of(digest.digest(body)),
                Optional.empty(), "mallory, auditor", Instant.parse("2026-11-23T08:00:00Z"));
        byte[] seal = new PdfSeal(key.verifying(), key.sign(statement)).line().getBytes(StandardCharsets.US_ASCII);
        byte[] sealed = Arrays.copyOf(body, body.length + seal.length);
        System.arraycopy(seal, 0, sealed, body.length, seal.length);
        return sealed;
    }
}

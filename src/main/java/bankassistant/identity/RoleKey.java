package bankassistant.identity;

import java.util.Arrays;
import java.util.Optional;

/** The key that belongs to a role: the file key, or the administration key. Wiped when closed. */
final class RoleKey implements AutoCloseable {

    private final boolean administration;
    private final byte[] secret;

    private RoleKey(boolean administration, byte[] secret) {
        this.administration = administration;
        this.secret = secret;
    }

    /** @param secret 32 bytes, copied */
    static RoleKey of(Role role, byte[] secret) {
        if (secret.length != FileKey.LENGTH) {
            throw new IllegalArgumentException("a role's key has " + FileKey.LENGTH + " bytes, not " + secret.length);
        }
        return new RoleKey(role == Role.ADMINISTRATOR, secret.clone());
    }

    SealedRoster.Sealer sealer() {
        return administration ? SealedRoster.Sealer.ADMINISTRATION : SealedRoster.Sealer.STORE;
    }

    SealingKey sealingKey() {
        return administration ? SealingKey.ofAdministration(secret) : SealingKey.ofStore(secret);
    }

    /** A copy, which the caller closes; none of an administrator. */
    Optional<FileKey> fileKey() {
        return administration ? Optional.empty() : Optional.of(FileKey.of(secret));
    }

    /** A copy, which the caller wipes. */
    byte[] secret() {
        return secret.clone();
    }

    RoleKey copy() {
        return new RoleKey(administration, secret.clone());
    }

    @Override
    public void close() {
        Arrays.fill(secret, (byte) 0);
    }
}

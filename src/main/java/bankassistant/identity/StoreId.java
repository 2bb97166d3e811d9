package bankassistant.identity;

/**
 * What makes a store this one and no other. Bound into every wrapped key, so that who can unwrap theirs knows it to be genuine.
 *
 * @param id             random
 * @param storeKey       verifies what was signed by somebody who holds the file key; Ed25519, Base64
 * @param administration verifies what was signed by an administrator; Ed25519, Base64
 */
record StoreId(String id, String storeKey, String administration) {

    /** What the key of a user is bound to. */
    String bound(User user) {
        return String.join("\n", "banking-assistant/user/1", id, storeKey, administration, user.name(),
                user.role().name(), user.state().name(), String.valueOf(user.version()));
    }

    /** What the recovery of both keys is bound to. */
    String boundRecovery() {
        return String.join("\n", "banking-assistant/recovery/1", id, storeKey, administration);
    }
}

package bankassistant.identity;

/**
 * A roster with the signature of who wrote it.
 *
 * @param signature over {@link RosterJson#bytes}, Ed25519, Base64
 */
record SealedRoster(Roster roster, Sealer by, String signature) {

    /** Whose key signed. */
    enum Sealer {
        /** Somebody who holds the file key. */
        STORE,
        /** An administrator. */
        ADMINISTRATION
    }

    static SealedRoster seal(Roster roster, RoleKey key) {
        return new SealedRoster(roster, key.sealer(), key.sealingKey().sign(RosterJson.bytes(roster)));
    }

    /** Whether one of the two keys of the store signed exactly this. */
    boolean isGenuine() {
        String key = by == Sealer.STORE ? roster.store().storeKey() : roster.store().administration();
        return SealingKey.isSigned(RosterJson.bytes(roster), signature, key);
    }
}

package bankassistant.audit;

import bankassistant.audit.tree.Hash;

/**
 * Says that a record is on the disk.
 *
 * @param sequence its number
 * @param leaf     its hash
 */
public record Receipt(long sequence, Hash leaf) {}

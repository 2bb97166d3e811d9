/**
 * The encrypted database of the audit log. All of H2 and of SQL stays here. Durability follows what was measured
 * (src/docs/decisions/0020-audit-store-on-h2.md). Contents are sealed with keys that can be erased
 * (src/docs/decisions/0025-months-are-erased-by-their-keys.md). May depend on {@code audit.record}, {@code audit.tree},
 * {@code audit.note} and {@code identity}.
 */
package bankassistant.audit.store;

/**
 * Checkpoints: the size and root of the tree at a moment, signed with Ed25519, as a text that can be kept anywhere; and what a log
 * says of a file that it was exported to, signed likewise. The format is that of C2SP's {@code tlog-checkpoint} and {@code signed-note}, which other tools can check as well. May depend on
 * {@code audit.tree} only.
 */
package bankassistant.audit.note;

/**
 * What a record says, kind by kind, and the one sequence of bytes that stands for it in the hash tree
 * (src/docs/audit-format.md). May depend on {@code audit.tree}, {@code identity} and {@code privacy} only.
 */
package bankassistant.audit.record;

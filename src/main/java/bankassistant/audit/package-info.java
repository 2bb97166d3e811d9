/**
 * The audit log: every act leaves a record that is durable before its effect is shown, and that nobody can alter unnoticed as far
 * back as the last checkpoint held outside.
 *
 * <p>{@link bankassistant.audit.AuditLog} is what others use. Below it: {@code record} (what a record says), {@code tree} (hashes
 * and proofs), {@code note} (signed checkpoints), {@code store} (the encrypted database), {@code search} (the index behind filters).
 *
 * <p>May depend on {@code identity} and {@code privacy}.
 */
package bankassistant.audit;

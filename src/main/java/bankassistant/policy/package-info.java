/**
 * The bank's policies as they stand in {@code policies/}: Markdown with YAML front matter, read, validated and hashed.
 *
 * <p>A {@link bankassistant.policy.Policy} has {@link bankassistant.policy.Section}s with stable ids; a section's first
 * sentence answers its question by itself. A {@link bankassistant.policy.Figure} is a regulatory value with its as-of
 * date and source. A file that breaks a rule is refused with file and line ({@link
 * bankassistant.policy.PolicyException}); {@code policies/README.md} tells authors the rules.
 *
 * <p>{@link bankassistant.policy.PolicyReader} reads one file, {@link bankassistant.policy.PolicyFolder} all of them with
 * {@code intents.yaml}, which names the section that answers each of the {@link bankassistant.policy.BankingIntents}.
 * {@link bankassistant.policy.Sentences} divides text into sentences. What is read is immutable; who wants a changed
 * folder reads it again and compares the hashes.
 *
 * <p>Depends on no other package of the application.
 */
package bankassistant.policy;

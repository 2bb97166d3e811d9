/**
 * The bank's policies as they stand in {@code policies/}: Markdown with YAML front matter, read, validated and hashed.
 *
 * <p>A {@link bankassistant.policy.Policy} has {@link bankassistant.policy.Section}s with stable ids; a section's first
 * sentence answers its question by itself. A {@link bankassistant.policy.Figure} is a regulatory value with its as-of
 * date and source. A file that breaks a rule is refused with file and line.
 *
 * <p>Depends on no other package of the application.
 */
package bankassistant.policy;

/**
 * Replaces personal data by placeholders before anything else sees a text. {@link bankassistant.privacy.MaskedText} can
 * only be made here, and every later stage takes nothing else.
 *
 * <p>The map from placeholders back to values lives in memory only, in a {@link bankassistant.privacy.Placeholders} that
 * belongs to one conversation.
 *
 * <p>May depend on {@code model}.
 */
package bankassistant.privacy;

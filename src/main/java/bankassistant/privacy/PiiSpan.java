package bankassistant.privacy;

/**
 * Where personal data stood in the text before masking.
 *
 * @param type  Presidio's name of the kind, such as {@code CREDIT_CARD}
 * @param start UTF-16 offset in the original text
 * @param end   behind the last character
 * @param placeholder what stands there now, such as {@code [CARD_1]}
 */
public record PiiSpan(String type, int start, int end, String placeholder) {}

package bankassistant.model.token;

/** Makes text well-formed UTF-16. */
final class WellFormed {

    private WellFormed() {}

    /** The text with each unpaired surrogate replaced by U+FFFD. */
    static String text(String text) {
        StringBuilder copy = null;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (!Character.isSurrogate(character)) {
                continue;
            }
            if (Character.isHighSurrogate(character) && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            if (copy == null) {
                copy = new StringBuilder(text);
            }
            copy.setCharAt(i, '\uFFFD');
        }
        return copy == null ? text : copy.toString();
    }
}

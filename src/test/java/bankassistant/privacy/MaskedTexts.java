package bankassistant.privacy;

import java.util.List;

/** Masked texts for tests of what comes after masking. */
public final class MaskedTexts {

    private MaskedTexts() {}

    public static MaskedText of(String value, PiiSpan... spans) {
        return new MaskedText(value, List.of(spans));
    }

    /** Makes a placeholder known to a conversation. */
    public static String placeholder(Placeholders placeholders, String label, String value) {
        return placeholders.placeholder(label, value, value);
    }
}

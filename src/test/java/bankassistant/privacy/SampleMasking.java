package bankassistant.privacy;

import java.util.List;

/** Masked texts as the masker would make them. */
public final class SampleMasking {

    private SampleMasking() {}

    public static MaskedText unchanged(String text) {
        return new MaskedText(text, List.of());
    }

    /** The text with one value replaced by a placeholder of this label. */
    public static MaskedText hiding(Placeholders placeholders, String text, String value, String label) {
        int start = text.indexOf(value);
        String placeholder = placeholders.placeholder(label, value, value);
        return new MaskedText(text.replace(value, placeholder),
                List.of(new PiiSpan(label, start, start + value.length(), placeholder)));
    }
}

package bankassistant.privacy;

import java.util.List;

/** A text without personal data. Only a {@link Masker} makes one. */
public final class MaskedText {

    private final String value;
    private final List<PiiSpan> spans;

    MaskedText(String value, List<PiiSpan> spans) {
        this.value = value;
        this.spans = List.copyOf(spans);
    }

    /** The text with placeholders such as {@code [CARD_1]}. */
    public String value() {
        return value;
    }

    /** What was replaced, by type and place in the original text; the values themselves are not here. */
    public List<PiiSpan> spans() {
        return spans;
    }

    @Override
    public String toString() {
        return value;
    }
}

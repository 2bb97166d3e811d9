package bankassistant.model.torch;

import java.util.Locale;

/** The arithmetic of a decoder's linear layers. */
public enum Precision {
    /** 8-bit weights with a scale per row, 8-bit activations. */
    INT8,
    /** 32-bit floating point: exact and slow, for comparison. */
    FP32;

    /** As {@link bankassistant.model.ModelInfo#precision} names it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

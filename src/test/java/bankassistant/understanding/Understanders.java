package bankassistant.understanding;

import java.util.List;

/** Understanders for tests. */
public final class Understanders {

    static final Calibration CALIBRATION = new Calibration(1, 1, 0.5, 0.5, 0.5, 0.9, 0.9, 0.8, 0.1, 0);

    private Understanders() {}

    /** Takes every message for a banking question of no certain intent. */
    public static final Understander TRUSTING = message -> new Understanding.InScope(message.value(), List.of());

    /** With thresholds of a half for a whole message and of 0.9 for parts. */
    public static HeadUnderstander of(ScriptedHeads heads) {
        return new HeadUnderstander(heads, CALIBRATION, IntentCatalog.banking77(), VagueMeanings.NONE,
                Answerability.UNKNOWN);
    }
}

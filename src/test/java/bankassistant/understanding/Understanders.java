package bankassistant.understanding;

/** Understanders for tests. */
public final class Understanders {

    static final Calibration CALIBRATION = new Calibration(1, 1, 0.5, 0.5, 0.5, 0.9, 0.9);

    private Understanders() {}

    /** With thresholds of a half for a whole message and of 0.9 for parts. */
    public static HeadUnderstander of(ScriptedHeads heads) {
        return new HeadUnderstander(heads, CALIBRATION, IntentCatalog.banking77(), VagueMeanings.NONE);
    }
}

package bankassistant.understanding;

/**
 * How sure it is that a message has an intent.
 *
 * @param confidence calibrated probability among the intents, in [0, 1]
 */
public record IntentScore(Intent intent, double confidence) {}

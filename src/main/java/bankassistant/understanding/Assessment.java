package bankassistant.understanding;

/**
 * A verdict and what it rests on.
 *
 * @param banking calibrated probability that the message as a whole asks a bank, in [0, 1]; 0 where nothing of it may be
 *                judged
 */
public record Assessment(Understanding verdict, double banking) {}

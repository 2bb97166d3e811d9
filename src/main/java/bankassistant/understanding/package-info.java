/**
 * What a message asks: one of 77 intents with a confidence that means something, and whether a bank is asked at all.
 *
 * <p>{@link bankassistant.understanding.HeadUnderstander} reads the message as a whole and in parts, lets the heads of the
 * encoder score all of them at once, and decides by calibrated probabilities. Rules on the words are a second line: they
 * turn a message away that tries to change the assistant's role or hides what it says, and never let one in.
 *
 * <p>Limits: English only. Parts are found by punctuation and by words that begin an order, so that a message of several
 * requests in one clause counts as one. Whoever wants a message taken for banking can write one that is; it then finds
 * nothing but policies.
 *
 * <p>May depend on {@code privacy} and {@code model}.
 */
package bankassistant.understanding;

package bankassistant.lab;

/**
 * A text that was taken for something else.
 *
 * @param line       the last of its row in the file, counted from 1
 * @param text       masked
 * @param label      what it is
 * @param predicted  what it was taken for
 * @param confidence how sure that was, in [0, 1]
 */
public record Mistake(int line, String text, String label, String predicted, double confidence) {}

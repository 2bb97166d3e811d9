package bankassistant.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Standard output in UTF-8. Unlike a {@link java.io.PrintStream} it tells when writing fails. */
public final class Output {

    private final OutputStream stream;

    public Output(OutputStream stream) {
        this.stream = new BufferedOutputStream(stream);
    }

    /**
     * Writes the text; it is on its way when this returns.
     *
     * @throws ClosedException  if nobody reads any more
     * @throws RefusedException if it can't be written
     */
    public void print(String text) {
        try {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
            stream.flush();
        } catch (IOException e) {
            // the operating systems say "Broken pipe", "The pipe is being closed" or "The pipe has been ended"
            if (String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe")) {
                throw new ClosedException(e);
            }
            throw new RefusedException("Standard output can't be written: " + Failures.reason(e) + ".", e);
        }
    }

    public void line(String text) {
        print(text + "\n");
    }

    /** The reader of standard output has gone, as {@code head} does: not an error to speak of. */
    public static final class ClosedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ClosedException(IOException cause) {
            super(cause);
        }
    }
}

package bankassistant.app;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * What a command reads and writes.
 *
 * @param in          standard input, bytes
 * @param out         results only
 * @param err         everything else, for people
 * @param interactive whether a person sits at a terminal, at both input and output
 * @param coloured    whether output may have colours
 * @param prompt      asks that person
 */
public record Streams(InputStream in, Output out, PrintStream err, boolean interactive, boolean coloured,
        Prompt prompt) {

    /** With nobody to ask. */
    public Streams(InputStream in, Output out, PrintStream err, boolean interactive, boolean coloured) {
        this(in, out, err, interactive, coloured, Prompt.NOBODY);
    }
}

package bankassistant.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Streams in memory. */
public final class Screen {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private byte[] in = {};

    public Screen typing(String text) {
        return typing(text.getBytes(StandardCharsets.UTF_8));
    }

    public Screen typing(byte[] bytes) {
        in = bytes.clone();
        return this;
    }

    public Streams streams() {
        return new Streams(new ByteArrayInputStream(in), new Output(out),
                new PrintStream(err, true, StandardCharsets.UTF_8), false, false);
    }

    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    public List<String> lines() {
        return out().lines().toList();
    }

    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}

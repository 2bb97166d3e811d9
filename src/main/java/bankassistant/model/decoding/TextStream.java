package bankassistant.model.decoding;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The text of an answer as its tokens arrive. Gives out only what is complete in UTF-8 and can't be the beginning of a
 * stop string.
 */
public final class TextStream {

    private final List<String> stops;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final StringBuilder text = new StringBuilder();
    private ByteBuffer pending = ByteBuffer.allocate(64);
    private int given;
    private boolean stopped;

    public TextStream(List<String> stops) {
        this.stops = List.copyOf(stops);
    }

    /**
     * Takes the bytes of a token.
     *
     * @return the text that may be shown now, possibly empty
     */
    public String add(byte[] bytes) {
        if (pending.remaining() < bytes.length) {
            pending.flip();
            pending = ByteBuffer.allocate(2 * (pending.remaining() + bytes.length)).put(pending);
        }
        decode(pending.put(bytes).flip(), false);
        pending.compact();
        cutAtStop();
        return give(stopped ? text.length() : text.length() - heldBack());
    }

    /** Ends the text. @return what was held back */
    public String end() {
        if (!stopped) {
            decode(pending.flip(), true);
            cutAtStop();
        }
        return give(text.length());
    }

    private void decode(ByteBuffer in, boolean last) {
        CharBuffer out = CharBuffer.allocate(in.remaining() + 8);
        decoder.decode(in, out, last);
        if (last) {
            decoder.flush(out);
        }
        text.append(out.flip());
    }

    private void cutAtStop() {
        int first = -1;
        for (String stop : stops) {
            int at = text.indexOf(stop, Math.max(0, given - stop.length()));
            if (at >= 0 && (first < 0 || at < first)) {
                first = at;
            }
        }
        if (first >= 0) {
            text.setLength(first);
            stopped = true;
        }
    }

    /** The length of the longest end of the text with which a stop string begins. */
    private int heldBack() {
        int held = 0;
        for (String stop : stops) {
            for (int n = Math.min(stop.length() - 1, text.length() - given); n > held; n--) {
                if (stop.startsWith(text.substring(text.length() - n))) {
                    held = n;
                }
            }
        }
        return held;
    }

    private String give(int end) {
        String piece = text.substring(Math.min(given, end), end);
        given = Math.max(given, end);
        return piece;
    }

    /** Whether a stop string was written. */
    public boolean stopped() {
        return stopped;
    }

    /** All text up to a stop string. */
    public String text() {
        return text.toString();
    }
}

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
        if (stopped) {
            return "";
        }
        if (pending.remaining() < bytes.length) {
            pending.flip();
            pending = ByteBuffer.allocate(2 * (pending.remaining() + bytes.length)).put(pending);
        }
        decode(pending.put(bytes).flip());
        pending.compact();
        cutAtStop();
        return give(stopped ? text.length() : text.length() - heldBack());
    }

    /** Ends the text; the bytes of a character that was not finished are dropped. @return what was held back */
    public String end() {
        return give(text.length());
    }

    /** Ends the text where its reader lost interest: what was not given out is no part of it. */
    public void breakOff() {
        text.setLength(given);
    }

    private void decode(ByteBuffer in) {
        CharBuffer out = CharBuffer.allocate(in.remaining() + 8);
        decoder.decode(in, out, false);
        text.append(out.flip());
    }

    /** Cuts at the stop string that was complete first, so that it doesn't matter how tokens divide the text. */
    private void cutAtStop() {
        int start = -1;
        int end = Integer.MAX_VALUE;
        for (String stop : stops) {
            int at = text.indexOf(stop, given);
            if (at >= 0 && (at + stop.length() < end || at + stop.length() == end && at < start)) {
                start = at;
                end = at + stop.length();
            }
        }
        if (start >= 0) {
            text.setLength(start);
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

package bankassistant.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Line breaks inside numbers, as wrapped mails have them, made one space or dash. */
final class NumberBreaks {

    private static final Pattern BREAK = Pattern
            .compile("(?<=\\d)[ \\t]{0,3}(?<before>-?)[ \\t]{0,3}\\r?\\n[ \\t]{0,3}(?<after>-?)[ \\t]{0,3}(?=\\d)");

    private NumberBreaks() {}

    static ReadableText closed(ReadableText text) {
        Matcher gap = BREAK.matcher(text.text());
        if (!gap.find()) {
            return text;
        }
        ReadableText.Builder closed = new ReadableText.Builder(text.length());
        int from = 0;
        do {
            closed.copy(text, from, gap.start());
            boolean dash = !gap.group("before").isEmpty() || !gap.group("after").isEmpty();
            closed.add(dash ? '-' : ' ', text.start(gap.start()), text.end(gap.end() - 1));
            from = gap.end();
        } while (gap.find());
        closed.copy(text, from, text.length());
        return closed.build();
    }
}

package bankassistant.policy;

import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** The plain text of a Markdown paragraph or heading; anything but plain, bold, italic and code text is refused. */
final class InlineText {

    private static final int MAX_NESTING = 20;

    private final PolicyFile file;

    InlineText(PolicyFile file) {
        this.file = file;
    }

    /** The text of a block, its lines separated by {@code \n}. */
    String of(Node block) throws PolicyException {
        StringBuilder text = new StringBuilder();
        append(block, line(block), 0, text);
        return text.toString();
    }

    /** The line of a node, counted from 1. */
    static int line(Node node) {
        return node.getSourceSpans().isEmpty() ? 1 : node.getSourceSpans().getFirst().getLineIndex() + 1;
    }

    private void append(Node parent, int parentLine, int depth, StringBuilder text) throws PolicyException {
        if (depth > MAX_NESTING) {
            throw file.refuse(parentLine, "has too much emphasis inside emphasis; write it plainly");
        }
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            int line = node.getSourceSpans().isEmpty() ? parentLine : line(node);
            switch (node) {
                case Text plain -> text.append(plain.getLiteral());
                case Code code -> text.append(code.getLiteral());
                case SoftLineBreak _ -> text.append('\n');
                case HardLineBreak _ -> text.append('\n');
                case Emphasis _ -> append(node, line, depth + 1, text);
                case StrongEmphasis _ -> append(node, line, depth + 1, text);
                default -> throw file.refuse(line, "a policy holds plain, bold and italic text only, no "
                        + node.getClass().getSimpleName() + "; take it out");
            }
        }
    }
}

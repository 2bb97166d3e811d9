package bankassistant.lab.pii;

import bankassistant.lab.pii.MarkedText.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A text in the making: pieces with and without a type, one after the other. */
final class Pieces {

    /** @param type null where nothing is marked */
    private record Piece(String text, String type) {}

    private final List<Piece> pieces = new ArrayList<>();

    Pieces add(String text, String type) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, type));
        }
        return this;
    }

    Pieces addAll(Pieces others) {
        pieces.addAll(others.pieces);
        return this;
    }

    /** Makes letters right behind a marked piece part of it: "Marias" is a name with its ending. */
    void addTail(String letters) {
        Piece last = pieces.removeLast();
        pieces.add(new Piece(last.text + letters, last.type));
    }

    boolean endsMarked() {
        return !pieces.isEmpty() && pieces.getLast().type != null;
    }

    /** Changes what is not marked. */
    Pieces mapPlain(UnaryOperator<String> change) {
        pieces.replaceAll(piece -> piece.type == null ? new Piece(change.apply(piece.text), null) : piece);
        return this;
    }

    /** Changes everything, marked pieces alone and so that their marks stay right. */
    Pieces map(UnaryOperator<String> change) {
        pieces.replaceAll(piece -> new Piece(change.apply(piece.text), piece.type));
        return this;
    }

    Pieces lowerCase() {
        return map(text -> text.toLowerCase(Locale.ROOT));
    }

    Pieces upperCase() {
        return map(text -> text.toUpperCase(Locale.ROOT));
    }

    /** The text without the marks. */
    String plain() {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text));
        return text.toString();
    }

    MarkedText toText() {
        StringBuilder text = new StringBuilder();
        List<Mark> marks = new ArrayList<>();
        for (Piece piece : pieces) {
            int start = text.length();
            text.append(piece.text);
            if (piece.type != null) {
                mark(text, new Mark(piece.type, start, text.length()), marks);
            }
        }
        return new MarkedText(text.toString(), marks);
    }

    /** A given name and a family name beside each other are one name. */
    private static void mark(StringBuilder text, Mark next, List<Mark> marks) {
        Mark last = marks.isEmpty() ? null : marks.getLast();
        if (last != null && last.type().equals(next.type()) && text.substring(last.end(), next.start()).equals(" ")) {
            marks.set(marks.size() - 1, new Mark(next.type(), last.start(), next.end()));
        } else {
            marks.add(next);
        }
    }
}

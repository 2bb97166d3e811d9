package bankassistant.ui.chat;

import java.text.Bidi;
import javafx.geometry.NodeOrientation;

/** The direction in which a text is read: that of its first letter, as browsers do for {@code dir="auto"}. */
final class TextDirection {

    private TextDirection() {}

    static NodeOrientation of(String text) {
        return new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight()
                ? NodeOrientation.LEFT_TO_RIGHT
                : NodeOrientation.RIGHT_TO_LEFT;
    }
}

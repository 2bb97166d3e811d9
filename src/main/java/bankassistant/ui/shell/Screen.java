package bankassistant.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;

/** What the frame shows in its middle. */
public interface Screen {

    Parent root();

    /** The screen's own buttons in the header, from left to right. */
    List<Node> actions();

    /** Puts the keyboard where a person starts. */
    void focusStart();
}

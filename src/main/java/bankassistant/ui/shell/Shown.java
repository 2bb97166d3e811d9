package bankassistant.ui.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Shows parts of a screen, or takes them away with the place they had. */
public final class Shown {

    private Shown() {}

    /** From now on the node is there while the condition holds. */
    public static void when(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
    }

    public static void set(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}

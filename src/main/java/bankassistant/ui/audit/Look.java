package bankassistant.ui.audit;

import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small things that several panes show alike. */
final class Look {

    private static final Map<String, Ikon> KINDS = Map.ofEntries(Map.entry("question", Feather.MESSAGE_CIRCLE),
            Map.entry("answer", Feather.CORNER_DOWN_RIGHT), Map.entry("sign_in", Feather.LOG_IN),
            Map.entry("sign_in_failed", Feather.USER_X), Map.entry("sign_out", Feather.LOG_OUT),
            Map.entry("locked", Feather.LOCK), Map.entry("user_changed", Feather.USER),
            Map.entry("role_changed", Feather.USERS), Map.entry("index_built", Feather.BOOK),
            Map.entry("model_loaded", Feather.CPU), Map.entry("settings_changed", Feather.SETTINGS),
            Map.entry("customer_selected", Feather.USER_CHECK), Map.entry("record_viewed", Feather.EYE),
            Map.entry("exported", Feather.DOWNLOAD), Map.entry("verified", Feather.SHIELD),
            Map.entry("backed_up", Feather.SAVE), Map.entry("restored", Feather.ROTATE_CCW),
            Map.entry("started", Feather.PLAY), Map.entry("stopped", Feather.SQUARE),
            Map.entry("unclean_stop", Feather.ALERT_TRIANGLE), Map.entry("clock_set_back", Feather.CLOCK));

    private Look() {}

    static FontIcon kind(String kind) {
        return new FontIcon(KINDS.getOrDefault(kind, Feather.CIRCLE));
    }

    static FontIcon proof(Proof.Standing standing) {
        FontIcon icon = new FontIcon(switch (standing) {
            case PROVEN -> Feather.CHECK_CIRCLE;
            case NOT_YET_SIGNED -> Feather.CLOCK;
            case BROKEN -> Feather.ALERT_OCTAGON;
        });
        icon.getStyleClass().add(style(standing));
        return icon;
    }

    static String style(Proof.Standing standing) {
        return switch (standing) {
            case PROVEN -> "good";
            case NOT_YET_SIGNED -> "open";
            case BROKEN -> "bad";
        };
    }

    /** A label that breaks its lines and is never cut. */
    static Label wrapped(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }

    static void show(javafx.scene.Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}

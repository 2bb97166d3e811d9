package bankassistant.ui.shell;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The words of the window. */
public final class Messages {

    private final ResourceBundle bundle = ResourceBundle.getBundle("bankassistant.ui.messages");

    public ResourceBundle bundle() {
        return bundle;
    }

    /** The words as they stand. */
    public String text(String key) {
        return bundle.getString(key);
    }

    /** The words with {@code {0}} and so on filled in. */
    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(arguments);
    }
}

package bankassistant.ui.shell;

import javafx.application.ColorScheme;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;

/** Which theme is shown: the system's, until the person chooses. */
public final class ThemeSwitch {

    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>();
    private final ChangeListener<ColorScheme> follow = (_, _, scheme) -> theme.set(Theme.of(scheme));
    private final ObservableValue<ColorScheme> system;
    private final WeakChangeListener<ColorScheme> weakFollow = new WeakChangeListener<>(follow);

    /** @param system the colour scheme of the desktop; where the system doesn't tell, JavaFX says light */
    public ThemeSwitch(ObservableValue<ColorScheme> system) {
        this.system = system;
        theme.set(Theme.of(system.getValue()));
        system.addListener(weakFollow);
    }

    public ReadOnlyObjectProperty<Theme> theme() {
        return theme.getReadOnlyProperty();
    }

    /** The other theme, from now on whatever the system says. */
    public void toggle() {
        choose(theme.get().other());
    }

    public void choose(Theme chosen) {
        system.removeListener(weakFollow);
        theme.set(chosen);
    }
}

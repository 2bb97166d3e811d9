package bankassistant.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class ThemeSwitchTest {

    private final ObjectProperty<ColorScheme> system = new SimpleObjectProperty<>(ColorScheme.DARK);
    private final ThemeSwitch theme = new ThemeSwitch(system);

    @Test
    void beginsAsTheSystem() {
        assertThat(theme.theme().get()).isEqualTo(Theme.DARK);
    }

    @Test
    void followsTheSystem() {
        system.set(ColorScheme.LIGHT);
        assertThat(theme.theme().get()).isEqualTo(Theme.LIGHT);
    }

    @Test
    void staysAsThePersonChose() {
        theme.toggle();
        assertThat(theme.theme().get()).isEqualTo(Theme.LIGHT);
        system.set(ColorScheme.LIGHT);
        system.set(ColorScheme.DARK);
        assertThat(theme.theme().get()).isEqualTo(Theme.LIGHT);
    }
}

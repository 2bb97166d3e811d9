package bankassistant.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DisplayTest {

    @Test
    void is_missing_without_the_variable() {
        assertThat(missing("Linux", Map.of()).orElseThrow()).contains("DISPLAY is not set");
        assertThat(missing("Linux", Map.of("DISPLAY", " ")).orElseThrow()).contains("DISPLAY is not set");
    }

    @Test
    void is_missing_with_wayland_alone() {
        assertThat(missing("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")).orElseThrow()).contains("XWayland");
    }

    @Test
    void is_always_there_on_windows_and_mac() {
        assertThat(missing("Windows 11", Map.of())).isEmpty();
        assertThat(missing("Mac OS X", Map.of())).isEmpty();
    }

    private static Optional<String> missing(String os, Map<String, String> environment) {
        return Display.missingFor(new Surroundings(os, environment, Path.of("home")));
    }
}

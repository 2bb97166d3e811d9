package bankassistant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    @TempDir
    Path folder;

    private Settings settings;

    @BeforeEach
    void none() {
        settings = again();
    }

    @Test
    void sessions_lock_after_five_minutes_unless_an_administrator_says_otherwise() throws IOException {
        assertThat(settings.idleLock()).isEqualTo(Duration.ofMinutes(5));
        settings.idleLock(Sessions.of(Role.ADMINISTRATOR), 12);

        assertThat(again().idleLock()).isEqualTo(Duration.ofMinutes(12));
    }

    @ParameterizedTest
    @EnumSource(names = "ADMINISTRATOR", mode = EnumSource.Mode.EXCLUDE)
    void nobody_else_changes_it(Role role) throws IOException {
        assertThatThrownBy(() -> settings.idleLock(Sessions.of(role), 12)).isInstanceOf(NotPermittedException.class);
        assertThat(settings.idleLock()).isEqualTo(IdleLock.USUAL);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 61, Integer.MAX_VALUE})
    void it_has_bounds(int minutes) {
        assertThatThrownBy(() -> settings.idleLock(Sessions.of(Role.ADMINISTRATOR), minutes))
                .isInstanceOf(IdentityException.class).hasMessageContaining("1 to 60");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"format\":1,\"idle_lock_minutes\":600,\"unrecorded\":[]}",
            "{\"format\":2,\"idle_lock_minutes\":9,\"unrecorded\":[]}",
            "{\"format\":1,\"idle_lock_minutes\":9,\"unrecorded\":[{}]}"})
    void a_file_that_says_nothing_sensible_counts_for_nothing(String text) throws IOException {
        Files.writeString(folder.resolve("settings.json"), text);

        assertThat(settings.idleLock()).isEqualTo(IdleLock.USUAL);
        assertThat(settings.unrecorded()).isEmpty();
    }

    @Test
    void each_change_waits_until_it_is_recorded() throws IOException {
        Session administrator = Sessions.of(Role.ADMINISTRATOR);
        settings.idleLock(administrator, 12);
        settings.idleLock(administrator, 12);
        settings.idleLock(administrator, 3);

        assertThat(settings.unrecorded()).extracting(Settings.Change::from, Settings.Change::to, Settings.Change::at)
                .containsExactly(tuple("5", "12", NOW),
                        tuple("12", "3", NOW));
        assertThat(settings.unrecorded()).extracting(Settings.Change::by).containsOnly(administrator.who());
        settings.recorded(settings.unrecorded().subList(0, 1));
        assertThat(again().unrecorded()).extracting(Settings.Change::to).containsExactly("3");
        assertThat(again().idleLock()).isEqualTo(Duration.ofMinutes(3));
    }

    private Settings again() {
        return new Settings(folder, () -> NOW);
    }
}

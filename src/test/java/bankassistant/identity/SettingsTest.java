package bankassistant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
            "{\"format\":3,\"idle_lock_minutes\":9,\"unrecorded\":[]}",
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

    @Test
    void the_audit_logs_are_the_usual_ones_until_an_administrator_chooses() throws IOException {
        assertThat(settings.audit()).isEqualTo(new AuditSettings(List.of(), 60));
        Path stick = folder.resolve("a b");
        settings.audit(Sessions.of(Role.ADMINISTRATOR), chosen -> chosen.witnessedBy(List.of(stick)).keptFor(84));

        assertThat(again().audit()).isEqualTo(new AuditSettings(List.of(stick), 84));
        assertThat(again().idleLock()).isEqualTo(IdleLock.USUAL);
        assertThat(again().unrecorded()).extracting(Settings.Change::setting, Settings.Change::from,
                Settings.Change::to).containsExactly(tuple("audit.witnesses", "", stick.toString()),
                        tuple("audit.retention_months", "60", "84"));
    }

    @ParameterizedTest
    @EnumSource(names = "ADMINISTRATOR", mode = EnumSource.Mode.EXCLUDE)
    void nobody_else_chooses_the_audit_logs(Role role) throws IOException {
        assertThatThrownBy(() -> settings.audit(Sessions.of(role), chosen -> chosen.keptFor(1)))
                .isInstanceOf(NotPermittedException.class);
        assertThat(settings.audit()).isEqualTo(AuditSettings.USUAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"format\":3,\"witnesses\":[],\"retention_months\":60}",
            "{\"format\":2,\"witnesses\":[],\"retention_months\":0}", "{\"format\":2}",
            "{\"format\":2,\"witnesses\":[],\"retention_months\":1.5}",
            "{\"format\":2,\"witnesses\":[7],\"retention_months\":60}",
            "{\"format\":2,\"witnesses\":[\"relative\"],\"retention_months\":60}",
            "{\"format\":2,\"witnesses\":\"/a\",\"retention_months\":60}",
            "{\"format\":2,\"witnesses\":[],\"retention_months\":60,\"more\":1}",
            "{\"format\":2,\"witnesses\":[\"\\u0000\"],\"retention_months\":60}"})
    void the_audit_logs_are_never_guessed_nor_written_over(String text) throws IOException {
        Path file = folder.resolve("settings.json");
        Files.writeString(file, text);

        assertThatThrownBy(() -> settings.audit()).isInstanceOf(IdentityException.class)
                .hasMessageContaining("can't be read");
        assertThatThrownBy(() -> settings.idleLock(Sessions.of(Role.ADMINISTRATOR), 9))
                .isInstanceOf(IdentityException.class);
        assertThat(file).hasContent(text);
        assertThat(settings.idleLock()).isEqualTo(IdleLock.USUAL);
    }

    @Test
    void the_two_files_of_before_become_one() throws IOException {
        Path identity = Files.createDirectory(folder.resolve("identity"));
        Path apart = folder.resolve("audit-settings.json");
        Path stick = folder.resolve("stick");
        Files.writeString(identity.resolve("settings.json"), "{\"format\":1,\"idle_lock_minutes\":9,\"unrecorded\":"
                + "[{\"id\":\"i\",\"at\":\"2026-11-24T09:00:00Z\",\"by\":\"ada\",\"session\":\"s\","
                + "\"setting\":\"idle_lock_minutes\",\"from\":\"5\",\"to\":\"9\"}]}");
        Files.writeString(apart, "{\"witnesses\":[\"" + stick + "\"],\"retention_months\":72}");
        Settings both = new Settings(identity, () -> NOW);

        assertThat(both.idleLock()).isEqualTo(Duration.ofMinutes(9));
        assertThat(both.audit()).isEqualTo(new AuditSettings(List.of(stick), 72));
        assertThat(apart).doesNotExist();
        Settings one = new Settings(identity, () -> NOW);
        assertThat(one.audit()).isEqualTo(new AuditSettings(List.of(stick), 72));
        assertThat(one.idleLock()).isEqualTo(Duration.ofMinutes(9));
        assertThat(one.unrecorded()).extracting(Settings.Change::to).containsExactly("9");
    }

    @Test
    void one_file_of_before_alone_is_enough() throws IOException {
        Path identity = Files.createDirectory(folder.resolve("identity"));
        Files.writeString(folder.resolve("audit-settings.json"), "{\"witnesses\":[],\"retention_months\":72}");
        assertThat(new Settings(identity, () -> NOW).audit().retentionMonths()).isEqualTo(72);

        Files.writeString(identity.resolve("settings.json"),
                "{\"format\":1,\"idle_lock_minutes\":9,\"unrecorded\":[]}");
        assertThat(new Settings(identity, () -> NOW).audit()).isEqualTo(AuditSettings.USUAL);
        assertThat(new Settings(identity, () -> NOW).idleLock()).isEqualTo(Duration.ofMinutes(9));
    }

    @Test
    void a_file_of_before_that_says_something_else_is_refused_and_kept() throws IOException {
        Path identity = Files.createDirectory(folder.resolve("identity"));
        Path apart = folder.resolve("audit-settings.json");
        Files.writeString(apart, "{\"witnesses\":[],\"retention_months\":60,\"more\":1}");

        assertThatThrownBy(() -> new Settings(identity, () -> NOW).audit()).isInstanceOf(IdentityException.class)
                .hasMessageContaining("audit-settings.json");
        assertThat(apart).exists();
    }

    private Settings again() {
        return new Settings(folder, () -> NOW);
    }
}

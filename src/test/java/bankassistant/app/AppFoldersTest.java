package bankassistant.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppFoldersTest {

    @TempDir
    private Path home;

    @Test
    void lies_where_each_system_keeps_data() {
        assertThat(surroundings("Linux", Map.of()).dataHome()).isEqualTo(home.resolve(".local/share"));
        assertThat(surroundings("Linux", Map.of("XDG_DATA_HOME", "/data")).dataHome()).isEqualTo(Path.of("/data"));
        assertThat(surroundings("Linux", Map.of("XDG_DATA_HOME", "data")).dataHome())
                .isEqualTo(home.resolve(".local/share"));
        assertThat(surroundings("Windows 11", Map.of("LOCALAPPDATA", "/local")).dataHome())
                .isEqualTo(Path.of("/local"));
        assertThat(surroundings("Mac OS X", Map.of()).dataHome())
                .isEqualTo(home.resolve("Library/Application Support"));
    }

    @Test
    void is_made_with_its_parts_for_the_owner_only() throws IOException {
        try (AppFolders folders = open(options(false, false))) {
            assertThat(folders.root()).isEqualTo(home.resolve(".local/share/BankingAssistant"));
            assertThat(folders.index()).isDirectory();
            assertThat(folders.cache()).isDirectory();
            assertThat(folders.logs()).isDirectory();
            assertThat(folders.natives()).isDirectory();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folders.root())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void the_demo_has_a_folder_of_its_own_and_shares_the_libraries() {
        try (AppFolders folders = open(options(true, false))) {
            assertThat(folders.root()).isEqualTo(home.resolve(".local/share/BankingAssistant-demo"));
            assertThat(folders.natives()).isEqualTo(home.resolve(".local/share/BankingAssistant/native"));
        }
        open(options(false, false)).close();
    }

    @Test
    void a_folder_that_was_chosen_holds_everything() {
        try (AppFolders folders = open(in(home.resolve("a b"), true, false))) {
            assertThat(folders.natives()).isEqualTo(home.resolve("a b/native"));
        }
        assertThat(home.resolve(".local")).doesNotExist();
    }

    @Test
    void is_kept_between_starts_and_made_anew_on_demand() throws IOException {
        Path root = home.resolve("demo");
        open(in(root, true, false)).close();
        Files.writeString(root.resolve("index/segment"), "old");
        Files.writeString(root.resolve("users"), "old");
        Files.writeString(root.resolve("native/library"), "kept");

        open(in(root, true, false)).close();
        assertThat(root.resolve("index/segment")).exists();

        open(in(root, true, true)).close();
        assertThat(root.resolve("index")).isEmptyDirectory();
        assertThat(root.resolve("users")).doesNotExist();
        assertThat(root.resolve("native/library")).exists();
    }

    @Test
    void follows_no_link_when_it_empties() throws IOException {
        Path root = home.resolve("demo");
        Path precious = Files.createDirectories(home.resolve("precious"));
        Files.writeString(precious.resolve("letter"), "dear");
        open(in(root, true, false)).close();
        Files.createSymbolicLink(root.resolve("users"), precious);

        open(in(root, true, true)).close();

        assertThat(root.resolve("users")).doesNotExist();
        assertThat(precious.resolve("letter")).exists();
    }

    @Test
    void refuses_a_folder_of_others_and_leaves_it_alone() throws IOException {
        Path folder = Files.createDirectories(home.resolve("photos"));
        Files.writeString(folder.resolve("cat"), "meow");

        for (boolean fresh : new boolean[]{false, true}) {
            assertThatThrownBy(() -> open(in(folder, true, fresh))).isInstanceOf(RefusedException.class)
                    .hasMessageContaining("not the assistant's");
        }
        assertThat(folder).isDirectoryNotContaining(entry -> !entry.endsWith("cat"));
    }

    @Test
    void never_mixes_demo_and_own_data() {
        Path root = home.resolve("own");
        open(in(root, false, false)).close();

        assertThatThrownBy(() -> open(in(root, true, true))).isInstanceOf(RefusedException.class)
                .hasMessageContaining("leave out --demo");
    }

    @Test
    void is_not_emptied_while_it_is_open() {
        Path root = home.resolve("demo");
        try (AppFolders _ = open(in(root, true, false))) {
            assertThatThrownBy(() -> open(in(root, true, true))).isInstanceOf(RefusedException.class)
                    .hasMessageContaining("Close it first");
        }
        open(in(root, true, true)).close();
    }

    @Test
    void is_used_by_several_side_by_side() {
        Path root = home.resolve("demo");
        try (AppFolders _ = open(in(root, true, false)); AppFolders second = open(in(root, true, false))) {
            assertThat(second.root()).isEqualTo(root);
        }
    }

    @Test
    void tells_why_a_place_will_not_do() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "");

        assertThatThrownBy(() -> open(in(file.resolve("data"), false, false))).isInstanceOf(RefusedException.class)
                .hasMessageContaining("a part of its path is a file").hasMessageContaining("--data DIR");
        assertThatThrownBy(() -> open(in(file, false, false))).isInstanceOf(RefusedException.class)
                .hasMessageContaining("a part of its path is a file");
    }

    private AppFolders open(Options options) {
        return AppFolders.open(options, surroundings("Linux", Map.of()));
    }

    private Surroundings surroundings(String os, Map<String, String> environment) {
        return new Surroundings(os, environment, home);
    }

    private static Options options(boolean demo, boolean fresh) {
        return new Options(demo, fresh, Optional.empty(), Options.Device.AUTO);
    }

    private static Options in(Path folder, boolean demo, boolean fresh) {
        return new Options(demo, fresh, Optional.of(folder), Options.Device.AUTO);
    }
}

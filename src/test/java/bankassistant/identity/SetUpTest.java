package bankassistant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetUpTest {

    @TempDir
    private Path folder;
    private Branch branch;

    @BeforeEach
    void anEmptyFolder() {
        branch = new Branch(folder);
    }

    @Test
    void makes_an_administrator_and_an_auditor() throws IOException {
        branch.setUp();

        try (Session ada = branch.administrator(); Session otto = branch.auditor()) {
            assertThat(ada.who().role()).isEqualTo(Role.ADMINISTRATOR);
            assertThat(otto.who().role()).isEqualTo(Role.AUDITOR);
        }
        assertThat(branch.identity.isSetUp()).isTrue();
    }

    @Test
    void the_auditor_holds_the_file_key_and_the_administrator_does_not() throws IOException {
        branch.setUp();

        try (Session ada = branch.administrator(); Session otto = branch.auditor()) {
            assertThat(ada.fileKey()).isEmpty();
            assertThat(otto.fileKey()).isPresent();
        }
    }

    @Test
    void is_done_once() throws IOException {
        branch.setUp();
        byte[] before = Files.readAllBytes(branch.usersFile());

        assertThatThrownBy(branch::setUp).isInstanceOf(IdentityException.class).hasMessageContaining("once");
        assertThat(branch.usersFile()).hasBinaryContent(before);
    }

    @Test
    void needs_two_persons() {
        assertThatThrownBy(() -> branch.identity.setUp("ada", Branch.password(Branch.ADAS), " ADA ", Branch.password(
                Branch.OTTOS), PasswordCost.FLOOR)).hasMessageContaining("two persons");
        assertThatThrownBy(() -> branch.identity.setUp("ada", Branch.password(Branch.ADAS), "otto", Branch.password(
                Branch.ADAS), PasswordCost.FLOOR)).hasMessageContaining("same password");
        assertThat(branch.usersFile()).doesNotExist();
    }

    @Test
    void nobody_signs_in_before() {
        assertThatThrownBy(branch::administrator).isInstanceOf(SignInException.class).hasMessageContaining(
                "assistant set-up");
    }

    @Test
    void no_file_holds_a_password_or_a_key() throws IOException {
        branch.setUp().withTeller();
        try (Session otto = branch.auditor();
                FileKey key = otto.fileKey().orElseThrow();
                Stream<Path> files = Files
                        .list(folder)) {
            List<String> secrets = List.of(Branch.ADAS, Branch.OTTOS, Branch.TILDAS, new String(key.hex()),
                    KeyWrap.base64(key.bytes()), new String(branch.recovery.text()));
            for (Path file : files.toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(secrets);
            }
        }
    }
}

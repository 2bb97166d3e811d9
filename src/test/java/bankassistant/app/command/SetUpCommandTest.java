package bankassistant.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetUpCommandTest {

    @TempDir
    private Path temp;
    private final Cli cli = new Cli();
    private String adas;
    private String ottos;

    @BeforeEach
    void anEmptyFolder() throws IOException {
        cli.parts.withUsersIn(temp.resolve("identity"), false);
        adas = Files.writeString(temp.resolve("adas"), "quiet harbour lantern\r\n").toString();
        ottos = Files.writeString(temp.resolve("ottos"), "seven rivers uphill").toString();
    }

    @Test
    void makes_two_users_and_prints_the_recovery_key_alone() {
        assertThat(setUp("ada", "otto")).isZero();

        assertThat(cli.screen.lines()).hasSize(1).first().asString().matches("([0-9A-Z]{5}-){7}[0-9A-Z]{5}");
        assertThat(cli.screen.err()).contains("otto writes it down").doesNotContain("harbour", "rivers");
        assertThat(cli.run("--user", "ada", "--password-file", adas, "users", "list")).isZero();
        assertThat(cli.screen.out()).contains("administrator  active     ada", "auditor        active     otto");
    }

    @Test
    void is_done_once() {
        setUp("ada", "otto");

        assertThat(setUp("eve", "mallory")).isEqualTo(1);
        assertThat(cli.screen.err()).contains("once");
    }

    @Test
    void tells_why_a_password_will_not_do() throws IOException {
        Files.writeString(temp.resolve("ottos"), "short");

        assertThat(setUp("ada", "otto")).isEqualTo(1);
        assertThat(cli.screen.err()).contains("at least 12 characters");
        assertThat(cli.screen.out()).isEmpty();
    }

    @Test
    void refuses_a_password_file_that_is_no_text() throws IOException {
        Files.write(temp.resolve("ottos"), new byte[]{(byte) 0xC3, (byte) 0x28});

        assertThat(setUp("ada", "otto")).isEqualTo(1);
        assertThat(cli.screen.err()).contains("not UTF-8");
    }

    @Test
    void the_demo_needs_none() {
        assertThat(cli.run("--demo", "set-up")).isEqualTo(1);
        assertThat(cli.screen.err()).contains("users already");
    }

    @Test
    void nobody_asks_before() {
        assertThat(cli.run("--user", "ada", "--password-file", adas, "ask", "How long?")).isEqualTo(1);
        assertThat(cli.screen.err()).contains("`assistant set-up`");
    }

    private int setUp(String administrator, String auditor) {
        return cli.run("set-up", "--administrator", administrator, "--administrator-password-file", adas, "--auditor",
                auditor, "--auditor-password-file", ottos);
    }
}

package bankassistant.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.identity.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsersCommandTest {

    @TempDir
    private Path temp;
    private final Cli cli = new Cli();
    private String tellers;

    @BeforeEach
    void theDemoBank() throws IOException {
        cli.parts.withUsersIn(temp.resolve("identity"), true);
        tellers = file("tellers", "copper kettle by the window");
    }

    @Test
    void lists_users_as_the_demo_administrator() {
        assertThat(cli.run("--demo", "users", "list")).isZero();

        assertThat(cli.screen.lines()).containsExactly("administrator  active     administrator",
                "auditor        active     auditor", "teller         active     teller",
                "presenter      active     presenter");
    }

    @ParameterizedTest
    @CsvSource({"teller,A teller", "presenter,A presenter", "auditor,An auditor"})
    void refuses_everybody_else(String user, String who) {
        assertThat(cli.run("--demo", "--user", user, "users", "disable", "administrator")).isEqualTo(1);

        assertThat(cli.screen.err()).isEqualTo(who + " may not add, disable, enable and reset users."
                + System.lineSeparator());
        assertThat(cli.parts.closed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "administrator"})
    void those_who_may_not_ask_get_no_answer(String user) {
        assertThat(cli.run("--demo", "--user", user, "ask", "How long?")).isEqualTo(1);

        assertThat(cli.chat.questions()).isEmpty();
        assertThat(cli.screen.err()).contains("may not ask questions").hasLineCount(1);
    }

    @Test
    void a_new_colleague_enrols_with_a_teller_beside_them_and_asks() throws IOException {
        assertThat(cli.run("--demo", "users", "add", "Theo", "--role", "teller")).isZero();
        String oneTime = file("one-time", cli.screen.lines().getFirst());
        String own = file("own", "walnut bicycle thunder");

        assertThat(cli.run("--demo", "users", "enrol", "theo", "--with", "teller", "--one-time-file", oneTime,
                "--new-password-file", own)).isZero();
        assertThat(cli.run("--demo", "--user", "theo", "--password-file", own, "ask", "How long?")).isZero();
        assertThat(cli.chat.questions()).hasSize(1);
    }

    @Test
    void a_one_time_password_signs_nobody_in() throws IOException {
        cli.run("--demo", "users", "reset", "teller", "--json");
        String oneTime = file("one-time", cli.objects().getFirst().get("one_time_password").textValue());

        assertThat(cli.run("--demo", "--user", "teller", "--password-file", oneTime, "ask", "How long?")).isEqualTo(1);
        assertThat(cli.screen.err()).contains("one-time password");
        assertThat(cli.chat.questions()).isEmpty();
    }

    @Test
    void who_was_reset_comes_back_by_the_recovery_key() throws IOException {
        cli.run("--demo", "users", "reset", "teller");
        String oneTime = file("one-time", cli.screen.lines().getFirst());
        String key = file("key", Files.readAllLines(temp.resolve("identity/demo-users.txt")).getLast().substring(15));

        assertThat(cli.run("--demo", "users", "enrol", "teller", "--recovery-key-file", key, "--one-time-file", oneTime,
                "--new-password-file", tellers)).isZero();
        assertThat(cli.run("--demo", "ask", "How long?")).isZero();
    }

    @Test
    void a_disabled_user_is_refused_until_enabled() {
        assertThat(cli.run("--demo", "users", "disable", "teller")).isZero();
        assertThat(cli.run("--demo", "ask", "How long?")).isEqualTo(1);
        assertThat(cli.screen.err()).contains("disabled");

        assertThat(cli.run("--demo", "users", "enable", "teller")).isZero();
        assertThat(cli.run("--demo", "ask", "How long?")).isZero();
    }

    @Test
    void a_changed_password_is_the_only_one() throws IOException {
        String chosen = file("chosen", "walnut bicycle thunder");
        assertThat(cli.run("--demo", "users", "password", "--present-password-file", tellers, "--new-password-file",
                chosen)).isZero();

        assertThat(cli.run("--demo", "ask", "How long?")).isEqualTo(1);
        assertThat(cli.screen.err()).contains("another password than the one in demo-users.txt");
        assertThat(cli.run("--demo", "--user", "teller", "--password-file", chosen, "ask", "How long?")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "users nonsense", "users add", "users add theo", "users add theo --role=boss",
            "users disable", "users enrol"})
    void calls_a_wrong_use_wrong(String line) {
        assertThat(cli.run(line.split(" "))).isEqualTo(2);

        assertThat(cli.screen.err()).contains("--help");
        assertThat(cli.opened).isEmpty();
    }

    @Test
    void without_a_terminal_it_says_how_to_sign_in() {
        assertThat(cli.run("--demo", "--user", "nobody", "ask", "How long?")).isEqualTo(1);

        assertThat(cli.screen.err()).contains("--password-file FILE").hasLineCount(1);
    }

    @Test
    void the_usual_role_of_the_demo_depends_on_the_command() {
        cli.run("--demo", "ask", "How long?");
        cli.run("--demo", "users", "list");

        assertThat(cli.parts.requests()).extracting(request -> request.usual()).containsExactly(Role.TELLER,
                Role.ADMINISTRATOR);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(temp.resolve(name), text + "\n").toString();
    }
}

package bankassistant.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.identity.IdentityException;
import bankassistant.identity.NotPermittedException;
import bankassistant.identity.OneTimePassword;
import bankassistant.identity.Password;
import bankassistant.identity.Role;
import bankassistant.identity.Session;
import bankassistant.identity.SignInException;
import bankassistant.ui.signin.Voucher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the window lets people in, with the demo bank's real users. */
class WindowAccessTest {

    private static final String OWN = "walnut bicycle thunder";

    @TempDir
    Path folder;

    private WindowAccess access;
    private FakeParts parts;

    @BeforeEach
    void aBranch() throws IOException {
        parts = new FakeParts(new FakeChat()) {

            @Override
            public void admit(Session session) {
                // nothing works with these parts
            }
        }.withUsersIn(folder.resolve("identity"), true);
        access = new WindowAccess(parts, CompletableFuture.completedFuture(Optional.empty()), true);
    }

    @Test
    void every_role_comes_in_with_the_demos_passwords() throws IOException {
        for (var user : access.demoUsers().entrySet()) {
            try (Session session = access.signIn(user.getKey(), password(user.getValue()))) {
                assertThat(session.who().user()).isEqualTo(user.getKey());
            }
        }
        assertThat(access.demoUsers()).hasSize(4);
    }

    @Test
    void a_teller_beside_a_new_one_lets_them_in() throws IOException {
        Password oneTime = added("tilda", Role.TELLER);
        assertThat(access.enrolling("tilda", oneTime)).isEqualTo(Role.TELLER);

        try (Session tilda = access.enrol("tilda", oneTime, password(OWN), colleague("teller"))) {
            assertThat(tilda.who().user()).isEqualTo("tilda");
            assertThat(tilda.fileKey()).isPresent();
        }
    }

    @Test
    void nobody_but_a_teller_lets_anybody_in() throws IOException {
        Password oneTime = added("tilda", Role.TELLER);
        for (String other : new String[]{"presenter", "auditor", "administrator"}) {
            assertThatThrownBy(() -> access.enrol("tilda", oneTime, password(OWN), colleague(other))).as(other)
                    .isInstanceOf(NotPermittedException.class);
        }
        assertThatThrownBy(() -> access.enrol("tilda", oneTime, password(OWN), new Voucher.Nobody()))
                .isInstanceOf(IdentityException.class).hasMessageContaining("recovery key");
        assertThatThrownBy(() -> access.signIn("tilda", oneTime)).isInstanceOfSatisfying(SignInException.class,
                refused -> assertThat(refused.reason()).isEqualTo(SignInException.Reason.ENROL));
    }

    @Test
    void the_recovery_key_lets_an_auditor_in_and_a_teller_does_not() throws IOException {
        Password oneTime = added("otto", Role.AUDITOR);
        assertThatThrownBy(() -> access.enrol("otto", oneTime, password(OWN), colleague("teller")))
                .hasMessageContaining("recovery key");
        assertThatThrownBy(() -> access.enrol("otto", oneTime, password(OWN), recovery("ABCDE")))
                .hasMessageContaining("40 letters");

        try (Session otto = access.enrol("otto", oneTime, password(OWN), recovery(recoveryKey()))) {
            assertThat(otto.who().role()).isEqualTo(Role.AUDITOR);
        }
    }

    @Test
    void an_administrator_enrols_alone() throws IOException {
        Password oneTime = added("anna", Role.ADMINISTRATOR);

        try (Session anna = access.enrol("anna", oneTime, password(OWN), new Voucher.Nobody())) {
            assertThat(anna.who().role()).isEqualTo(Role.ADMINISTRATOR);
        }
    }

    @Test
    void what_is_no_one_time_password_enrols_nobody() {
        Password tellers = password(access.demoUsers().get("teller"));

        assertThatThrownBy(() -> access.enrolling("teller", tellers)).hasMessageContaining("enrolled already");
        assertThatThrownBy(() -> access.enrolling("teller", password("wrong"))).isInstanceOf(SignInException.class);
    }

    @Test
    void somebody_changes_their_own_password() throws IOException {
        Password before = password(access.demoUsers().get("presenter"));
        try (Session presenter = access.signIn("presenter", before)) {
            assertThatThrownBy(() -> access.changePassword(presenter, password("wrong"), password(OWN)))
                    .isInstanceOf(SignInException.class);
            access.changePassword(presenter, before, password(OWN));
        }

        assertThatThrownBy(() -> access.signIn("presenter", before)).isInstanceOf(SignInException.class);
        access.signIn("presenter", password(OWN)).close();
    }

    @Test
    void the_idle_limit_is_what_the_administrator_set() throws IOException {
        try (Session administrator = administrator()) {
            new AdministeredUsers(parts.identity(), administrator).idleMinutes(9);
        }

        assertThat(access.idleLimit()).hasMinutes(9);
    }

    private Password added(String name, Role role) throws IOException {
        try (Session administrator = administrator();
                OneTimePassword given = new AdministeredUsers(parts.identity(), administrator).add(name, role)) {
            return given.password();
        }
    }

    private Session administrator() throws IOException {
        return access.signIn("administrator", password(access.demoUsers().get("administrator")));
    }

    private Voucher colleague(String name) {
        return new Voucher.Colleague(name, password(access.demoUsers().get(name)));
    }

    private static Voucher recovery(String key) {
        return new Voucher.Recovery(key.toCharArray());
    }

    private String recoveryKey() throws IOException {
        return Files.readAllLines(folder.resolve("identity").resolve(DemoUsers.FILE)).getLast()
                .replace("recovery key", "").strip();
    }

    private static Password password(String text) {
        return Password.of(text.toCharArray());
    }
}

package bankassistant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import bankassistant.identity.SignInException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserAdministrationTest {

    @TempDir
    private Path folder;
    private Branch branch;

    @BeforeEach
    void aBranchWithATeller() throws IOException {
        branch = Branch.readyMade(folder);
    }

    @Test
    void lists_users_with_what_they_are() throws IOException {
        branch.add("theo", Role.PRESENTER);
        try (Session ada = branch.administrator()) {
            UserAdministration administration = branch.identity.administration(ada);
            administration.disable(Branch.TELLER);

            assertThat(administration.list()).extracting(UserStatus::name, UserStatus::role, UserStatus::state)
                    .containsExactly(tuple("ada", Role.ADMINISTRATOR, UserStatus.State.ACTIVE),
                            tuple("otto", Role.AUDITOR, UserStatus.State.ACTIVE),
                            tuple("tilda", Role.TELLER, UserStatus.State.DISABLED),
                            tuple("theo", Role.PRESENTER, UserStatus.State.ENROLLING));
        }
    }

    @Test
    void tells_what_was_last_done_to_each_user_when_and_by_whom() throws IOException {
        branch.pass(Duration.ofHours(3));
        branch.add("theo", Role.PRESENTER);
        try (Session ada = branch.administrator()) {
            branch.pass(Duration.ofMinutes(1));
            branch.identity.administration(ada).disable(Branch.TELLER);
        }

        try (Session ada = branch.restart().administrator()) {
            Instant now = branch.instant();
            assertThat(branch.identity.administration(ada).list().subList(2, 4)).extracting(
                    user -> user.change().orElseThrow())
                    .containsExactly(new UserStatus.Change(now, IdentityEvent.Kind.USER_DISABLED, "ada"),
                            new UserStatus.Change(now.minusSeconds(60), IdentityEvent.Kind.USER_ADDED, "ada"));
        }
    }

    @Test
    void nobody_but_an_administrator_does_anything() throws IOException {
        byte[] before = Files.readAllBytes(branch.usersFile());
        for (Session session : new Session[]{branch.teller(), branch.auditor()}) {
            UserAdministration administration = branch.identity.administration(session);
            assertThatThrownBy(administration::list).isInstanceOf(NotPermittedException.class);
            assertThatThrownBy(() -> administration.add("theo", Role.TELLER)).isInstanceOf(
                    NotPermittedException.class);
            assertThatThrownBy(() -> administration.disable("ada")).isInstanceOf(NotPermittedException.class);
            assertThatThrownBy(() -> administration.enable("ada")).isInstanceOf(NotPermittedException.class);
            assertThatThrownBy(() -> administration.reset("ada")).isInstanceOf(NotPermittedException.class);
            session.close();
        }
        assertThat(branch.usersFile()).hasBinaryContent(before);
    }

    @Test
    void a_name_is_given_once() throws IOException {
        try (Session ada = branch.administrator()) {
            UserAdministration administration = branch.identity.administration(ada);

            assertThatThrownBy(() -> administration.add("Tilda ", Role.AUDITOR)).hasMessageContaining("already");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "?1", "a\nb", "../x", "tilda\u0000", "-x", "x."})
    void what_can_be_no_name_is_refused(String name) throws IOException {
        try (Session ada = branch.administrator()) {
            assertThatThrownBy(() -> branch.identity.administration(ada).add(name, Role.TELLER)).isInstanceOf(
                    IdentityException.class).hasMessageContaining("letters and digits");
        }
    }

    @Test
    void a_disabled_user_signs_in_again_once_enabled() throws IOException {
        try (Session ada = branch.administrator()) {
            UserAdministration administration = branch.identity.administration(ada);
            administration.disable("TILDA");
            assertThatThrownBy(branch::teller).hasMessageContaining("disabled");
            administration.enable(Branch.TELLER);
        }
        branch.teller().close();
    }

    @Test
    void nobody_disables_or_resets_themselves_so_that_an_administrator_is_always_left() throws IOException {
        try (Session ada = branch.administrator()) {
            assertThatThrownBy(() -> branch.identity.administration(ada).disable("ada")).hasMessageContaining(
                    "yourself");
            assertThatThrownBy(() -> branch.identity.administration(ada).reset("Ada")).hasMessageContaining(
                    "yourself");
        }
    }

    @Test
    void a_reset_takes_the_old_password_and_gives_nobody_the_key() throws IOException {
        OneTimePassword oneTime;
        try (Session ada = branch.administrator()) {
            oneTime = branch.identity.administration(ada).reset(Branch.TELLER);
        }

        assertThatThrownBy(branch::teller).extracting(e -> ((SignInException) e).reason()).isEqualTo(Reason.WRONG);
        assertThatThrownBy(() -> branch.identity.signIn(Branch.TELLER, oneTime.password())).extracting(
                e -> ((SignInException) e).reason()).isEqualTo(Reason.ENROL);
        User tilda = new UsersFile(folder).required().roster().user(Branch.TELLER).orElseThrow();
        byte[] what = new UserSecrets(null).open(tilda, oneTime.password(), new UsersFile(folder).required().roster()
                .store()).orElseThrow();
        try (Session otto = branch.auditor();
                RoleKey fileKey = otto.key();
                Session ada = branch.administrator();
                RoleKey administrationKey = ada.key()) {
            assertThat(what).as("what the one-time password opens").isNotEqualTo(fileKey.secret())
                    .isNotEqualTo(administrationKey.secret());
        }
    }

    @Test
    void an_administrator_who_was_disabled_meanwhile_can_do_no_more() throws IOException {
        branch.enrol("anna", Role.ADMINISTRATOR, Branch.THEOS);
        try (Session ada = branch.administrator(); Session anna = branch.signIn("anna", Branch.THEOS)) {
            branch.identity.administration(ada).disable("anna");

            assertThatThrownBy(() -> branch.identity.administration(anna).disable("ada")).extracting(
                    e -> ((SignInException) e).reason()).isEqualTo(Reason.ENDED);
        }
    }

    @Test
    void a_one_time_password_is_random_and_long() throws IOException {
        String first = new String(branch.add("theo", Role.TELLER).text());
        String second = new String(branch.add("thea", Role.TELLER).text());

        assertThat(first).matches("([0-9a-z]{4}-){4}[0-9a-z]{4}").isNotEqualTo(second);
    }
}

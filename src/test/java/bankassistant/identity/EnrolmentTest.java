package bankassistant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrolmentTest {

    @TempDir
    private Path folder;
    private Branch branch;

    @BeforeEach
    void aBranchWithATeller() throws IOException {
        branch = Branch.readyMade(folder);
    }

    @Test
    void a_colleague_who_is_present_hands_the_key_over() throws IOException {
        OneTimePassword oneTime = branch.add("theo", Role.TELLER);
        try (Session tilda = branch.teller()) {
            enrolment().byColleague("theo", oneTime.password(), Branch.password(Branch.THEOS), tilda);
        }

        try (Session theo = branch.signIn("theo", Branch.THEOS); Session otto = branch.auditor()) {
            assertThat(theo.fileKey().orElseThrow().bytes()).isEqualTo(otto.fileKey().orElseThrow().bytes());
        }
    }

    @Test
    void after_a_reset_the_key_comes_back_in_the_same_ways() throws IOException {
        OneTimePassword oneTime;
        try (Session ada = branch.administrator()) {
            oneTime = branch.identity.administration(ada).reset(Branch.TELLER);
        }
        enrolment().byRecoveryKey(Branch.TELLER, oneTime.password(), Branch.password(Branch.THEOS), branch.recovery);

        try (Session tilda = branch.signIn(Branch.TELLER, Branch.THEOS)) {
            assertThat(tilda.fileKey()).isPresent();
        }
    }

    @Test
    void a_one_time_password_serves_once() throws IOException {
        OneTimePassword oneTime = branch.add("theo", Role.TELLER);
        enrolment().byRecoveryKey("theo", oneTime.password(), Branch.password(Branch.THEOS), branch.recovery);

        assertThatThrownBy(() -> enrolment().byRecoveryKey("theo", oneTime.password(), Branch.password(Branch.OTTOS),
                branch.recovery)).hasMessageContaining("wrong");
        assertThatThrownBy(() -> enrolment().byRecoveryKey("theo", Branch.password(Branch.THEOS), Branch.password(
                Branch.OTTOS), branch.recovery)).hasMessageContaining("enrolled already");
    }

    @Test
    void an_administrator_can_let_nobody_in_alone() throws IOException {
        OneTimePassword oneTime = branch.add("theo", Role.TELLER);
        try (Session ada = branch.administrator()) {
            assertThatThrownBy(() -> enrolment().byColleague("theo", oneTime.password(), Branch.password(Branch.THEOS),
                    ada)).isInstanceOf(NotPermittedException.class);
        }
        assertThatThrownBy(() -> enrolment().ofAdministrator("theo", oneTime.password(), Branch.password(
                Branch.THEOS))).hasMessageContaining("recovery key");
        assertThatThrownBy(() -> enrolment().byRecoveryKey("theo", oneTime.password(), Branch.password(Branch.THEOS),
                RecoveryKey.random(new SecureRandom()))).hasMessageContaining("belongs to other users");
    }

    @Test
    void nobody_but_the_recovery_key_makes_an_auditor() throws IOException {
        OneTimePassword oneTime = branch.add("olga", Role.AUDITOR);
        try (Session tilda = branch.teller()) {
            assertThatThrownBy(() -> enrolment().byColleague("olga", oneTime.password(), Branch.password(Branch.THEOS),
                    tilda)).hasMessageContaining("recovery key");
        }
    }

    @Test
    void an_auditor_vouches_for_nobody() throws IOException {
        OneTimePassword oneTime = branch.add("theo", Role.TELLER);
        try (Session otto = branch.auditor()) {
            assertThatThrownBy(() -> enrolment().byColleague("theo", oneTime.password(), Branch.password(Branch.THEOS),
                    otto)).isInstanceOf(NotPermittedException.class);
        }
    }

    @Test
    void the_chosen_password_follows_the_rules_and_is_another_one() throws IOException {
        OneTimePassword oneTime = branch.add("theo", Role.TELLER);

        assertThatThrownBy(() -> enrolment().byRecoveryKey("theo", oneTime.password(), Branch.password("short"),
                branch.recovery)).hasMessageContaining("at least 12");
        assertThatThrownBy(() -> enrolment().byRecoveryKey("theo", oneTime.password(), oneTime.password(),
                branch.recovery)).hasMessageContaining("of your own");
    }

    @Test
    void another_administrator_enrols_alone_and_administers() throws IOException {
        branch.enrol("anna", Role.ADMINISTRATOR, Branch.THEOS);

        try (Session anna = branch.signIn("anna", Branch.THEOS)) {
            branch.identity.administration(anna).disable(Branch.ADMINISTRATOR);
            assertThat(anna.fileKey()).isEmpty();
        }
        branch.auditor().close();
    }

    @Test
    void the_recovery_key_helps_the_last_administrator_who_forgot_the_password() throws IOException {
        enrolment().recoverAdministrator("Ada", branch.recovery, Branch.password(Branch.THEOS));

        try (Session ada = branch.signIn("ada", Branch.THEOS)) {
            assertThat(branch.identity.administration(ada).list()).hasSize(3);
            assertThat(ada.fileKey()).isEmpty();
        }
        assertThatThrownBy(branch::administrator).hasMessageContaining("wrong");
        assertThatThrownBy(() -> enrolment().recoverAdministrator("tilda", branch.recovery, Branch.password(
                Branch.THEOS))).hasMessageContaining("no such administrator");
    }

    private Enrolment enrolment() {
        return branch.identity.enrolment();
    }
}

package bankassistant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bankassistant.identity.SignInException.Reason;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {

    @TempDir
    private Path folder;
    private Branch branch;

    @BeforeEach
    void aBranchWithATeller() throws IOException {
        branch = Branch.readyMade(folder);
    }

    @Test
    void each_session_has_a_name_of_its_own() throws IOException {
        try (Session first = branch.teller(); Session second = branch.teller()) {
            assertThat(first.who().user()).isEqualTo(Branch.TELLER);
            assertThat(first.who().role()).isEqualTo(Role.TELLER);
            assertThat(first.who().session()).isNotEqualTo(second.who().session());
        }
    }

    @Test
    void all_who_hold_the_file_key_hold_the_same() throws IOException {
        try (Session tilda = branch.teller(); Session otto = branch.auditor()) {
            assertThat(tilda.fileKey().orElseThrow().bytes()).isEqualTo(otto.fileKey().orElseThrow().bytes());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tilda", "TILDA", " Tilda ", "ｔｉｌｄａ"})
    void case_and_width_of_letters_of_a_name_do_not_matter(String typed) throws IOException {
        try (Session session = branch.signIn(typed, Branch.TILDAS)) {
            assertThat(session.who().user()).isEqualTo("tilda");
        }
    }

    @ParameterizedTest
    @CsvSource({"tilda,'copper kettle drizzlE'", "tilda,'seven rivers uphill'", "tilda,''",
            "nobody,'copper kettle drizzle'",
            "'','copper kettle drizzle'", "'?1','copper kettle drizzle'"})
    void a_wrong_name_and_a_wrong_password_look_the_same(String name, String password) {
        SignInException refusal = refused(name, password);

        assertThat(refusal.reason()).isEqualTo(Reason.WRONG);
        assertThat(refusal).hasMessage("Name or password is wrong.");
    }

    @Test
    void an_unknown_name_takes_as_long_as_a_wrong_password() {
        work("warm-up");
        long known = work(Branch.TELLER);
        long unknown = work("nobody");

        assertThat((double) unknown / known).isBetween(0.5, 2.0);
    }

    @Test
    void after_three_failures_one_waits_longer_each_time() {
        assertThat(reasons(3)).containsOnly(Reason.WRONG);

        for (int seconds = 1; seconds <= 8; seconds *= 2) {
            SignInException refusal = refused(Branch.TELLER, "wrong");
            assertThat(refusal.reason()).isEqualTo(Reason.WAIT);
            assertThat(refusal.remaining()).isEqualTo(Duration.ofSeconds(seconds));
            branch.pass(refusal.remaining());
            assertThat(refused(Branch.TELLER, "wrong").reason()).isEqualTo(Reason.WRONG);
        }
        assertThat(refused(Branch.TELLER, "wrong")).hasMessageContaining("Try again in 16 seconds");
    }

    @Test
    void the_right_password_waits_too() {
        reasons(3);

        assertThat(refused(Branch.TELLER, Branch.TILDAS).reason()).isEqualTo(Reason.WAIT);
    }

    @Test
    void nobody_waits_more_than_a_quarter_of_an_hour() {
        assertThat(Attempts.delay(13)).isEqualTo(Duration.ofMinutes(15));
        assertThat(Attempts.delay(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void a_restart_does_not_shorten_the_wait() {
        reasons(3);
        branch.restart();

        assertThat(refused(Branch.TELLER, "wrong").reason()).isEqualTo(Reason.WAIT);
    }

    @Test
    void others_need_not_wait() throws IOException {
        reasons(3);

        branch.auditor().close();
    }

    @Test
    void a_clock_that_was_set_back_makes_one_wait_once() throws IOException {
        reasons(4);
        branch.pass(Duration.ofDays(-400));

        assertThat(refused(Branch.TELLER, Branch.TILDAS).reason()).isEqualTo(Reason.WAIT);
        branch.pass(Duration.ofSeconds(2));
        branch.teller().close();
    }

    @Test
    void success_forgives_failures() throws IOException {
        reasons(2);
        branch.teller().close();

        assertThat(reasons(2)).containsOnly(Reason.WRONG);
    }

    @Test
    void an_attempt_that_was_cut_off_counts() throws IOException {
        Attempts attempts = new Attempts(folder, branch);
        for (int i = 0; i < 3; i++) {
            attempts.begin(Branch.TELLER, Branch.TELLER, java.util.Optional.of(Role.TELLER));
        }

        assertThat(refused(Branch.TELLER, Branch.TILDAS).reason()).isEqualTo(Reason.WAIT);
    }

    @Test
    void names_that_nobody_has_are_kept_nowhere_since_they_may_be_passwords() throws IOException {
        refused("hunter's own secret", "x");

        assertThat(Files.readString(branch.attemptsFile())).doesNotContain("hunter");
    }

    @Test
    void a_file_of_attempts_that_is_spoiled_is_begun_anew_and_told() throws IOException {
        reasons(3);
        Files.writeString(branch.attemptsFile(), "{\"format\":1,\"failures\":{\"tilda\":");

        branch.teller().close();
        assertThat(branch.identity.unrecorded()).extracting(IdentityEvent::kind).contains(
                IdentityEvent.Kind.ATTEMPTS_LOST);
    }

    @Test
    void a_disabled_user_is_told_so_only_with_the_right_password() throws IOException {
        try (Session ada = branch.administrator()) {
            branch.identity.administration(ada).disable(Branch.TELLER);
        }

        assertThat(refused(Branch.TELLER, "wrong").reason()).isEqualTo(Reason.WRONG);
        assertThat(refused(Branch.TELLER, Branch.TILDAS).reason()).isEqualTo(Reason.DISABLED);
    }

    private java.util.List<Reason> reasons(int attempts) {
        return java.util.stream.IntStream.range(0, attempts).mapToObj(_ -> refused(Branch.TELLER, "wrong").reason())
                .toList();
    }

    /** Nanoseconds that the processor works on a refusal; the least of some, since others use it too. */
    private long work(String name) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = threads.getCurrentThreadCpuTime();
            refused(name, "wrong");
            least = Math.min(least, threads.getCurrentThreadCpuTime() - start);
            branch.pass(Duration.ofHours(1));
        }
        return least;
    }

    private SignInException refused(String name, String password) {
        SignInException refusal = catchThrowableOfType(SignInException.class, () -> branch.signIn(name, password));
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal;
    }
}

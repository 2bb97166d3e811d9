package bankassistant.ui;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.identity.Session;
import bankassistant.identity.Sessions;
import bankassistant.ui.shell.Theme;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One person after the other at the same window. */
class PeopleWindowTest extends WindowCase {

    @ParameterizedTest
    @EnumSource(Theme.class)
    void an_auditor_finds_the_records_and_no_question_box(Theme chosen) {
        open(FakeAccess.ofUsers(), chosen);
        signIn("auditor");
        until(".records");
        picture("auditor", chosen);

        assertThat(isThere(".composer")).isFalse();
        assertThat(texts("#account")).containsExactly("tilda");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void an_administrator_finds_the_users_and_neither_records_nor_question_box(Theme chosen) {
        open(FakeAccess.ofUsers(), chosen);
        signIn("administrator");
        until(".people");
        picture("administrator", chosen);

        assertThat(isThere(".composer")).isFalse();
        assertThat(isThere(".records")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void a_teller_reads_earlier_conversations_beside_the_present_one(Theme chosen) {
        signedIn(chosen);
        fire("#history");
        until(".history-first");
        picture("history", chosen);
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        until(".history-question");
        picture("history-conversation", chosen);
        assertThat(texts(".history-question")).hasSize(2);

        press(KeyCode.ESCAPE);
        assertThat(isThere(".history-first")).isTrue();
        press(KeyCode.ESCAPE);
        assertThat(isThere(".history")).isFalse();
        assertThat(focused()).isEqualTo(find("#question"));
    }

    @Test
    void the_history_is_gone_with_the_lock() {
        signedIn(Theme.LIGHT);
        fire("#history");
        until(".history-first");
        fire("#lock");
        until("#enter");
        Fx.until(() -> access.latest.isLocked());
        fill("#password", Sessions.GOOD);
        fire("#enter");
        until(".composer");

        assertThat(isThere(".history")).isFalse();
    }

    @Test
    void a_presenter_has_no_history() {
        open(FakeAccess.ofUsers(), Theme.LIGHT);
        signIn("presenter");
        until(".composer");

        assertThat(isThere("#history")).isFalse();
    }

    @Test
    void the_idle_limit_is_the_one_that_holds_when_somebody_signs_in() {
        open(FakeAccess.ofUsers(), Theme.LIGHT);
        access.idleLimit = Duration.ofMinutes(2);
        signIn("teller");
        until(".composer");
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        Fx.settle();
        assertThat(isThere(".composer")).isTrue();
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        until("#enter");
    }

    @Test
    void who_signs_out_makes_room_for_somebody_else() {
        open(FakeAccess.ofUsers(), Theme.LIGHT);
        signIn("auditor");
        until(".records");
        Session auditor = access.latest;
        choose("sign-out");
        until("#enter");
        assertThat(typed("#name")).isEmpty();

        signIn("teller");
        until(".composer");
        assertThat(auditor.hasEnded()).isTrue();
        assertThat(isThere(".records")).isFalse();
        assertThat(access.latest.isOpen()).isTrue();
    }

    @Test
    void nobody_gets_in_before_the_one_who_left_has_left_everything() {
        signedIn(Theme.LIGHT);
        Session first = access.latest;
        CountDownLatch slow = new CountDownLatch(1);
        access.leaving = slow;
        choose("sign-out");
        until("#enter");
        signIn("auditor");
        assertThat(isThere(".records")).isFalse();

        slow.countDown();
        until(".records");
        assertThat(first.hasEnded()).isTrue();
    }

    @Test
    void the_records_are_hidden_by_the_lock_and_there_again_for_the_same_auditor() {
        open(FakeAccess.ofUsers(), Theme.LIGHT);
        signIn("auditor");
        until(".records");
        nanos.addAndGet(Duration.ofMinutes(5).toNanos());
        until("#enter");
        assertThat(isThere(".records")).isFalse();
        Fx.until(() -> access.latest.isLocked());

        fill("#password", Sessions.GOOD);
        fire("#enter");
        until(".records");
        assertThat(texts(".status-count")).noneMatch(text -> text.contains("could not"));
    }
}

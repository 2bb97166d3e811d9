package bankassistant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import bankassistant.identity.IdentityEvent.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens while the store is closed waits for somebody who can write into it. */
class UnrecordedEventsTest {

    @TempDir
    private Path folder;
    private Branch branch;

    @BeforeEach
    void aNewBranch() throws IOException {
        branch = new Branch(folder).setUp();
    }

    @Test
    void every_change_of_users_waits_in_order() throws IOException {
        branch.pass(Duration.ofSeconds(1));
        branch.withTeller();
        branch.pass(Duration.ofSeconds(1));
        try (Session ada = branch.administrator()) {
            branch.identity.administration(ada).disable("tilda");
        }
        branch.restart();

        assertThat(branch.identity.unrecorded()).filteredOn(event -> event.kind() != Kind.SIGNED_IN).extracting(
                IdentityEvent::kind, IdentityEvent::by, IdentityEvent::user).containsExactly(
                        tuple(Kind.STORE_MADE, "ada", "otto"), tuple(Kind.USER_ADDED, "ada", "tilda"),
                        tuple(Kind.USER_ENROLLED, "tilda", "tilda"), tuple(Kind.USER_DISABLED, "ada", "tilda"));
    }

    @Test
    void an_administrators_sign_in_waits_and_an_auditors_is_recorded_at_once() throws IOException {
        branch.auditor().close();
        branch.administrator().close();

        assertThat(branch.identity.unrecorded()).extracting(IdentityEvent::kind, IdentityEvent::user).containsExactly(
                tuple(Kind.STORE_MADE, "otto"), tuple(Kind.SIGNED_IN, "ada"));
    }

    @Test
    void failures_in_a_row_are_one_event_with_their_number() throws IOException {
        for (String name : List.of("otto", "otto", "nobody", "someone")) {
            assertThatThrownBy(() -> branch.signIn(name, "wrong")).isInstanceOf(SignInException.class);
        }

        assertThat(branch.identity.unrecorded()).filteredOn(event -> event.kind() == Kind.SIGN_IN_FAILED).extracting(
                IdentityEvent::user, IdentityEvent::times).containsExactly(tuple("otto", 2), tuple("?", 2));
    }

    @Test
    void what_was_recorded_is_forgotten_and_what_came_meanwhile_is_not() throws IOException {
        try (Session otto = branch.auditor()) {
            List<IdentityEvent> first = branch.identity.unrecorded();
            branch.add("tilda", Role.TELLER);
            branch.identity.recorded(otto, first);

            assertThat(branch.identity.unrecorded()).extracting(IdentityEvent::kind).containsExactlyInAnyOrder(
                    Kind.SIGNED_IN, Kind.USER_ADDED);
        }
        branch.auditor().close();
    }

    @Test
    void an_administrator_makes_nothing_forgotten() throws IOException {
        try (Session ada = branch.administrator()) {
            assertThatThrownBy(() -> branch.identity.recorded(ada, branch.identity.unrecorded())).isInstanceOf(
                    IllegalArgumentException.class);
        }
        assertThat(branch.identity.unrecorded()).isNotEmpty();
    }

    @Test
    void each_has_an_id_of_its_own() throws IOException {
        branch.withTeller();
        branch.administrator().close();

        assertThat(branch.identity.unrecorded()).extracting(IdentityEvent::id).doesNotHaveDuplicates();
    }
}

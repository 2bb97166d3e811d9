package bankassistant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import bankassistant.identity.IdentityEvent.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever tries what their role may not do is noted until it can be recorded. */
class RefusedAttemptsTest {

    @TempDir
    private Path folder;

    private Branch branch;

    @BeforeEach
    void open() throws IOException {
        branch = Branch.readyMade(folder);
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void each_permission_that_an_administrator_lacks_leaves_a_note_and_the_others_none(Permission permission)
            throws IOException {
        try (Session ada = branch.administrator()) {
            if (Permissions.allows(Role.ADMINISTRATOR, permission)) {
                ada.require(permission);
                assertThat(refusals()).isEmpty();
            } else {
                refused(ada, permission);
                assertThat(refusals()).singleElement().satisfies(event -> {
                    assertThat(event.by()).isEqualTo("ada");
                    assertThat(event.role()).contains(Role.ADMINISTRATOR);
                    assertThat(event.session()).isEqualTo(ada.who().session());
                    assertThat(event.tried()).contains(permission);
                });
            }
        }
    }

    @Test
    void it_is_still_noted_when_the_process_has_ended_and_names_who_tried() throws IOException {
        try (Session ada = branch.administrator()) {
            refused(ada, Permission.ASK);
        }
        branch.restart();

        assertThat(branch.identity.waiting()).filteredOn(waiting -> waiting.event().kind() == Kind.REFUSED)
                .singleElement().satisfies(waiting -> assertThat(waiting.doer().map(SignedIn::user)).contains("ada"));
    }

    @Test
    void what_is_tried_again_and_again_in_a_session_is_one_note_with_its_number() throws IOException {
        try (Session ada = branch.administrator(); Session otto = branch.auditor()) {
            for (Session session : List.of(ada, ada, otto, ada)) {
                refused(session, Permission.ASK);
            }
            refused(ada, Permission.PRESENT);

            assertThat(refusals()).extracting(IdentityEvent::by, IdentityEvent::tried, IdentityEvent::times)
                    .containsExactlyInAnyOrder(tuple("otto", Optional.of(Permission.ASK), 1),
                            tuple("ada", Optional.of(Permission.ASK), 3),
                            tuple("ada", Optional.of(Permission.PRESENT), 1));
        }
    }

    @Test
    void whoever_records_is_told_when_the_note_is_kept() throws IOException {
        try (Session otto = branch.auditor()) {
            AtomicInteger kept = new AtomicInteger();
            otto.whenRefused(() -> kept.set(refusals().size()));
            refused(otto, Permission.ASK);

            assertThat(kept).hasValue(1);
        }
    }

    @Test
    void it_stays_refused_where_the_note_cannot_be_kept() throws IOException {
        try (Session otto = branch.auditor()) {
            Files.delete(folder.resolve("sign-in.json"));
            Files.createDirectories(folder.resolve("sign-in.json/full"));

            assertThatThrownBy(() -> otto.require(Permission.ASK)).isInstanceOf(NotPermittedException.class)
                    .satisfies(refused -> assertThat(refused.getSuppressed()).isNotEmpty());
        }
    }

    private static void refused(Session session, Permission permission) {
        assertThatThrownBy(() -> session.require(permission)).isInstanceOf(NotPermittedException.class);
    }

    private List<IdentityEvent> refusals() {
        try {
            return branch.identity.unrecorded().stream().filter(event -> event.kind() == Kind.REFUSED).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

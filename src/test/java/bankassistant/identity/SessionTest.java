package bankassistant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {

    @TempDir
    private Path folder;
    private Branch branch;
    private Session session;
    private final List<String> cleared = new ArrayList<>();

    @BeforeEach
    void aTellersSession() throws IOException {
        branch = Branch.readyMade(folder);
        session = branch.teller();
        session.whenLockedOrEnded(() -> cleared.add("caches"));
        session.whenLockedOrEnded(() -> cleared.add("masks"));
    }

    @Test
    void locking_takes_the_key_and_clears_what_others_hold() {
        session.lock();

        assertThat(session.isLocked()).isTrue();
        assertThat(cleared).containsExactly("caches", "masks");
        assertThatThrownBy(session::fileKey).isInstanceOf(SignInException.class);
        assertThatThrownBy(() -> session.require(Permission.ASK)).isInstanceOf(SignInException.class);
    }

    @Test
    void locking_twice_clears_once() {
        session.lock();
        session.lock();

        assertThat(cleared).hasSize(2);
    }

    @Test
    void only_the_same_persons_password_unlocks() throws IOException {
        session.lock();

        assertThatThrownBy(() -> branch.identity.unlock(session, Branch.password(Branch.OTTOS))).hasMessageContaining(
                "wrong");
        assertThat(session.isLocked()).isTrue();
        branch.identity.unlock(session, Branch.password(Branch.TILDAS));

        session.require(Permission.ASK);
        assertThat(session.fileKey()).isPresent();
    }

    @Test
    void who_was_disabled_meanwhile_does_not_unlock() throws IOException {
        session.lock();
        try (Session ada = branch.administrator()) {
            branch.identity.administration(ada).disable(Branch.TELLER);
        }

        assertThatThrownBy(() -> branch.identity.unlock(session, Branch.password(Branch.TILDAS))).hasMessageContaining(
                "disabled");
    }

    @Test
    void ends_once_and_for_good() {
        session.close();
        session.close();

        assertThat(cleared).hasSize(2);
        assertThat(session.isLocked()).isFalse();
        assertThatThrownBy(session::fileKey).hasMessageContaining("ended");
        assertThatThrownBy(() -> branch.identity.unlock(session, Branch.password(Branch.TILDAS))).hasMessageContaining(
                "ended");
    }

    @Test
    void clears_everything_though_one_of_them_fails() {
        List<String> rest = new ArrayList<>();
        session.whenLockedOrEnded(() -> {
            throw new IllegalStateException("no");
        });
        session.whenLockedOrEnded(() -> rest.add("rest"));

        assertThatThrownBy(session::lock).isInstanceOf(IllegalStateException.class);
        assertThat(rest).containsExactly("rest");
        assertThat(session.isLocked()).isTrue();
    }

    @Test
    void a_key_that_was_handed_out_outlives_nothing_but_its_holder() {
        FileKey copy = session.fileKey().orElseThrow();
        session.lock();

        assertThat(copy.bytes()).hasSize(FileKey.LENGTH);
        copy.close();
        assertThatThrownBy(copy::bytes).isInstanceOf(IllegalStateException.class);
    }
}

package bankassistant.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.app.Prompt;
import bankassistant.app.Screen;
import bankassistant.app.Streams;
import bankassistant.identity.Identity;
import bankassistant.identity.IdleLock;
import bankassistant.identity.Password;
import bankassistant.identity.PasswordCost;
import bankassistant.identity.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockingLinesTest {

    private static final String GOOD = "seven rivers uphill";

    @TempDir
    private Path temp;
    private final Screen screen = new Screen();
    private final Deque<Duration> pauses = new ArrayDeque<>();
    private final Deque<String> passwords = new ArrayDeque<>();
    private Instant now = Instant.EPOCH;
    private Session session;
    private Lines lines;

    @BeforeEach
    void somebodyAtATerminal() throws IOException {
        Identity identity = new Identity(temp, InstantSource.system(), new SecureRandom());
        identity.setUp("ada", password("quiet harbour lantern"), "otto", password(GOOD), PasswordCost.FLOOR);
        session = identity.signIn("otto", password(GOOD));
        Streams streams = screen.typing("first\nsecond\nthird\n").streams();
        Lines typed = new PipedLines(streams.in()) {
            @Override
            public java.util.Optional<String> next() throws IOException {
                now = now.plus(pauses.isEmpty() ? Duration.ZERO : pauses.remove());
                return super.next();
            }
        };
        lines = new LockingLines(typed, session, identity, new Prompt() {
            @Override
            public String line(String label) {
                throw new AssertionError("nobody asks for a name");
            }

            @Override
            public char[] secret(String label) {
                return passwords.remove().toCharArray();
            }
        }, streams.err(), lock -> new IdleLock(IdleLock.USUAL, () -> now, () -> 0, lock));
    }

    @Test
    void passes_lines_on_while_pauses_are_short() throws IOException {
        pauses.addAll(List.of(Duration.ofMinutes(4), Duration.ofMinutes(4)));

        assertThat(lines.next()).contains("first");
        assertThat(lines.next()).contains("second");
        assertThat(session.isOpen()).isTrue();
    }

    @Test
    void after_a_pause_the_password_is_asked_for_and_the_conversation_begins_anew() throws IOException {
        pauses.add(Duration.ofMinutes(6));
        passwords.addAll(List.of("wrong", GOOD));

        assertThat(lines.next()).contains("/new");
        assertThat(screen.err()).contains("Locked after a pause", "Name or password is wrong.");
        assertThat(session.isOpen()).isTrue();
        assertThat(lines.next()).contains("second");
    }

    @Test
    void who_does_not_know_the_password_ends_the_chat() throws IOException {
        pauses.add(Duration.ofMinutes(6));
        passwords.addAll(List.of("wrong", "wrong", "wrong"));

        assertThat(lines.next()).isEmpty();
        assertThat(session.isLocked()).isTrue();
    }

    private static Password password(String text) {
        return Password.of(text.toCharArray());
    }
}

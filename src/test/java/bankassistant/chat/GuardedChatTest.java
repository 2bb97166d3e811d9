package bankassistant.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.identity.NotPermittedException;
import bankassistant.identity.Role;
import bankassistant.identity.Session;
import bankassistant.identity.Sessions;
import bankassistant.identity.SignInException;
import bankassistant.privacy.PiiSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuardedChatTest {

    private final List<String> asked = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(names = {"TELLER", "PRESENTER"})
    void those_who_may_ask_are_heard(Role role) {
        ask(Sessions.of(role));

        assertThat(asked).containsExactly("How long?");
    }

    @ParameterizedTest
    @EnumSource(names = {"AUDITOR", "ADMINISTRATOR"})
    void others_are_refused_before_the_question_goes_anywhere(Role role) {
        assertThatThrownBy(() -> ask(Sessions.of(role))).isInstanceOf(NotPermittedException.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void nobody_is_heard_after_locking_or_signing_out() {
        Session locked = Sessions.of(Role.TELLER);
        locked.lock();
        Session ended = Sessions.of(Role.TELLER);
        ended.close();

        assertThatThrownBy(() -> ask(locked)).isInstanceOf(SignInException.class);
        assertThatThrownBy(() -> ask(ended)).isInstanceOf(SignInException.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void locking_stops_an_answer_that_is_on_its_way() {
        Session session = Sessions.of(Role.TELLER);
        Chat chat = new GuardedChat((_, _, _, cancel) -> {
            session.lock();
            if (cancel.requested()) {
                throw new CancellationException();
            }
            throw new AssertionError("went on");
        }, session);

        assertThatThrownBy(() -> chat.answer(new Conversation("c"), "How long?", _ -> {}, Chat.Cancel.NEVER))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void those_who_may_ask_are_told_what_would_be_masked() {
        Chat guarded = new GuardedChat(new Previewing(), Sessions.of(Role.TELLER));

        assertThat(guarded.preview(new Conversation("c"), "Ada asks")).containsExactly(Previewing.NAME);
    }

    @ParameterizedTest
    @EnumSource(names = {"AUDITOR", "ADMINISTRATOR"})
    void others_are_not(Role role) {
        Chat guarded = new GuardedChat(new Previewing(), Sessions.of(role));

        assertThatThrownBy(() -> guarded.preview(new Conversation("c"), "Ada asks"))
                .isInstanceOf(NotPermittedException.class);
    }

    /** Finds the same name in every text. */
    private static final class Previewing implements Chat {

        private static final PiiSpan NAME = new PiiSpan("PERSON", 0, 3, "[PERSON]");

        @Override
        public Answer answer(Conversation conversation, String question, Consumer<StageEvent> events, Cancel cancel) {
            throw new UnsupportedOperationException("nothing is asked here");
        }

        @Override
        public List<PiiSpan> preview(Conversation conversation, String typed) {
            return List.of(NAME);
        }
    }

    private void ask(Session session) {
        new GuardedChat((_, question, _, _) -> {
            asked.add(question);
            return null;
        }, session).answer(new Conversation("c"), "How long?", _ -> {}, Chat.Cancel.NEVER);
    }
}

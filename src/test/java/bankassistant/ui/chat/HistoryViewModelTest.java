package bankassistant.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.chat.PastConversation;
import bankassistant.ui.chat.HistoryViewModel.State;
import bankassistant.ui.shell.Messages;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class HistoryViewModelTest {

    private final Deque<Runnable> background = new ArrayDeque<>();
    private RuntimeException failure;
    private final HistoryViewModel model = new HistoryViewModel(_ -> {
        if (failure != null) {
            throw failure;
        }
        return PastConversations.SOME;
    }, () -> "c-3", background::add, Runnable::run, new Messages());

    @Test
    void nothing_is_read_before_somebody_wants_to_see_it() {
        assertThat(background).isEmpty();
        assertThat(model.state().get()).isEqualTo(State.CLOSED);
    }

    @Test
    void lists_earlier_conversations_and_not_the_present_one() {
        model.toggle();
        assertThat(model.state().get()).isEqualTo(State.READING);
        background.remove().run();

        assertThat(model.state().get()).isEqualTo(State.LIST);
        assertThat(model.conversations()).extracting(PastConversation::id).containsExactly("c-2", "c-1");
    }

    @Test
    void leads_to_a_conversation_and_back() {
        listed();
        model.open(model.conversations().getFirst());
        assertThat(model.opened().get().id()).isEqualTo("c-2");
        model.back();

        assertThat(model.state().get()).isEqualTo(State.LIST);
        assertThat(model.opened().get()).isNull();
    }

    @Test
    void keeps_nothing_when_closed_not_even_what_arrives_later() {
        listed();
        model.open(model.conversations().getFirst());
        model.toggle();
        assertThat(model.conversations()).isEmpty();
        assertThat(model.opened().get()).isNull();

        model.toggle();
        model.toggle();
        background.remove().run();
        assertThat(model.conversations()).isEmpty();
        assertThat(model.state().get()).isEqualTo(State.CLOSED);
    }

    @Test
    void a_list_that_could_not_be_read_is_read_again_on_request() {
        failure = new IllegalStateException("secret words");
        model.toggle();
        background.remove().run();
        assertThat(model.state().get()).isEqualTo(State.FAILED);
        assertThat(model.problem().get().text()).doesNotContain("secret");

        failure = null;
        model.read();
        background.remove().run();
        assertThat(model.state().get()).isEqualTo(State.LIST);
    }

    private void listed() {
        model.toggle();
        background.remove().run();
    }
}

package bankassistant.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.chat.Conversation;
import bankassistant.ui.chat.MaskingViewModel.Hidden;
import bankassistant.ui.shell.Messages;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** What the person sees hidden of what is typed, and corrects. All on one thread. */
class MaskingViewModelTest {

    private static final Executor AT_ONCE = Runnable::run;
    private static final Hidden CARD = new Hidden("CREDIT_CARD", "4111 1111 1111 1111");

    private final MaskingChat chat = new MaskingChat();
    private final Queue<Runnable> later = new ArrayDeque<>();

    @Test
    void shows_what_is_hidden_while_it_is_typed() {
        ChatViewModel model = model(AT_ONCE);
        model.draft().set("block 4111 1111 1111 1111, mail jo@example.com");

        assertThat(model.masking().hidden()).containsExactly(CARD, new Hidden("EMAIL_ADDRESS", "jo@example.com"));

        model.draft().set("");
        assertThat(model.masking().hidden()).isEmpty();
    }

    @Test
    void what_is_left_readable_goes_unmasked_until_the_conversation_ends() {
        ChatViewModel model = model(AT_ONCE);
        ask(model, "order 4111 1111 1111 1111", () -> model.masking().leaveReadable(CARD));
        ask(model, "again 4111 1111 1111 1111", () -> {
            assertThat(model.masking().hidden()).isEmpty();
            assertThat(model.masking().readable()).containsExactly(CARD.value());
        });

        model.newConversation();
        ask(model, "new 4111 1111 1111 1111", () -> assertThat(model.masking().hidden()).containsExactly(CARD));

        assertThat(chat.masked).containsExactly("order 4111 1111 1111 1111", "again 4111 1111 1111 1111",
                "new [CARD_1]");
    }

    @Test
    void what_is_marked_is_hidden() {
        ChatViewModel model = model(AT_ONCE);
        ask(model, "the Bluebird file", () -> {
            model.masking().hide(" Bluebird ");
            assertThat(model.masking().hidden()).containsExactly(new Hidden("PRIVATE", "Bluebird"));
        });

        assertThat(chat.masked).containsExactly("the [PRIVATE_1] file");
    }

    @Test
    void what_was_left_readable_can_be_hidden_again() {
        ChatViewModel model = model(AT_ONCE);
        model.draft().set("order 4111 1111 1111 1111");
        model.masking().leaveReadable(CARD);
        model.masking().hide(model.masking().readable().getFirst());

        assertThat(model.masking().readable()).isEmpty();
        assertThat(model.masking().hidden()).hasSize(1);
        model.ask();
        assertThat(chat.masked.getFirst()).doesNotContain("4111");
    }

    @Test
    void looks_at_the_latest_text_only() {
        ChatViewModel model = model(later::add);
        runAll();
        model.draft().set("4111 1111 1111 1111");
        model.draft().set("4111 1111 1111 1111 a");
        model.draft().set("jo@example.com");
        assertThat(later).as("one look at a time").hasSize(1);
        runAll();

        assertThat(model.masking().hidden()).containsExactly(new Hidden("EMAIL_ADDRESS", "jo@example.com"));
    }

    @Test
    void shows_nothing_before_the_assistant_is_ready_and_looks_then() {
        ChatViewModel model = model(later::add);
        model.draft().set("jo@example.com");
        assertThat(model.masking().hidden()).isEmpty();
        runAll();

        assertThat(model.masking().hidden()).hasSize(1);
    }

    private void ask(ChatViewModel model, String question, Runnable before) {
        model.draft().set(question);
        before.run();
        model.ask();
    }

    private void runAll() {
        while (!later.isEmpty()) {
            later.remove().run();
        }
    }

    private ChatViewModel model(Executor background) {
        ChatViewModel model = new ChatViewModel(_ -> chat, background, AT_ONCE, () -> new Conversation("test"),
                new Messages());
        model.start();
        return model;
    }
}

package bankassistant.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.ui.Fx;
import bankassistant.ui.shell.Theme;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The strip below the question box, with real keys. */
class MaskingStripTest {

    private static final String TYPED = "Block card 4111 1111 1111 1111 and mail jo@example.com about the Bluebird file";

    @Test
    void is_not_there_when_nothing_is_hidden() {
        try (ChatWindow window = ChatWindow.ready(new MaskingChat())) {
            window.type("What are your fees?");
            Fx.settle();
            assertThat(window.find(".masking").isManaged()).isFalse();
            assertThat(window.texts(".masking-chip")).isEmpty();
        }
    }

    @Test
    void leaves_readable_what_is_pressed_and_hides_it_again() {
        try (ChatWindow window = ChatWindow.ready(new MaskingChat())) {
            draft(window, TYPED);
            assertThat(window.texts(".masking-chip")).containsExactly("Card number \u00B7 4111 1111 1111 1111",
                    "E-mail \u00B7 jo@example.com");
            press(window);
            assertThat(window.texts(".masking-chip")).containsExactly("E-mail \u00B7 jo@example.com",
                    "Readable \u00B7 4111 1111 1111 1111");
            Fx.run(((Button) window.all(".masking-chip.readable").getFirst())::fire);
            Fx.until(() -> window.model().masking().hidden().size() == 2);
            assertThat(window.texts(".readable")).isEmpty();
        }
    }

    @Test
    void hides_what_is_selected_with_the_keyboard() {
        MaskingChat chat = new MaskingChat();
        try (ChatWindow window = ChatWindow.ready(chat)) {
            draft(window, "the Bluebird file");
            TextArea box = (TextArea) window.find(".text-area");
            Fx.run(() -> {
                box.requestFocus();
                box.selectRange(4, 12);
            });
            window.press(ChatWindow.SHORTCUT, KeyCode.SHIFT, KeyCode.H);
            Fx.until(() -> !window.model().masking().hidden().isEmpty());
            Fx.settle();
            assertThat(window.texts(".masking-chip")).containsExactly("Private \u00B7 Bluebird");
            assertThat(window.model().draft().get()).isEqualTo("the Bluebird file");
            window.press(KeyCode.ENTER);
            Fx.until(() -> window.model().turns().size() == 1 && window.model().current().get() == null);
            assertThat(chat.masked).containsExactly("the [PRIVATE_1] file");
        }
    }

    @Test
    void copying_an_answer_copies_placeholders() {
        try (ChatWindow window = ChatWindow.ready(new FakeChat())) {
            window.ask(FakeChat.WITH_CARD);
            CopyButton copy = (CopyButton) window.find(".copy");
            Fx.run(copy::copyMasked);
            assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getString())).contains("[CARD_1]")
                    .doesNotContain(FakeChat.CARD);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void draws(Theme theme) {
        try (ChatWindow window = ChatWindow.ready(new MaskingChat())) {
            window.theme(theme);
            draft(window, TYPED);
            press(window);
            TextArea box = (TextArea) window.find(".text-area");
            Fx.run(() -> box.selectRange(65, 73));
            window.picture("masking-" + theme.name().toLowerCase(Locale.ROOT));
            assertThat(window.texts(".masking-chip")).hasSize(2);
        }
    }

    private static void draft(ChatWindow window, String text) {
        Fx.run(() -> window.model().draft().set(text));
        Fx.settle();
        if (text.equals(TYPED)) {
            Fx.until(() -> window.model().masking().hidden().size() == 2);
            Fx.settle();
        }
    }

    private static void press(ChatWindow window) {
        Fx.run(((Button) window.all(".masking-chip").getFirst())::fire);
        Fx.until(() -> !window.model().masking().readable().isEmpty());
        Fx.settle();
    }
}

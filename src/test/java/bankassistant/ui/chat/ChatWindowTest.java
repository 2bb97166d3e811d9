package bankassistant.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.chat.Chat;
import bankassistant.ui.Fx;
import bankassistant.ui.shell.Messages;
import bankassistant.ui.shell.Theme;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The window as a person meets it, with real key events. */
class ChatWindowTest {

    private final Messages messages = new Messages();

    @Test
    void answersAQuestionTypedAndSentWithEnter() {
        try (ChatWindow window = ChatWindow.ready(new FakeChat())) {
            window.type("What are your fees?");
            assertThat(window.model().draft().get()).isEqualTo("What are your fees?");
            window.press(KeyCode.ENTER);
            awaitAnswer(window);
            assertThat(window.texts(".bubble > .label")).containsExactly("What are your fees?");
            assertThat(window.texts(".words")).singleElement().asString().contains("2 business days");
            assertThat(window.texts(".citation"))
                    .containsExactly("Cards and unauthorized transfers · Reporting a lost or stolen card · 2026.1");
            assertThat(window.texts(".badge")).containsExactly("Written");
            assertThat(window.model().draft().get()).isEmpty();
        }
    }

    @Test
    void asksTheMeaningThatIsClicked() {
        try (ChatWindow window = ChatWindow.ready(new FakeChat())) {
            window.ask(FakeChat.VAGUE);
            assertThat(window.texts(".badge")).containsExactly("Please choose");
            assertThat(window.texts(".option")).isEqualTo(FakeChat.OPTIONS);
            Fx.run(((Button) window.all(".option").getFirst())::fire);
            awaitAnswer(window);
            assertThat(window.texts(".bubble > .label")).containsExactly(FakeChat.VAGUE, FakeChat.OPTIONS.getFirst());
            assertThat(window.texts(".topic")).containsExactly("Lost or stolen card · 97 %");
        }
    }

    @Test
    void startsANewLineWithShiftAndEnter() {
        try (ChatWindow window = ChatWindow.ready(new FakeChat())) {
            window.type("a");
            window.press(KeyCode.SHIFT, KeyCode.ENTER);
            window.type("b");
            assertThat(window.model().draft().get()).isEqualTo("a\nb");
            assertThat(window.model().turns()).isEmpty();
        }
    }

    @Test
    void showsTheFirstSentenceBeforeTheLastAndStopsWithEscape() {
        try (ChatWindow window = ChatWindow.ready(new FakeChat())) {
            askSlowly(window);
            assertThat(window.texts(".words")).containsExactly(Samples.REPORTING.sentence(0));
            assertThat(window.texts(".status")).containsExactly(messages.text("answer.writing"));
            window.press(KeyCode.ESCAPE);
            awaitAnswer(window);
            assertThat(window.texts(".badge")).containsExactly("Stopped");
            assertThat(window.texts(".words")).containsExactly(Samples.REPORTING.sentence(0));
        }
    }

    @Test
    void offersStopInsteadOfSendWhileAnswering() {
        FakeChat chat = new FakeChat();
        try (ChatWindow window = ChatWindow.ready(chat)) {
            askSlowly(window);
            assertThat(window.texts("#stop")).hasSize(1);
            assertThat(window.texts("#send")).isEmpty();
            chat.goOn.countDown();
            awaitAnswer(window);
            assertThat(window.texts("#stop")).isEmpty();
            assertThat(window.texts("#send")).hasSize(1);
            assertThat(window.texts(".badge")).containsExactly("Quoted");
        }
    }

    @Test
    void takesAQuestionBeforeItIsReadyAndAnswersItThen() {
        try (ChatWindow window = new ChatWindow(1000, 800)) {
            window.progress("Reading the policies");
            assertThat(window.texts("#startingTitle")).containsExactly("Getting ready… Reading the policies");
            window.type("fees");
            window.press(KeyCode.ENTER);
            Fx.settle();
            assertThat(window.texts(".status")).containsExactly(messages.text("answer.waiting"));
            window.becomeReady(new FakeChat());
            awaitAnswer(window);
            assertThat(window.texts(".badge")).containsExactly("Written");
            assertThat(window.texts("#startingTitle")).isEmpty();
        }
    }

    @Test
    void tellsWhyItCouldNotStartWithACode() {
        try (ChatWindow window = new ChatWindow(1000, 800)) {
            window.failToStart(new IllegalStateException("secret"));
            assertThat(window.texts("#failureTitle")).containsExactly(messages.text("failure.start.title"));
            assertThat(window.texts("#failureText")).containsExactly(messages.text("failure.start.other"));
            assertThat(window.texts("#failureCode")).singleElement().asString().matches("Code \\w{4}:\\w{4}");
            assertThat(window.texts("#retry")).hasSize(1);
        }
    }

    @Test
    void asksAnExampleThatIsClicked() {
        try (ChatWindow window = ChatWindow.ready(new FakeChat())) {
            assertThat(window.texts(".example")).hasSize(4).contains(Samples.STOLEN_CARD, Samples.ATM_FEES);
            Fx.run(((Button) window.all(".example").getFirst())::fire);
            awaitAnswer(window);
            assertThat(window.model().turns().getFirst().question()).isEqualTo(Samples.STOLEN_CARD);
            assertThat(window.texts(".example")).isEmpty();
        }
    }

    @Test
    void opensTheSourceBesideTheConversationAndClosesItWithEscape() {
        try (ChatWindow window = ChatWindow.ready(new FakeChat())) {
            window.ask(Samples.STOLEN_CARD);
            Fx.run(((Button) window.all(".citation").getFirst())::fire);
            Fx.settle();
            assertThat(window.texts(".source-section")).containsExactly("Reporting a lost or stolen card");
            assertThat(window.texts(".source-policy")).containsExactly("Cards and unauthorized transfers");
            assertThat(window.texts(".source-version")).containsExactly("Version 2026.1");
            assertThat(window.find(".mark").getBoundsInLocal().getHeight()).isPositive();
            window.press(KeyCode.ESCAPE);
            assertThat(window.texts(".source-section")).isEmpty();
        }
    }

    @Test
    void goesFromPaneToPaneWithF6() {
        try (ChatWindow window = ChatWindow.ready(new FakeChat())) {
            window.ask(Samples.STOLEN_CARD);
            Fx.run(((Button) window.all(".citation").getFirst())::fire);
            window.press(ChatWindow.SHORTCUT, KeyCode.L);
            assertThat(window.focused()).isInstanceOf(TextArea.class);
            window.press(KeyCode.F6);
            assertThat(window.focused().getStyleClass()).contains("answer-body");
            window.press(KeyCode.F6);
            assertThat(window.focused().getParent().getStyleClass()).contains("source-header");
            window.press(KeyCode.F6);
            assertThat(window.focused()).isInstanceOf(TextArea.class);
        }
    }

    @Test
    void readsOutTheLatestAnswer() {
        try (ChatWindow window = ChatWindow.ready(new FakeChat())) {
            window.ask(Samples.STOLEN_CARD);
            window.ask(Samples.ATM_FEES);
            window.press(ChatWindow.SHORTCUT, KeyCode.SHIFT, KeyCode.R);
            Node focused = window.focused();
            assertThat(focused.getAccessibleRole()).isEqualTo(AccessibleRole.TEXT);
            assertThat(focused.getAccessibleText())
                    .startsWith("Quoted. Perhaps: Fee for a cash withdrawal · 42 %. Withdrawals at Larkmere")
                    .contains("Sources: Transfers, wires and currency exchange · Cash machines · 2026.1;");
        }
    }

    @Test
    void leavesTheQuestionBoxWithTab() {
        try (ChatWindow window = ChatWindow.ready(new FakeChat())) {
            window.type("fees");
            window.press(KeyCode.TAB);
            assertThat(window.focused().getId()).isEqualTo("send");
            assertThat(window.model().draft().get()).isEqualTo("fees");
        }
    }

    @Test
    void forgetsTheCustomerWithControlAndN() {
        try (ChatWindow window = ChatWindow.ready(new FakeChat())) {
            window.ask(FakeChat.WITH_CARD);
            window.press(ChatWindow.SHORTCUT, KeyCode.N);
            Fx.settle();
            assertThat(window.texts(".words")).isEmpty();
            assertThat(window.texts(".example")).hasSize(4);
            assertThat(window.focused()).isInstanceOf(TextArea.class);
        }
    }

    @Test
    void fillsInPersonalDataOnTheScreenButCopiesPlaceholders() {
        try (ChatWindow window = ChatWindow.ready(new FakeChat())) {
            window.ask(FakeChat.WITH_CARD);
            assertThat(window.texts(".words")).singleElement().asString().contains(FakeChat.CARD);
            assertThat(window.texts(".masked-note")).containsExactly("1 personal detail was hidden from the model");
            SplitMenuButton copy = (SplitMenuButton) window.find(".copy");
            Fx.run(copy::fire);
            assertThat(clipboard()).contains("[CARD_1]").doesNotContain(FakeChat.CARD);
            Fx.run(copy.getItems().getLast()::fire);
            assertThat(clipboard()).contains(FakeChat.CARD);
        }
    }

    @Test
    void neverShowsAQuestionInItsTitle() {
        try (ChatWindow window = ChatWindow.ready(new FakeChat())) {
            window.ask(FakeChat.WITH_CARD);
            assertThat(Fx.call(window.stage()::getTitle)).isEqualTo(messages.text("window.title"));
        }
    }

    @Test
    void changesItsThemeWithTheButton() {
        try (ChatWindow window = ChatWindow.ready(new FakeChat())) {
            Fx.run(((Button) window.find("#themeButton"))::fire);
            assertThat(window.themeSwitch().theme().get()).isEqualTo(Theme.DARK);
            assertThat(Fx.call(javafx.application.Application::getUserAgentStylesheet)).contains("primer-dark");
            Fx.run(((Button) window.find("#themeButton"))::fire);
            assertThat(Fx.call(javafx.application.Application::getUserAgentStylesheet)).contains("primer-light");
        }
    }

    @Test
    void staysAtTheLatestAnswerUnlessThePersonScrolledUp() {
        try (ChatWindow window = ChatWindow.ready(new FakeChat())) {
            for (int i = 0; i < 8; i++) {
                window.ask(Samples.STOLEN_CARD);
            }
            ScrollPane scroll = (ScrollPane) window.find("#conversation");
            assertThat(scroll.getVvalue()).isEqualTo(1.0);
            assertThat(window.find(".latest").isVisible()).isFalse();
            Fx.run(() -> scroll.setVvalue(0.3));
            assertThat(window.find(".latest").isVisible()).isTrue();
            Fx.run(((Button) window.all(".citation").getFirst())::fire);
            Fx.settle();
            assertThat(scroll.getVvalue()).as("a narrower column does not move it to the end").isLessThan(0.9);
            Fx.run(((Button) window.find(".latest"))::fire);
            Fx.settle();
            assertThat(scroll.getVvalue()).isEqualTo(1.0);
        }
    }

    @Test
    void keepsOnlyTheNewestTurnsInTheSceneUntilMoreAreAskedFor() {
        try (ChatWindow window = ChatWindow.ready(new FakeChat())) {
            for (int i = 0; i < 60; i++) {
                Fx.run(() -> {
                    window.model().draft().set(Samples.ATM_FEES);
                    window.model().ask();
                });
                Fx.until(() -> window.model().current().get() == null);
            }
            Fx.settle();
            window.picture("sixty-turns");
            assertThat(window.all(".turn")).hasSize(40);
            Fx.run(((Button) window.find(".earlier"))::fire);
            Fx.settle();
            assertThat(window.all(".turn")).hasSize(60);
            assertThat(window.find(".earlier")).isNull();
        }
    }

    @Test
    void answersOffTheWindowsThread() {
        AtomicBoolean onWindowThread = new AtomicBoolean();
        FakeChat chat = new FakeChat();
        Chat watched = (conversation, question, events, cancel) -> {
            onWindowThread.set(Platform.isFxApplicationThread());
            return chat.answer(conversation, question, events, cancel);
        };
        try (ChatWindow window = ChatWindow.ready(watched)) {
            window.ask(Samples.STOLEN_CARD);
            assertThat(onWindowThread).isFalse();
        }
    }

    private static void askSlowly(ChatWindow window) {
        Fx.run(() -> {
            window.model().draft().set(FakeChat.SLOW);
            window.model().ask();
        });
        Fx.until(() -> !window.model().turns().getFirst().paragraphs().isEmpty());
        Fx.settle();
    }

    private static void awaitAnswer(ChatWindow window) {
        Fx.until(() -> window.model().current().get() == null);
        Fx.settle();
    }

    private static String clipboard() {
        return Fx.call(() -> Clipboard.getSystemClipboard().getString());
    }
}
